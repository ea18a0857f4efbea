#include "kiosk/domain/person_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Letters and their marks, block by block (Unicode 14), wide on purpose: a rule that refuses a
// real name is worse than one that lets a rare sign through. Digits inside these blocks are taken
// out by kDigits.
constexpr std::array kLetters{
    Range{'A', 'Z'}, Range{'a', 'z'}, Range{0xAA, 0xAA}, Range{0xBA, 0xBA}, Range{0xC0, 0xD6},
    Range{0xD8, 0xF6}, Range{0xF8, 0x2C1}, Range{0x2C6, 0x2D1}, Range{0x2E0, 0x2E4},
    Range{0x300, 0x373}, Range{0x376, 0x377}, Range{0x37A, 0x37D}, Range{0x37F, 0x37F},
    Range{0x386, 0x386}, Range{0x388, 0x481}, Range{0x483, 0x556}, Range{0x560, 0x588},
    Range{0x591, 0x5BD}, Range{0x5D0, 0x5EA},                        // Hebrew
    Range{0x610, 0x61A}, Range{0x620, 0x669}, Range{0x66E, 0x6D3},   // Arabic, Uyghur
    Range{0x6D5, 0x6DC}, Range{0x6DF, 0x6E8}, Range{0x6EA, 0x6FC}, Range{0x6FF, 0x6FF},
    Range{0x710, 0x963}, Range{0x966, 0x96F}, Range{0x971, 0xDF3},   // Syriac to Sinhala
    Range{0xE01, 0xE3A}, Range{0xE40, 0xE4E}, Range{0xE50, 0xE59}, Range{0xE81, 0xEDF},
    Range{0xF00, 0xF00}, Range{0xF20, 0xF29}, Range{0xF40, 0xF6C}, Range{0xF71, 0xF84},  // Tibetan
    Range{0xF86, 0xFBC}, Range{0x1000, 0x1049}, Range{0x1050, 0x135F}, Range{0x1380, 0x138F},
    Range{0x13A0, 0x13FD}, Range{0x1401, 0x166C}, Range{0x166F, 0x167F}, Range{0x1700, 0x17D3},
    Range{0x17E0, 0x17E9}, Range{0x180B, 0x180F}, Range{0x1810, 0x18F5},  // Mongolian
    Range{0x1900, 0x193B}, Range{0x1946, 0x19D9}, Range{0x1A00, 0x1A1B}, Range{0x1A20, 0x1A99},
    Range{0x1AB0, 0x1ACE}, Range{0x1B00, 0x1B59}, Range{0x1B80, 0x1BF3}, Range{0x1C00, 0x1C37},
    Range{0x1C40, 0x1C7D}, Range{0x1C80, 0x1CBF}, Range{0x1D00, 0x1FBC}, Range{0x1FC2, 0x1FCC},
    Range{0x1FD0, 0x1FDB}, Range{0x1FE0, 0x1FEC}, Range{0x1FF2, 0x1FFC},
    Range{0x200C, 0x200D},                                           // joiners within a word
    Range{0x2C00, 0x2CE4}, Range{0x2D00, 0x2DFF},
    Range{0x2E80, 0x2FDF}, Range{0x3005, 0x3007}, Range{0x3021, 0x302F}, Range{0x3031, 0x3035},
    Range{0x3038, 0x303C}, Range{0x3041, 0x309A}, Range{0x309D, 0x309F}, Range{0x30A1, 0x30FA},
    Range{0x30FC, 0x30FF}, Range{0x3105, 0x318E}, Range{0x31A0, 0x31BF}, Range{0x31F0, 0x31FF},
    Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF},
    Range{0xA000, 0xA4C6}, Range{0xA4D0, 0xA4FD}, Range{0xA500, 0xA60C}, Range{0xA610, 0xA672},
    Range{0xA674, 0xA67D}, Range{0xA67F, 0xA6F1}, Range{0xA722, 0xA788}, Range{0xA78B, 0xA827},
    Range{0xA840, 0xA873}, Range{0xA880, 0xA8C5}, Range{0xA8D0, 0xA8F7}, Range{0xA900, 0xA92D},
    Range{0xA930, 0xA953}, Range{0xA960, 0xA9C0}, Range{0xA9CF, 0xAA59}, Range{0xAA60, 0xAADD},
    Range{0xAAE0, 0xAAEF}, Range{0xAAF2, 0xAB5A}, Range{0xAB5C, 0xABEA}, Range{0xABEC, 0xABF9},
    Range{0xAC00, 0xD7FB}, Range{0xE000, 0xFB28}, Range{0xFB2A, 0xFBB1}, Range{0xFBD3, 0xFD3D},
    Range{0xFD50, 0xFDC7}, Range{0xFDF0, 0xFDFB}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
    Range{0xFE70, 0xFEFC}, Range{0xFF21, 0xFF3A}, Range{0xFF41, 0xFF5A}, Range{0xFF66, 0xFFDC},
    Range{0x10280, 0x1031F}, Range{0x16F00, 0x16F9F},                // Lycian to Miao
    Range{0x17000, 0x18CD5},                                         // Tangut, Khitan
    Range{0x1B000, 0x1B2FB},
    Range{0x20000, 0x2FFFD}, Range{0x30000, 0x3FFFD},                // Han, extensions B and on
    Range{0xE0100, 0xE01EF},                                         // variants of a Han character
    Range{0xF0000, 0xFFFFD}, Range{0x100000, 0x10FFFD}};

// The first of each run of ten decimal digits within the blocks above.
constexpr std::array<char32_t, 36> kDigits{
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10};

// Middle dots, and what cards and people have in their stead. All of them compare equal.
constexpr std::array<char32_t, 11> kDots{0xB7,   0x2022, 0x30FB, 0x2027, 0xFF0E, U'.',
                                         0xFF65, 0x2219, 0x22C5, 0x2024, 0x318D};
constexpr char32_t kDot = 0xB7;

// Hyphens, apostrophes, and the Tibetan mark between syllables.
constexpr std::array<char32_t, 8> kOthers{U'-',   0x2010, 0x2011, 0xFF0D,
                                          U'\'', 0x2019, 0xF0B,  0xF0C};
constexpr std::array<char32_t, 3> kBlanks{U' ', 0xA0, 0x3000};

template <std::size_t N>
bool is_one_of(const std::array<char32_t, N>& set, char32_t c) {
  return std::find(set.begin(), set.end(), c) != set.end();
}

bool is_digit(char32_t c) {
  return std::any_of(kDigits.begin(), kDigits.end(),
                     [&](char32_t first) { return c >= first && c < first + 10; });
}

bool is_letter(char32_t c) {
  const bool listed = std::any_of(kLetters.begin(), kLetters.end(),
                                  [&](Range range) { return c >= range.first && c <= range.last; });
  return listed && !is_digit(c) && !is_one_of(kDots, c);
}

// The characters without the blanks at the ends; nothing when the text is not UTF-8.
std::optional<std::vector<char32_t>> read_characters(std::string_view text) {
  std::vector<char32_t> characters;
  while (!text.empty()) {
    const auto character = take_character(text);
    if (!character) return std::nullopt;
    if (!characters.empty() || !is_one_of(kBlanks, *character)) characters.push_back(*character);
  }
  while (!characters.empty() && is_one_of(kBlanks, characters.back())) characters.pop_back();
  return characters;
}

}  // namespace

bool may_stand_in_name(char32_t c) {
  return is_letter(c) || is_one_of(kDots, c) || is_one_of(kOthers, c) || is_one_of(kBlanks, c);
}

std::optional<NameError> check_name(std::string_view name) {
  const auto characters = read_characters(name);
  if (!characters) return NameError::Character;
  if (characters->empty()) return NameError::Empty;
  const bool fits = std::all_of(characters->begin(), characters->end(), may_stand_in_name);
  if (!fits || !is_letter(characters->front())) return NameError::Character;
  if (characters->size() > kNameMostCharacters) return NameError::TooLong;
  return std::nullopt;
}

std::string comparable_name(std::string_view name) {
  const auto characters = read_characters(name);
  if (!characters) return std::string(name);
  std::string text;
  for (const char32_t c : *characters) append_character(text, is_one_of(kDots, c) ? kDot : c);
  return text;
}

}  // namespace huimin::domain
