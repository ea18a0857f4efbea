#pragma once
// The scanner that an address means.

#include <memory>
#include <string>

#include "devices/scanner/scanner.h"

namespace huimin::devices {

// `evdev:PATH` is a scanner in keyboard mode, any other address of devices/port/open_port.h one
// that sends lines.
std::unique_ptr<Scanner> make_scanner(const std::string& address);

}  // namespace huimin::devices
