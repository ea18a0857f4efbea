#pragma once
// Byte strings, SHA-256 and their text forms; the small change of this folder.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huimin::queue {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Hash = std::array<std::uint8_t, 32>;  // SHA-256
using Epoch = std::array<std::uint8_t, 16>;

Hash sha256(ByteView bytes);
Hash sha256(std::string_view text);

// Lower-case hexadecimal.
std::string hex(ByteView bytes);
// Only lower case and exactly the right length.
std::optional<Hash> parse_hash(std::string_view hex);
std::optional<Epoch> parse_epoch(std::string_view hex);

std::string base64(ByteView bytes);
// Strict: padded, no blanks, and the same text again when encoded.
std::optional<Bytes> parse_base64(std::string_view text);

inline ByteView view_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text_of(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// From the operating system's generator.
Epoch random_epoch();
// 32 hexadecimal characters: one press of "submit", one question.
std::string random_id();

}  // namespace huimin::queue
