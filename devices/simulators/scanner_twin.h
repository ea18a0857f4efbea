#pragma once
// The twin of a serial code scanner: it only speaks.

#include <string_view>

#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

class ScannerTwin final : public Twin {
 public:
  // Sends the code and `end` (CR or CRLF), as after a beep.
  void scan(std::string_view code, MonoTime at, std::string_view end = "\r");

  // Bytes that are no code and never end.
  void make_noise(MonoTime at);

  std::size_t take(std::span<const std::byte> from_host, MonoTime) override {
    return from_host.size();
  }
  std::vector<std::byte> give(MonoTime at) override { return outgoing_.due_by(at); }
  std::optional<MonoTime> next_due() const override { return outgoing_.next_due(); }

 private:
  Outgoing outgoing_;
};

}  // namespace huimin::devices::simulators
