#include "devices/keypad/key_filter.h"

#include <linux/input-event-codes.h>

namespace huimin::devices {
namespace {

enum KeyValue : std::int32_t { kReleased = 0, kPressed = 1 };

// Times may come from a clock that was set back; then nothing is known and the press counts.
bool is_within(MonoTime from, MonoTime at, std::chrono::milliseconds limit) {
  return at >= from && at - from < limit;
}

}  // namespace

std::optional<KeypadEvent> KeyFilter::take(const InputEvent& event) {
  if (event.type == EV_SW && event.code == SW_HEADPHONE_INSERT) {
    return set_headset(event.value != 0);
  }
  if (event.type != EV_KEY) return std::nullopt;
  if (event.value == kReleased && down_ && down_->code == event.code) {
    down_.reset();
    last_edge_ = event.at;
  }
  // The value 2 of a held key is the kernel's own repetition.
  if (event.value != kPressed) return std::nullopt;
  const auto meaning = map_.find(event.code);
  if (!meaning) return std::nullopt;
  if (const auto* jack = std::get_if<JackKey>(&*meaning)) return set_headset(*jack == JackKey::In);
  return press(std::get<KeypadKey>(*meaning), event);
}

std::optional<KeypadEvent> KeyFilter::press(KeypadKey key, const InputEvent& event) {
  const bool is_second = down_ && down_->code != event.code;
  if (is_second && is_within(down_->since, event.at, times_.hanging)) return std::nullopt;
  if (is_double_strike(key, event.at)) return std::nullopt;
  down_ = Down{event.code, event.at};
  last_key_ = key;
  last_edge_ = event.at;
  return KeyPressed{key};
}

bool KeyFilter::is_double_strike(KeypadKey key, MonoTime at) const {
  return last_key_ == key && is_within(last_edge_, at, times_.double_strike);
}

std::optional<KeypadEvent> KeyFilter::set_headset(bool in) {
  if (is_headset_in_ == in) return std::nullopt;
  is_headset_in_ = in;
  if (in) return HeadsetIn{};
  return HeadsetOut{};
}

}  // namespace huimin::devices
