#pragma once
// A scanner in keyboard mode: its keys as the bytes that a serial scanner would send.
//
// The device is grabbed by its port, so none of these keys reaches a window, a button or a field
// (case C10); what is typed on another keyboard or keypad never comes here, however fast. Told
// apart by the device, not by speed.

#include <optional>

#include "devices/port/byte_stream.h"
#include "devices/port/input_events.h"
#include "devices/port/mono_time.h"

namespace huimin::devices {

// Keys as letters. Pure.
//
// The letters of QR's alphanumeric mode: digits, A-Z, space and $ % * + - . / : as on a US
// keyboard, the number block too. Letters are always upper case: whether a scanner means shift or
// caps lock is its own affair. Enter and Tab end a line (CR). Esc, locks and keys without a letter
// are nothing; any other letter, Ctrl, Alt, and events that the kernel had to drop are a control
// letter, which makes the line noise: a wrong code is worse than none.
class KeyLetters {
 public:
  std::optional<char> take(const InputEvent& event);

 private:
  bool is_left_shift_down_ = false;
  bool is_right_shift_down_ = false;
};

// Opens with `open` what gives struct input_event and makes lines of it, for LineScanner.
PortOpener typed_lines(PortOpener open, MonoClock clock = mono_now);

}  // namespace huimin::devices
