#pragma once
// A TCP connection, as network printers (port 9100) and serial servers have it.

#include <string>

#include "devices/port/byte_stream.h"

namespace huimin::devices {

// Resolves `host` and connects within `timeout`; every address is tried. Names are looked up by the
// system's resolver, which has its own time limit: configuration should give numeric addresses.
// Errors: Timeout, Refused, Gone (no route), BadAddress (not resolvable).
[[nodiscard]] PortResult open_tcp(const std::string& host, const std::string& service,
                                  std::chrono::milliseconds timeout);

}  // namespace huimin::devices
