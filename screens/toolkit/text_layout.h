// UTF-8 text into lines. Han characters break anywhere, Latin words and numbers stay whole (one
// that is wider than a line is parted behind a hyphen), and no line starts with closing punctuation
// or ends with opening punctuation. Of two full-width marks in a row the first takes half its
// width.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace huimin::screens {

// One code point read at `at`, which is moved past it. Bytes that are not UTF-8 become U+FFFD,
// one each.
char32_t next_code_point(std::string_view text, std::size_t& at);
// Start of the character before `at` (0 at the start) and after it.
std::size_t previous_character(std::string_view text, std::size_t at);
std::size_t following_character(std::string_view text, std::size_t at);
std::size_t count_characters(std::string_view text);

struct PlacedCharacter {
  char32_t code_point = 0;
  std::size_t byte = 0;  // in the text
  double x = 0;          // in pixels from the start of the line
};

struct TextLine {
  std::vector<PlacedCharacter> characters;
  std::size_t begin = 0;  // bytes [begin, end) of the text; a line break at the end is not in it
  std::size_t end = 0;
  double width = 0;       // pixels, without trailing spaces
  double end_x = 0;       // where the next character would stand
};

struct TextLines {
  std::vector<TextLine> lines;
  double width = 0;          // of the widest, pixels
  bool word_broken = false;  // a word was wider than a line and had to be cut

  // Place of a caret before byte `at`: line and pixels.
  struct Caret {
    std::size_t line = 0;
    double x = 0;
  };
  Caret caret(std::size_t at) const;
  // Byte of the gap between characters nearest to this place.
  std::size_t byte_at(std::size_t line, double x) const;
};

using Advance = std::function<double(char32_t)>;

// `width` in pixels; 0: break at line breaks only. Empty text is one empty line.
TextLines lay_out(std::string_view text, double width, const Advance& advance);

// May a line break between these two characters? Exposed for the tests of the rule.
bool may_break_between(char32_t before, char32_t after);

}  // namespace huimin::screens
