#pragma once
// The language in which a person, a test or a journey script says what happens to the simulated
// devices. README.md of this folder lists every command.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "devices/simulators/card_reader.h"
#include "devices/simulators/escpos_printer.h"
#include "devices/simulators/keypad_twin.h"
#include "devices/simulators/relay_board_twin.h"
#include "devices/simulators/scanner_keys_twin.h"
#include "devices/simulators/scanner_twin.h"

namespace huimin::devices::simulators {

enum class NetworkState : std::uint8_t { Up, Down };

// The devices of one terminal and the hall around them, as far as a command can change them.
struct Desk {
  People people;
  CardReaderTwin reader;
  EscPosPrinter printer;
  ScannerTwin scanner;
  ScannerKeysTwin scanner_keys;
  KeypadTwin keypad;
  RelayBoardTwin signal;
  // What the host of these devices carries out.
  bool is_reader_plugged = true;
  bool is_printer_plugged = true;
  bool is_scanner_plugged = true;
  bool is_scanner_keys_plugged = true;
  bool is_keypad_plugged = true;
  bool is_signal_plugged = true;
  bool has_network = false;
  NetworkState network = NetworkState::Up;
  std::chrono::milliseconds network_delay{0};
  bool is_quitting = false;
  int receipts = 0;  // whole ones that are out, with their files written
};

// The answer is to be given once this many receipts are out, or as an error when the time is over.
struct WaitForPaper {
  int receipts = 0;
  std::chrono::milliseconds limit{0};
};

using Answer = std::variant<std::string, WaitForPaper>;

// Carries out one line (without its end) at this time. Answers "ok", "error TEXT", or a number.
Answer obey(Desk& desk, std::string_view line, MonoTime at);

}  // namespace huimin::devices::simulators
