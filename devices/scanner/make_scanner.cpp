#include "devices/scanner/make_scanner.h"

#include "devices/port/open_port.h"
#include "devices/scanner/line_scanner.h"
#include "devices/scanner/typed_lines.h"

namespace huimin::devices {
namespace {

// Slow scanners press a key every 30 ms, and need four presses and releases for a colon.
constexpr ScannerTimes kKeyboardTimes{.end_of_line = std::chrono::milliseconds{600}};

}  // namespace

std::unique_ptr<Scanner> make_scanner(const std::string& address) {
  auto open = opener_for(address);
  if (!address.starts_with("evdev:")) return std::make_unique<LineScanner>(std::move(open));
  return std::make_unique<LineScanner>(typed_lines(std::move(open)), kKeyboardTimes);
}

}  // namespace huimin::devices
