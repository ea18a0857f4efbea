// A hand on the keypad: presses go through the bytes of the device to the bridge, as on a terminal.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "devices/keypad/evdev_keypad.h"
#include "devices/simulators/keypad_twin.h"
#include "devices/simulators/twin_stream.h"
#include "screens/toolkit/bridge.h"

namespace huimin::screens {

enum class Manner : std::uint8_t { Plain, Held, Trembling, Slipping };

class KeypadHand {
 public:
  explicit KeypadHand(Bridge& bridge) : bridge_(&bridge) { listen(std::chrono::milliseconds{1}); }

  // One press that is meant, however it is done. `code` as in <linux/input-event-codes.h>.
  void press(std::uint16_t code, Manner manner = Manner::Plain) {
    using std::chrono::milliseconds;
    constexpr std::uint16_t kHelp = 59;  // KEY_F1: what a slipping finger hits beside the key
    switch (manner) {
      case Manner::Plain: twin_.press(code, socket_.now); break;
      case Manner::Held: twin_.hold(code, milliseconds{1500}, socket_.now); break;
      case Manner::Trembling: twin_.strike_twice(code, milliseconds{70}, socket_.now); break;
      case Manner::Slipping: twin_.press_both(code, kHelp, socket_.now); break;
    }
    listen(milliseconds{2500});
  }

  // What comes within this time goes to the bridge.
  void listen(std::chrono::milliseconds wait) {
    const auto end = socket_.now + wait;
    for (;;) {
      const auto event = keypad_.poll(std::max(std::chrono::milliseconds{0}, end - socket_.now));
      if (event) {
        feed(*event);
      } else if (socket_.now >= end) {
        return;
      }
    }
  }

  devices::simulators::KeypadTwin& twin() { return twin_; }
  devices::MonoTime now() const { return socket_.now; }
  int presses() const { return presses_; }

 private:
  void feed(const devices::KeypadEvent& event) {
    const auto* pressed = std::get_if<devices::KeyPressed>(&event);
    if (pressed == nullptr) return;
    ++presses_;
    if (const auto key = focus_key(pressed->key)) bridge_->key(*key);
  }

  static std::optional<FocusKey> focus_key(devices::KeypadKey key) {
    using devices::KeypadKey;
    if (key == KeypadKey::Left) return FocusKey::Previous;
    if (key == KeypadKey::Right) return FocusKey::Next;
    if (key == KeypadKey::Up) return FocusKey::PreviousGroup;
    if (key == KeypadKey::Down) return FocusKey::NextGroup;
    if (key == KeypadKey::Select) return FocusKey::Activate;
    return std::nullopt;
  }

  Bridge* bridge_;
  devices::simulators::KeypadTwin twin_;
  devices::simulators::TwinSocket socket_{twin_, devices::MonoTime{std::chrono::seconds{1000}}};
  devices::EvdevKeypad keypad_{devices::simulators::opener_for(socket_)};
  int presses_ = 0;
};

}  // namespace huimin::screens
