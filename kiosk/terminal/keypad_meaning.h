#pragma once
// What the keys of the keypad mean on a resident's screen.

#include <optional>

#include "devices/keypad/evdev_keypad.h"
#include "kiosk/terminal/config.h"
#include "screens/toolkit/focus.h"
#include "screens/view/intent.h"

namespace huimin::terminal {

// Arrows and select move the ring and press what it is on.
std::optional<screens::FocusKey> focus_key(devices::KeypadKey key);
// Help, speed and loudness mean the same everywhere. The repeat key is neither: it is the voice's.
std::optional<screens::view::Act> act_of(devices::KeypadKey key);

// The settings were checked when they were read.
devices::KeypadOptions keypad_options(const Config& config);

}  // namespace huimin::terminal
