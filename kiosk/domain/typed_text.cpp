#include "kiosk/domain/typed_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/domain/person_name.h"
#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

using Characters = std::u32string;

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode 15: general categories Cc, Cf, Co, Cn of the whole planes, and what is drawn as emoji.
constexpr std::array kRefused{
    Range{0x00, 0x1F},       Range{0x7F, 0x9F},       Range{0xAD, 0xAD},
    Range{0x34F, 0x34F},     Range{0x61C, 0x61C},     Range{0x115F, 0x1160},
    Range{0x180B, 0x180F},   Range{0x200B, 0x200F},   Range{0x2028, 0x202E},
    Range{0x2060, 0x206F},   Range{0x20E3, 0x20E3},   Range{0x231A, 0x231B},
    Range{0x23E9, 0x23FA},   Range{0x2600, 0x27BF},   Range{0x2B50, 0x2B55},
    Range{0x3164, 0x3164},   Range{0xD800, 0xF8FF},   Range{0xFDD0, 0xFDEF},
    Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},
    Range{0xFFF0, 0xFFFF},   Range{0x1F000, 0x1FBFF}, Range{0xE0000, 0x10FFFF}};

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE; }

std::optional<Characters> read(std::string_view text) {
  Characters characters;
  while (!text.empty()) {
    const auto character = take_character(text);
    if (!character) return std::nullopt;
    characters.push_back(*character);
  }
  return characters;
}

std::string write(const Characters& characters) {
  std::string text;
  for (const char32_t c : characters) append_character(text, c);
  return text;
}

// `after` is `before` up to `begin` and from its end backwards `tail` characters; between stands
// what was put in.
struct Change {
  std::size_t begin = 0;
  std::size_t tail = 0;
};

Change change_between(const Characters& before, const Characters& after) {
  const std::size_t most = std::min(before.size(), after.size());
  Change change;
  while (change.begin < most && before[change.begin] == after[change.begin]) ++change.begin;
  while (change.tail < most - change.begin &&
         before[before.size() - 1 - change.tail] == after[after.size() - 1 - change.tail]) {
    ++change.tail;
  }
  return change;
}

struct Rule {
  std::size_t most;
  bool name;

  bool takes(char32_t c) const {
    return may_be_typed(c, /*line_breaks=*/!name) && (!name || may_stand_in_name(c));
  }
};

TypedText typed(std::string_view before_text, std::string_view after_text, const Rule& rule) {
  const auto after = read(after_text);
  if (!after) return {std::string(before_text), TypedError::Character};
  const Characters before = read(before_text).value_or(Characters{});
  const Change change = change_between(before, *after);
  Characters put = after->substr(change.begin, after->size() - change.begin - change.tail);
  std::optional<TypedError> refused;
  if (std::erase_if(put, [&](char32_t c) { return !rule.takes(c); }) > 0) {
    refused = TypedError::Character;
  }
  const std::size_t kept = change.begin + change.tail;
  if (!put.empty() && kept + put.size() > rule.most) {
    if (rule.name) return {std::string(before_text), TypedError::TooLong};
    put.resize(rule.most - std::min(rule.most, kept));
    refused = TypedError::TooLong;
  }
  const Characters tail = after->substr(after->size() - change.tail);
  return {write(after->substr(0, change.begin) + put + tail), refused};
}

}  // namespace

bool may_be_typed(char32_t c, bool line_breaks) {
  if (c == U'\n') return line_breaks;
  if (is_noncharacter(c)) return false;
  return std::none_of(kRefused.begin(), kRefused.end(),
                      [c](Range range) { return c >= range.first && c <= range.last; });
}

TypedText typed_name(std::string_view before, std::string_view after) {
  return typed(before, after, {kNameMostCharacters, true});
}

TypedText typed_story(std::string_view before, std::string_view after, int most_characters) {
  return typed(before, after, {static_cast<std::size_t>(most_characters), false});
}

}  // namespace huimin::domain
