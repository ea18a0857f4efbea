#pragma once
// UTF-8 one character at a time, and full-width forms: what a Chinese input method types where
// ASCII is meant.

#include <optional>
#include <string>
#include <string_view>

namespace huimin::domain {

// Takes the first character off `rest`. Nothing, and `rest` unchanged, when it is empty or does
// not begin with well-formed UTF-8 (overlong forms, surrogates and values above U+10FFFF are
// malformed).
std::optional<char32_t> take_character(std::string_view& rest);

// Precondition: a Unicode scalar value.
void append_character(std::string& text, char32_t character);

// U+FF01-FF5E and U+3000 become their ASCII twins; all else, malformed bytes too, stays.
std::string fold_width(std::string_view text);

// Full-width forms folded, then blanks and hyphens of every kind left out: how numbers are read.
std::string without_separators(std::string_view typed);

bool all_digits(std::string_view text);  // ASCII digits, at least one

}  // namespace huimin::domain
