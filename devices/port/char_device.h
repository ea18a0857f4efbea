#pragma once
// A character device such as /dev/usb/lp0: bytes in, status bytes out.

#include <string>

#include "devices/port/byte_stream.h"

namespace huimin::devices {

// Errors: Gone, Refused, Busy, BadAddress (not a character device).
[[nodiscard]] PortResult open_char_device(const std::string& path);

}  // namespace huimin::devices
