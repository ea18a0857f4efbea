#include "screens/locale/characters.h"

#include <algorithm>

namespace huimin::screens {
namespace {

struct Lead {
  std::size_t size;      // 0: this byte starts no character
  unsigned char low;     // what the second byte may be
  unsigned char high;
};

// RFC 3629 section 4: the lead byte decides the length and narrows the second byte.
Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

std::size_t first_character_size(std::string_view text) {
  if (text.empty()) return 0;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const Lead lead = lead_of(at(0));
  if (lead.size < 2 || lead.size > text.size()) return lead.size == 1 ? 1 : 0;
  if (at(1) < lead.low || at(1) > lead.high) return 0;
  for (std::size_t i = 2; i < lead.size; ++i) {
    if ((at(i) & 0xC0) != 0x80) return 0;
  }
  return lead.size;
}

char32_t code_point(std::string_view character) {
  const std::size_t size = first_character_size(character);
  if (size == 0 || size != character.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (size == 1) return byte(0);
  char32_t code = byte(0) & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) code = code << 6 | (byte(i) & 0x3FU);
  return code;
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = first_character_size(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    text.remove_prefix(std::max<std::size_t>(1, first_character_size(text)));
    ++count;
  }
  return count;
}

void drop_last_character(std::string& text) {
  for (std::size_t size = std::min<std::size_t>(4, text.size()); size > 1; --size) {
    const auto tail = std::string_view{text}.substr(text.size() - size);
    if (first_character_size(tail) == size) {
      text.resize(text.size() - size);
      return;
    }
  }
  if (!text.empty()) text.pop_back();
}

}  // namespace huimin::screens
