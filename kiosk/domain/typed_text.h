#pragma once
// What may get into a text from a keyboard, a scanner or the clipboard of whoever sends it. One
// rule for the names and the stories of every program; it is stricter than what a card may hold.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huimin::domain {

enum class TypedError : std::uint8_t { TooLong, Character };

// Everything that can be seen and printed: no controls, no marks of direction, joiners or other
// characters without width, no private use, no emoji and dingbats, no noncharacters, no U+FFFD
// that stands for broken bytes. A line break only if `line_breaks`.
bool may_be_typed(char32_t character, bool line_breaks);

struct TypedText {
  std::string text;  // always UTF-8
  std::optional<TypedError> refused{};
};

// `before` with one change made to it: the difference to `after`. What may not be typed is left
// out of the difference. Where the result would be too long, a name stays as it was, as part of a
// name is another name; a story takes as much as fits. Broken bytes are refused whole. Deleting is
// never refused.
TypedText typed_name(std::string_view before, std::string_view after);
TypedText typed_story(std::string_view before, std::string_view after, int most_characters);

}  // namespace huimin::domain
