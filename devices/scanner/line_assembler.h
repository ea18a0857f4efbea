#pragma once
// Bytes of a serial scanner as lines. Pure.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "devices/scanner/scanner.h"

namespace huimin::devices {

// A line ends with CR; a LF after it belongs to the end. Anything else below 20 hex, or bytes that
// are no UTF-8, make the whole line noise: a code with line feeds inside must not become several
// reads.
class LineAssembler {
 public:
  // The lines that ended within these bytes, in order; Scanned or ScanRefused each. Empty lines are
  // skipped.
  std::vector<ScanEvent> take(std::span<const std::byte> bytes);

  // The sender fell silent: a begun line is garbage. Nothing if none was begun.
  std::optional<ScanRefused> end_of_patience();

  // Drops a begun line together with the rest of it that is still to come.
  void forget();

  bool has_begun() const { return !line_.empty() || is_too_long_ || is_noise_ || is_forgotten_; }

 private:
  std::optional<ScanEvent> finish();
  void reset();

  std::string line_;
  bool is_too_long_ = false;
  bool is_noise_ = false;
  bool is_forgotten_ = false;
  bool after_cr_ = false;
};

}  // namespace huimin::devices
