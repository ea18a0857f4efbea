#pragma once
// Reads barcodes and QR codes, one code at a time, as text.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

namespace huimin::devices {

enum class ScannerStatus : std::uint8_t { Disconnected, Ready };

enum class ScanRefusal : std::uint8_t {
  TooLong,  // longer than any QR code can be
  Noise,    // bytes that are no text, or no end of line in time
};

struct NothingScanned {};
struct Scanned {
  std::string text;  // UTF-8, 1 to kMaxScanLength bytes, without control characters
};
struct ScanRefused {
  ScanRefusal reason = ScanRefusal::Noise;
};
struct ScannerGone {};

using ScanEvent = std::variant<NothingScanned, Scanned, ScanRefused, ScannerGone>;

// QR version 40-L holds 4296 letters (ISO/IEC 18004).
inline constexpr std::size_t kMaxScanLength = 4296;

// poll() is used by one device worker; status() and clear() by any thread.
class Scanner {
 public:
  virtual ~Scanner() = default;

  virtual ScannerStatus status() const = 0;

  // Waits at most `wait` for a code. The same code again and again without a pause is one read.
  // A scanner that was unplugged gives ScannerGone and works again when it returns.
  virtual ScanEvent poll(std::chrono::milliseconds wait) = 0;

  // Forgets what was received so far, half a line too; for the change of a screen or session. A
  // code that is being held before the scanner stays known, so that its next repeat does not act on
  // the new screen.
  virtual void clear() = 0;
};

}  // namespace huimin::devices
