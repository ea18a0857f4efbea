#pragma once
// The twin of a USB keypad with a headphone jack, as the kernel shows one: struct input_event.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "devices/port/input_events.h"
#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

class KeypadTwin final : public Twin {
 public:
  // A finger that means it: down and up. Its time stamps keep a distance from the press before,
  // also when commands come faster than a hand, so that no filter of double strikes takes it for
  // one.
  void press(std::uint16_t code, MonoTime at);

  // Down for `held`; the kernel repeats the key meanwhile.
  void hold(std::uint16_t code, std::chrono::milliseconds held, MonoTime at);

  // A hand that shakes: the key twice, the second press `apart` after the first.
  void strike_twice(std::uint16_t code, std::chrono::milliseconds apart, MonoTime at);

  // A hand that slips: the second key goes down while the first is down.
  void press_both(std::uint16_t first, std::uint16_t second, MonoTime at);

  void set_headset(bool in, MonoTime at);

  // More happened than the kernel could keep for a reader that slept.
  void overflow(MonoTime at);

  // What was on its way is lost.
  void unplug() { outgoing_.clear(); }

  // One change of a key or switch with this stamp, followed by the end of a report.
  void say(const InputEvent& event) { say(event, event.at); }

  // The host asks for the switches with a SYN_CONFIG event.
  std::size_t take(std::span<const std::byte> from_host, MonoTime at) override;
  std::vector<std::byte> give(MonoTime at) override { return outgoing_.due_by(at); }
  std::optional<MonoTime> next_due() const override { return outgoing_.next_due(); }

 private:
  void say(const InputEvent& event, MonoTime due);
  MonoTime stamp_after_pause(MonoTime at) const;

  Outgoing outgoing_;
  InputEventReader questions_;
  bool is_headset_in_ = false;
  MonoTime last_stamp_{};
};

// The key of this cheap keypad that is marked "left", "help", "rate-up" and so on.
std::optional<std::uint16_t> keypad_code(std::string_view mark);

}  // namespace huimin::devices::simulators
