#pragma once
// Talks to one device by hand, for `kiosk-admin device poke`: lines of text for the person at the
// terminal.
//
// Names and numbers are masked, so the output can be pasted into a fault report. The device must
// not be in use.

#include <chrono>
#include <string>

namespace huimin::devices {

// Module number, self-test, then one look for a card. Takes up to 12 s.
std::string poke_id_reader(const std::string& uri);

// Asks maker, model, the four states, and which answers the printer can give. Prints nothing.
std::string poke_printer(const std::string& uri);

// Shows for `listen_for` what the scanner sends: length and kind of each code, never its text.
std::string poke_scanner(const std::string& uri, std::chrono::seconds listen_for);

// Shows for `listen_for` which keys of the keypad are pressed, by their meaning, and the headset.
std::string poke_keypad(const std::string& uri, std::chrono::seconds listen_for);

// Lights calling, urgent and off, each for `each_for`.
std::string poke_signal(const std::string& uri, std::chrono::seconds each_for);

}  // namespace huimin::devices
