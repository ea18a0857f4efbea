// Characters of UTF-8 texts. A character here is one Unicode code point, so that a rare name
// written outside the basic plane counts as one character and is never cut in the middle.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace huimin::screens {

// Bytes of the first character, 1 to 4. 0 if the text is empty or does not start with a valid
// character (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t first_character_size(std::string_view text);

// The code point of a text that is one valid character; 0 for anything else.
char32_t code_point(std::string_view character);

bool is_valid_utf8(std::string_view text);

// Each byte that belongs to no valid character counts as one.
std::size_t character_count(std::string_view text);

// Removes the last character; a stray byte at the end is removed alone. Nothing happens to an
// empty text.
void drop_last_character(std::string& text);

}  // namespace huimin::screens
