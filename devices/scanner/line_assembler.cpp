#include "devices/scanner/line_assembler.h"

#include <cstdint>
#include <utility>

namespace huimin::devices {
namespace {

// The length of the UTF-8 sequence that starts with `lead`, 0 if none can.
std::size_t sequence_size(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// Overlong forms, surrogates and numbers over 10FFFF show in the second byte.
bool is_second_byte_fit(std::uint8_t lead, std::uint8_t second) {
  switch (lead) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second < 0xA0;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second < 0x90;
    default: return true;
  }
}

bool is_utf8(const std::string& text) {
  const auto at = [&text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = sequence_size(at(i));
    if (size == 0 || i + size > text.size()) return false;
    for (std::size_t k = 1; k < size; ++k) {
      if ((at(i + k) & 0xC0) != 0x80) return false;
    }
    if (size > 1 && !is_second_byte_fit(at(i), at(i + 1))) return false;
    i += size;
  }
  return true;
}

}  // namespace

std::vector<ScanEvent> LineAssembler::take(std::span<const std::byte> bytes) {
  std::vector<ScanEvent> lines;
  for (const std::byte one : bytes) {
    const char c = static_cast<char>(one);
    const bool follows_cr = std::exchange(after_cr_, c == '\r');
    if (c == '\r') {
      if (auto line = finish()) lines.push_back(std::move(*line));
    } else if (c == '\n' && follows_cr) {
      continue;
    } else if (static_cast<std::uint8_t>(c) < 0x20 || c == 0x7F) {
      is_noise_ = true;
    } else if (line_.size() == kMaxScanLength) {
      is_too_long_ = true;
    } else {
      line_.push_back(c);
    }
  }
  return lines;
}

std::optional<ScanEvent> LineAssembler::finish() {
  const bool wanted = has_begun() && !is_forgotten_;
  std::string line = std::move(line_);
  const bool too_long = is_too_long_;
  const bool noise = is_noise_ || !is_utf8(line);
  reset();
  if (!wanted) return std::nullopt;
  if (too_long) return ScanRefused{ScanRefusal::TooLong};
  if (noise) return ScanRefused{ScanRefusal::Noise};
  return Scanned{std::move(line)};
}

std::optional<ScanRefused> LineAssembler::end_of_patience() {
  const bool wanted = has_begun() && !is_forgotten_;
  const auto reason = is_too_long_ ? ScanRefusal::TooLong : ScanRefusal::Noise;
  reset();
  if (!wanted) return std::nullopt;
  return ScanRefused{reason};
}

void LineAssembler::forget() {
  const bool begun = has_begun();
  reset();
  is_forgotten_ = begun;
}

// after_cr_ stays: the LF of a CRLF may still be on its way.
void LineAssembler::reset() {
  line_.clear();
  is_too_long_ = false;
  is_noise_ = false;
  is_forgotten_ = false;
}

}  // namespace huimin::devices
