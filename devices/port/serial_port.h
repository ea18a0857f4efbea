#pragma once
// A serial line or pseudo terminal: raw, 8N1, no flow control.

#include <string>

#include "devices/port/byte_stream.h"

namespace huimin::devices {

inline constexpr int kDefaultBaud = 115200;

// Speeds that readers, scanners and printers have: 9600, 19200, 38400, 57600, 115200.
bool is_known_baud(int baud);

// What was received before is discarded: it may be meant for whoever had the line before.
// Errors: Gone, Refused, Busy (another process of ours holds it), BadAddress (not a terminal,
// unknown speed).
[[nodiscard]] PortResult open_serial(const std::string& path, int baud = kDefaultBaud);

}  // namespace huimin::devices
