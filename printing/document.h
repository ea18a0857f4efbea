#pragma once
// What a paper says, block by block, without a word about how it looks.
//
// Printing knows no texts: every string is given by the caller, in UTF-8, in the language of the
// session. A line feed inside a string is a forced line break; longer strings wrap by themselves.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace huimin::printing {

enum class Weight : std::uint8_t { Regular, Bold };

// The top of a paper: who gives it, and what it is. `small` may be empty.
struct Heading {
  std::string small;
  std::string big;
};

// A line across the paper.
struct Rule {
  enum class Kind : std::uint8_t { Thin, Thick };
  Kind kind = Kind::Thin;
};

// The number a person reads out over the telephone: large, on one line, with its label above.
struct NumberBlock {
  std::string label;
  std::string number;
};

// Labels in one column, bold values beside them. Serves dates too: the day is the label.
// All pairs of a document share one width of the label column.
struct Pair {
  std::string label;
  std::string value;
};
struct Pairs {
  std::vector<Pair> rows;
};

// A list with a title. A filled box says "done", an empty one "still to come".
struct Item {
  enum class Box : std::uint8_t { Filled, Empty };
  Box box = Box::Filled;
  std::string text;
};
struct Section {
  std::string title;
  std::vector<Item> items;
};

// Running text under a bold title; either may be empty.
struct Paragraph {
  std::string title;
  std::string text;
};

// The one sentence that must not be overlooked. Filled (white on black) is for what changes the
// worth of the paper itself, such as "second print".
struct Boxed {
  enum class Kind : std::uint8_t { Outlined, Filled };
  Kind kind = Kind::Outlined;
  std::string text;
};

// `text` is what a scanner reads. `title` says what for, `lines` say how.
struct QrCode {
  std::string text;
  std::string title;
  std::vector<std::string> lines;
};

// Centred lines.
struct Lines {
  std::vector<std::string> lines;
  Weight weight = Weight::Regular;
};

using Block =
    std::variant<Heading, Rule, NumberBlock, Pairs, Section, Paragraph, Boxed, QrCode, Lines>;

struct Document {
  std::vector<Block> blocks;
};

// The same content for reading aloud and for comparing in tests: one line per statement, rules as
// "---", boxes as "[x]" and "[ ]", a QR code as "<QR text>". Ends with a line feed unless empty.
[[nodiscard]] std::string plain_text(const Document& document);

}  // namespace huimin::printing
