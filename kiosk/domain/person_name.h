#pragma once
// Names of persons: one rule for the terminal and the county, so that what one took the other
// never refuses (C16).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huimin::domain {

enum class NameError : std::uint8_t { Empty, TooLong, Character };

// One to 50 characters (policy 5.1), blanks at the ends not counted: it begins with a letter of
// any script, and holds letters, their marks, and what stands in names beside them: the middle
// dot in all its forms and whatever is typed in its stead (U+00B7 U+2022 U+30FB U+2027 U+FF0E and
// others), blanks, hyphens, apostrophes. Characters of the private use areas are letters: old
// cards hold rare characters there. No digits, no controls, no other signs. Malformed UTF-8 is
// Character.
std::optional<NameError> check_name(std::string_view name);

// Whether this character may stand in a name at all, wherever.
bool may_stand_in_name(char32_t character);

// For comparing persons only: one kind of dot, no blanks at the ends. Names are stored as the
// card has them.
std::string comparable_name(std::string_view name);

inline constexpr int kNameMostCharacters = 50;

}  // namespace huimin::domain
