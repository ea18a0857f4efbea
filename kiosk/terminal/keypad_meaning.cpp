#include "kiosk/terminal/keypad_meaning.h"

namespace huimin::terminal {

std::optional<screens::FocusKey> focus_key(devices::KeypadKey key) {
  using devices::KeypadKey;
  using screens::FocusKey;
  switch (key) {
    case KeypadKey::Left: return FocusKey::Previous;
    case KeypadKey::Right: return FocusKey::Next;
    case KeypadKey::Up: return FocusKey::PreviousGroup;
    case KeypadKey::Down: return FocusKey::NextGroup;
    case KeypadKey::Select: return FocusKey::Activate;
    case KeypadKey::Help:
    case KeypadKey::Repeat:
    case KeypadKey::RateUp:
    case KeypadKey::RateDown:
    case KeypadKey::VolumeUp:
    case KeypadKey::VolumeDown: break;
  }
  return std::nullopt;
}

std::optional<screens::view::Act> act_of(devices::KeypadKey key) {
  using devices::KeypadKey;
  using screens::view::Act;
  switch (key) {
    case KeypadKey::Help: return Act::CallStaff;
    case KeypadKey::RateUp: return Act::VoiceFaster;
    case KeypadKey::RateDown: return Act::VoiceSlower;
    case KeypadKey::VolumeUp: return Act::VoiceLouder;
    case KeypadKey::VolumeDown: return Act::VoiceSofter;
    case KeypadKey::Left:
    case KeypadKey::Right:
    case KeypadKey::Up:
    case KeypadKey::Down:
    case KeypadKey::Select:
    case KeypadKey::Repeat: break;
  }
  return std::nullopt;
}

devices::KeypadOptions keypad_options(const Config& config) {
  devices::KeypadOptions options;
  options.keys = devices::KeyMap::parse(config.keypad_keys).value_or(devices::KeyMap{});
  options.times.double_strike = std::chrono::milliseconds(config.double_strike_ms);
  return options;
}

}  // namespace huimin::terminal
