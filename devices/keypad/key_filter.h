#pragma once
// From what the hardware says to presses that a person meant. Pure.

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

#include "devices/keypad/key_map.h"
#include "devices/keypad/keypad.h"
#include "devices/port/input_events.h"

namespace huimin::devices {

struct KeypadTimes {
  // The same key within this time after it was pressed, or after it was let go, is a double strike
  // of a hand that shakes. EN 301 549, 5.8 wants it adjustable to 0.5 s at least; the default is a
  // guess.
  std::chrono::milliseconds double_strike{150};
  // A key that is down for longer hangs, and no longer keeps the others from counting. A guess.
  std::chrono::milliseconds hanging{3000};
};

// Every press counts once. While a key is down the others do not count: of two keys at once the
// first is meant. Times are those of the events, so a worker that is late changes nothing.
class KeyFilter {
 public:
  explicit KeyFilter(KeyMap map = {}, KeypadTimes times = {})
      : map_(std::move(map)), times_(times) {}

  std::optional<KeypadEvent> take(const InputEvent& event);

  // What was down may have been let go unseen.
  void release_all() { down_.reset(); }
  // The line is gone: the headset counts as out, and says so itself when it is back.
  void lose_headset() { is_headset_in_ = false; }

 private:
  struct Down {
    std::uint16_t code;
    MonoTime since;
  };

  std::optional<KeypadEvent> press(KeypadKey key, const InputEvent& event);
  std::optional<KeypadEvent> set_headset(bool in);
  bool is_double_strike(KeypadKey key, MonoTime at) const;

  KeyMap map_;
  KeypadTimes times_;
  std::optional<Down> down_;
  std::optional<KeypadKey> last_key_;
  MonoTime last_edge_{};
  bool is_headset_in_ = false;
};

}  // namespace huimin::devices
