// Any bytes from a scanner: codes are never too long, never hold control letters, and do not depend
// on the cut.

#include <cstdint>
#include <cstdlib>
#include <span>

#include "devices/scanner/line_assembler.h"

using namespace huimin::devices;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto all = std::as_bytes(std::span(data, size));
  LineAssembler at_once;
  const auto lines = at_once.take(all);
  LineAssembler bytewise;
  std::size_t count = 0;
  for (const std::byte one : all) count += bytewise.take(std::span(&one, 1)).size();
  if (count != lines.size()) std::abort();
  for (const auto& line : lines) {
    const auto* code = std::get_if<Scanned>(&line);
    if (code == nullptr) continue;
    if (code->text.empty() || code->text.size() > kMaxScanLength) std::abort();
    for (const char c : code->text) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) std::abort();
    }
  }
  return 0;
}
