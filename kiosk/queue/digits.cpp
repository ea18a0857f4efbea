// Bytes as decimal digits: a code of digits only is small, and every keyboard-type scanner types it
// alike.

#include <array>

#include "kiosk/queue/receipt_token.h"

namespace huimin::queue {
namespace {

constexpr std::size_t kChunkBytes = 7;
// Digits that hold 0-7 bytes.
constexpr std::array<std::size_t, kChunkBytes + 1> kDigitsFor = {0, 3, 5, 8, 10, 13, 15, 17};
constexpr std::size_t kChunkDigits = kDigitsFor[kChunkBytes];

std::optional<std::size_t> bytes_in(std::size_t digits) {
  for (std::size_t bytes = 1; bytes <= kChunkBytes; ++bytes) {
    if (kDigitsFor[bytes] == digits) return bytes;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t value = 0;  // 17 digits fit
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return value;
}

}  // namespace

std::string to_digits(ByteView bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += kChunkBytes) {
    const ByteView chunk = bytes.subspan(at, std::min(kChunkBytes, bytes.size() - at));
    std::uint64_t value = 0;
    for (const std::uint8_t byte : chunk) value = (value << 8U) | byte;
    std::string digits(kDigitsFor[chunk.size()], '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value /= 10) {
      *digit = static_cast<char>('0' + value % 10);
    }
    out += digits;
  }
  return out;
}

std::optional<Bytes> from_digits(std::string_view digits) {
  Bytes out;
  for (std::size_t at = 0; at < digits.size(); at += kChunkDigits) {
    const std::string_view chunk = digits.substr(at, kChunkDigits);
    const auto size = bytes_in(chunk.size());
    const auto value = number_of(chunk);
    // Two texts must never mean the same bytes: a chunk beyond its bytes is no chunk of ours.
    if (!size || !value || (*value >> (8U * *size)) != 0) return std::nullopt;
    for (std::size_t i = *size; i > 0; --i) {
      out.push_back(static_cast<std::uint8_t>((*value >> (8U * (i - 1))) & 0xFFU));
    }
  }
  return out;
}

}  // namespace huimin::queue
