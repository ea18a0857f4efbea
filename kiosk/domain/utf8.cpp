#include "kiosk/domain/utf8.h"

#include <algorithm>
#include <cstddef>

#include "kiosk/base/check.h"
#include "kiosk/base/secret.h"

namespace huimin::domain {
namespace {

constexpr char32_t kFullWidthFirst = 0xFF01;
constexpr char32_t kFullWidthLast = 0xFF5E;
constexpr char32_t kFullWidthOffset = 0xFF01 - 0x21;
constexpr char32_t kIdeographicSpace = 0x3000;

// How many bytes the character has whose first byte this is, and the bits of the value in it. 0:
// not a first byte.
struct Lead {
  std::size_t size;
  char32_t bits;
};

Lead read_lead(unsigned char byte) {
  if (byte < 0x80) return {1, byte};
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U};
  return {0, 0};
}

bool is_well_formed(char32_t value, std::size_t size) {
  if (size == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
  if (size == 4) return value >= 0x10000 && value <= 0x10FFFF;
  return true;
}

bool is_separator(char32_t c) {
  const bool blank = c == ' ' || c == '\t' || c == 0xA0 || c == kIdeographicSpace;
  const bool hyphen = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
  return blank || hyphen;
}

}  // namespace

std::optional<char32_t> take_character(std::string_view& rest) {
  if (rest.empty()) return std::nullopt;
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  auto [size, value] = read_lead(byte_at(0));
  if (size == 0 || size > rest.size()) return std::nullopt;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte_at(i) & 0xC0U) != 0x80U) return std::nullopt;
    value = (value << 6U) | (byte_at(i) & 0x3FU);
  }
  if (!is_well_formed(value, size)) return std::nullopt;
  rest.remove_prefix(size);
  return value;
}

void append_character(std::string& text, char32_t character) {
  base::check(character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF),
              "a Unicode scalar value");
  const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  const auto add_tail = [&](unsigned shift) { add(0x80U | ((character >> shift) & 0x3FU)); };
  if (character < 0x80) {
    add(character);
  } else if (character < 0x800) {
    add(0xC0U | (character >> 6U));
    add_tail(0);
  } else if (character < 0x10000) {
    add(0xE0U | (character >> 12U));
    add_tail(6);
    add_tail(0);
  } else {
    add(0xF0U | (character >> 18U));
    add_tail(12);
    add_tail(6);
    add_tail(0);
  }
}

std::string fold_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  while (!text.empty()) {
    const auto character = take_character(text);
    if (!character) {
      folded.push_back(text.front());
      text.remove_prefix(1);
    } else if (*character >= kFullWidthFirst && *character <= kFullWidthLast) {
      append_character(folded, *character - kFullWidthOffset);
    } else {
      append_character(folded, *character == kIdeographicSpace ? U' ' : *character);
    }
  }
  return folded;
}

std::string without_separators(std::string_view typed) {
  // Numbers of cards and accounts go through here: what is not returned is wiped.
  const base::Secret secret(fold_width(typed));
  const std::string& folded = secret.text();
  std::string kept;
  kept.reserve(folded.size());
  std::string_view rest = folded;
  while (!rest.empty()) {
    const auto character = take_character(rest);
    if (!character) {
      kept.push_back(rest.front());
      rest.remove_prefix(1);
    } else if (!is_separator(*character)) {
      append_character(kept, *character);
    }
  }
  return kept;
}

bool all_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace huimin::domain
