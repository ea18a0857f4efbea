// Pokes for what is pressed and what lights up.

#include "devices/keypad/evdev_keypad.h"
#include "devices/poke/poke.h"
#include "devices/port/open_port.h"
#include "devices/signal/relay_signal.h"

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;

std::string cannot_open(const std::string& uri, PortError error) {
  return "port: " + uri + ": " + to_text(error) + "\n";
}

std::string describe(const KeypadEvent& event) {
  if (const auto* pressed = std::get_if<KeyPressed>(&event)) {
    return std::string("key: ") + to_text(pressed->key) + "\n";
  }
  if (std::holds_alternative<HeadsetIn>(event)) return "headset: in\n";
  if (std::holds_alternative<HeadsetOut>(event)) return "headset: out\n";
  return std::holds_alternative<KeypadGone>(event) ? "keypad: gone\n" : "keypad: there\n";
}

}  // namespace

std::string poke_keypad(const std::string& uri, std::chrono::seconds listen_for) {
  if (auto port = open_port(uri); !port) return cannot_open(uri, port.error());
  EvdevKeypad keypad(opener_for(uri));
  std::string text = "port: " + uri + ": open\n";
  const MonoTime end = mono_now() + listen_for;
  int presses = 0;
  for (MonoTime now = mono_now(); now < end; now = mono_now()) {
    const auto event = keypad.poll(end - now);
    if (!event) continue;
    text += describe(*event);
    if (std::holds_alternative<KeypadGone>(*event)) return text;
    presses += std::holds_alternative<KeyPressed>(*event) ? 1 : 0;
  }
  return text + "presses: " + std::to_string(presses) + "\n";
}

std::string poke_signal(const std::string& uri, std::chrono::seconds each_for) {
  if (auto port = open_port(uri); !port) return cannot_open(uri, port.error());
  RelaySignal signal(opener_for(uri));
  std::string text = "port: " + uri + ": open\n";
  for (const auto state : {SignalState::Calling, SignalState::Urgent, SignalState::Off}) {
    signal.show(state);
    const bool there = signal.poll(milliseconds{each_for}) == SignalStatus::Ready;
    text += std::string("shown: ") + to_text(state) + (there ? "\n" : ", but the line is gone\n");
  }
  return text + "The board does not answer: look and listen whether it was so.\n";
}

}  // namespace huimin::devices
