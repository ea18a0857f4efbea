#pragma once
// The twin of a scanner in keyboard mode: it types what it reads, as struct input_event.

#include <chrono>
#include <string_view>

#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

class ScannerKeysTwin final : public Twin {
 public:
  // Types `text`, spread over `whole`, on a US keyboard: A-Z with shift. \r is Enter, \t Tab, \x1b
  // Esc. False, with nothing typed, if it has a letter that is on no key of it.
  bool type(std::string_view text, MonoTime at, std::chrono::milliseconds whole);

  void unplug() { outgoing_.clear(); }

  std::size_t take(std::span<const std::byte> from_host, MonoTime) override {
    return from_host.size();
  }
  std::vector<std::byte> give(MonoTime at) override { return outgoing_.due_by(at); }
  std::optional<MonoTime> next_due() const override { return outgoing_.next_due(); }

 private:
  Outgoing outgoing_;
};

}  // namespace huimin::devices::simulators
