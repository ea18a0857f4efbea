#include "devices/simulators/scanner_twin.h"

#include <string>

namespace huimin::devices::simulators {
namespace {

std::vector<std::byte> bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

}  // namespace

void ScannerTwin::scan(std::string_view code, MonoTime at, std::string_view end) {
  outgoing_.say(bytes_of(std::string(code) + std::string(end)), at);
}

void ScannerTwin::make_noise(MonoTime at) {
  outgoing_.say(bytes_of("\x7f\x01\xff\xfe"
                         "430522\x15\x80"),
                at);
}

}  // namespace huimin::devices::simulators
