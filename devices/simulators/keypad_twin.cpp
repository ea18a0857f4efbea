#include "devices/simulators/keypad_twin.h"

#include <linux/input-event-codes.h>

#include <algorithm>
#include <array>
#include <utility>

namespace huimin::devices::simulators {
namespace {

using std::chrono::milliseconds;

// How a person presses; guesses.
constexpr milliseconds kPressed{60};
constexpr milliseconds kBetweenPresses{700};
// The defaults of the kernel's input layer.
constexpr milliseconds kRepeatDelay{250};
constexpr milliseconds kRepeatPeriod{33};

InputEvent key(std::uint16_t code, std::int32_t value, MonoTime at) {
  return {at, EV_KEY, code, value};
}

}  // namespace

void KeypadTwin::press(std::uint16_t code, MonoTime at) {
  const MonoTime stamp = stamp_after_pause(at);
  say(key(code, 1, stamp), at);
  say(key(code, 0, stamp + kPressed), at);
}

void KeypadTwin::hold(std::uint16_t code, milliseconds held, MonoTime at) {
  const MonoTime stamp = stamp_after_pause(at);
  say(key(code, 1, stamp), at);
  for (auto passed = kRepeatDelay; passed < held; passed += kRepeatPeriod) {
    say(key(code, 2, stamp + passed), at + passed);
  }
  say(key(code, 0, stamp + held), at + held);
}

void KeypadTwin::strike_twice(std::uint16_t code, milliseconds apart, MonoTime at) {
  const MonoTime stamp = stamp_after_pause(at);
  for (const milliseconds from : {milliseconds{0}, apart}) {
    say(key(code, 1, stamp + from), at + from);
    say(key(code, 0, stamp + from + apart / 2), at + from + apart / 2);
  }
}

void KeypadTwin::press_both(std::uint16_t first, std::uint16_t second, MonoTime at) {
  const MonoTime stamp = stamp_after_pause(at);
  say(key(first, 1, stamp), at);
  say(key(second, 1, stamp + kPressed / 4), at);
  say(key(first, 0, stamp + kPressed), at);
  say(key(second, 0, stamp + kPressed), at);
}

void KeypadTwin::set_headset(bool in, MonoTime at) {
  if (is_headset_in_ == in) return;
  is_headset_in_ = in;
  say({at, EV_SW, SW_HEADPHONE_INSERT, in ? 1 : 0}, at);
}

void KeypadTwin::overflow(MonoTime at) { say({at, EV_SYN, SYN_DROPPED, 0}, at); }

std::size_t KeypadTwin::take(std::span<const std::byte> from_host, MonoTime at) {
  for (const InputEvent& asked : questions_.take(from_host)) {
    if (asked.type != EV_SYN || asked.code != SYN_CONFIG) continue;
    say({at, EV_SW, SW_HEADPHONE_INSERT, is_headset_in_ ? 1 : 0}, at);
  }
  return from_host.size();
}

void KeypadTwin::say(const InputEvent& event, MonoTime due) {
  last_stamp_ = std::max(last_stamp_, event.at);
  std::vector<std::byte> bytes;
  append_input_event(bytes, event);
  append_input_event(bytes, {event.at, EV_SYN, SYN_REPORT, 0});
  outgoing_.say(std::move(bytes), due);
}

MonoTime KeypadTwin::stamp_after_pause(MonoTime at) const {
  return std::max(at, last_stamp_ + kBetweenPresses);
}

std::optional<std::uint16_t> keypad_code(std::string_view mark) {
  constexpr std::array<std::pair<std::string_view, std::uint16_t>, 11> kMarks{
      {{"left", KEY_LEFT},
       {"right", KEY_RIGHT},
       {"up", KEY_UP},
       {"down", KEY_DOWN},
       {"select", KEY_ENTER},
       {"help", KEY_F1},
       {"repeat", KEY_F2},
       {"rate-down", KEY_F3},
       {"rate-up", KEY_F4},
       {"volume-up", KEY_VOLUMEUP},
       {"volume-down", KEY_VOLUMEDOWN}}};
  for (const auto& [name, code] : kMarks) {
    if (name == mark) return code;
  }
  return std::nullopt;
}

}  // namespace huimin::devices::simulators
