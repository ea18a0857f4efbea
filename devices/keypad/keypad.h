#pragma once
// The tactile keypad, with a headphone jack in it or beside it.
//
// It does everything that the touch screen does (EN 301 549, 5.1.6); a held key is one press (VVSG
// 2.0, 7.2-M); double strikes are filtered (EN 301 549, 5.8).

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>

namespace huimin::devices {

enum class KeypadKey : std::uint8_t {
  Left,
  Right,
  Up,
  Down,
  Select,
  Help,
  Repeat,
  RateUp,
  RateDown,
  VolumeUp,
  VolumeDown,
};

// A word for logs, pokes and settings: "left", "rate-up".
const char* to_text(KeypadKey key);

// Each press once: not again while the key is held.
struct KeyPressed {
  KeypadKey key = KeypadKey::Select;
  bool operator==(const KeyPressed&) const = default;
};
struct HeadsetIn {
  bool operator==(const HeadsetIn&) const = default;
};
struct HeadsetOut {
  bool operator==(const HeadsetOut&) const = default;
};
// Unplugged, or held by another program. A headset that was in counts as out from here on; it is
// told again when the keypad is back.
struct KeypadGone {
  bool operator==(const KeypadGone&) const = default;
};
// There, for the first time or again.
struct KeypadBack {
  bool operator==(const KeypadBack&) const = default;
};

using KeypadEvent = std::variant<KeyPressed, HeadsetIn, HeadsetOut, KeypadGone, KeypadBack>;

enum class KeypadStatus : std::uint8_t { Disconnected, Ready };

// poll() is used by one device worker; status() by any thread.
class Keypad {
 public:
  virtual ~Keypad() = default;

  virtual KeypadStatus status() const = 0;

  // Waits at most `wait` for something to happen. Gone and Back are told once each time. While the
  // keypad is gone this returns at once, and every call tries to open it.
  virtual std::optional<KeypadEvent> poll(std::chrono::milliseconds wait) = 0;
};

}  // namespace huimin::devices
