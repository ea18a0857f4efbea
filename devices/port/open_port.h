#pragma once
// Addresses of devices as they stand in the configuration.
//
//   serial:/dev/ttyS0          serial line, raw, 115200 baud 8N1 without flow control
//   serial:/dev/ttyUSB0,9600   the same with another speed: 9600, 19200, 38400, 57600, 115200
//   pty:/run/huimin/reader     a pseudo terminal, by its path or by a symbolic link to it
//   char:/dev/usb/lp0          a character device, as usblp makes for printers
//   evdev:/dev/input/by-id/... keys and switches, grabbed; a pipe with the same bytes too
//   tcp:127.0.0.1:9100         a TCP connection; IPv6 in brackets: tcp:[::1]:9100

#include <string>
#include <string_view>

#include "devices/port/byte_stream.h"

namespace huimin::devices {

// Long enough for a printer that wakes up; a guess.
inline constexpr std::chrono::milliseconds kDefaultConnectTimeout{3000};

// Opens once. `connect_timeout` is for tcp only. Errors: Gone, Refused, Busy, BadAddress, Timeout
// (tcp).
[[nodiscard]] PortResult open_port(
    std::string_view uri, std::chrono::milliseconds connect_timeout = kDefaultConnectTimeout);

// True if `uri` has one of the forms above; says nothing about whether the device is there.
[[nodiscard]] bool is_port_uri(std::string_view uri);

// For devices that re-open after an unplug.
[[nodiscard]] PortOpener opener_for(std::string uri);

}  // namespace huimin::devices
