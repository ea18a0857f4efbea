#pragma once
// A keypad that is an input device of the kernel, as USB keypads and audio navigation pads are.

#include <atomic>
#include <deque>
#include <memory>

#include "devices/keypad/key_filter.h"
#include "devices/keypad/keypad.h"
#include "devices/port/byte_stream.h"
#include "devices/port/input_events.h"

namespace huimin::devices {

struct KeypadOptions {
  KeyMap keys;
  KeypadTimes times;
};

class EvdevKeypad final : public Keypad {
 public:
  // `open` gives the bytes of an event device (port/evdev_port.h).
  explicit EvdevKeypad(PortOpener open, KeypadOptions options = {});

  KeypadStatus status() const override { return status_; }
  std::optional<KeypadEvent> poll(std::chrono::milliseconds wait) override;

 private:
  bool connect();
  void lose();
  void receive(std::chrono::milliseconds wait);
  std::optional<KeypadEvent> next();

  PortOpener open_;
  KeyFilter filter_;
  std::unique_ptr<ByteStream> stream_;
  InputEventReader reader_;
  std::deque<KeypadEvent> waiting_;
  bool is_gone_told_ = false;
  std::atomic<KeypadStatus> status_{KeypadStatus::Disconnected};
};

}  // namespace huimin::devices
