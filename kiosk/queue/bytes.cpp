#include "kiosk/queue/bytes.h"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <sys/random.h>

#include "kiosk/base/check.h"

namespace huimin::queue {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

std::optional<std::uint8_t> nibble(char digit) {
  const auto at = kHexDigits.find(digit);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(at);
}

template <std::size_t Size>
std::optional<std::array<std::uint8_t, Size>> parse_hex(std::string_view hex) {
  std::array<std::uint8_t, Size> out{};
  if (hex.size() != 2 * Size) return std::nullopt;
  for (std::size_t i = 0; i < Size; ++i) {
    const auto high = nibble(hex[2 * i]);
    const auto low = nibble(hex[2 * i + 1]);
    if (!high || !low) return std::nullopt;
    out[i] = static_cast<std::uint8_t>((*high << 4U) | *low);
  }
  return out;
}

}  // namespace

Hash sha256(ByteView bytes) {
  Hash out{};
  SHA256(bytes.data(), bytes.size(), out.data());
  return out;
}

Hash sha256(std::string_view text) { return sha256(view_of(text)); }

std::string hex(ByteView bytes) {
  std::string out;
  out.reserve(2 * bytes.size());
  for (const std::uint8_t byte : bytes) {
    out += kHexDigits[byte >> 4U];
    out += kHexDigits[byte & 15U];
  }
  return out;
}

std::optional<Hash> parse_hash(std::string_view hex) { return parse_hex<32>(hex); }
std::optional<Epoch> parse_epoch(std::string_view hex) { return parse_hex<16>(hex); }

std::string base64(ByteView bytes) {
  // EVP_EncodeBlock ends with a zero byte of its own.
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes.data(),
                                   static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::optional<Bytes> parse_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  Bytes out(text.size() / 4 * 3);
  const int size = EVP_DecodeBlock(out.data(), view_of(text).data(), static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  for (int pads = 0; pads < 2 && text.ends_with('='); ++pads) {
    text.remove_suffix(1);
    out.pop_back();
  }
  // EVP_DecodeBlock forgives blanks and stray padding; the way back does not.
  const std::string again = base64(out);
  if (std::string_view(again).substr(0, text.size()) != text) return std::nullopt;
  return out;
}

Epoch random_epoch() {
  Epoch out{};
  const ssize_t got = getrandom(out.data(), out.size(), 0);
  base::check(got == static_cast<ssize_t>(out.size()), "random bytes from the system");
  return out;
}

std::string random_id() { return hex(random_epoch()); }

}  // namespace huimin::queue
