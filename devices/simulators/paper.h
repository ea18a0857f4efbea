#pragma once
// A roll of thermal paper under the head, and the pieces that came off it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace huimin::devices::simulators {

// 203 dots per inch, 72 mm printable on a roll of 80 mm.
inline constexpr std::size_t kPaperWidth_dots = 576;
inline constexpr std::size_t kPaperRow_bytes = kPaperWidth_dots / 8;

enum class PieceKind : std::uint8_t {
  Receipt,  // cut off, with something on it
  Blank,    // cut off, with nothing on it
  Scrap,    // the end of a roll, with something on it, taken away when the roll was changed
};

struct Piece {
  PieceKind kind = PieceKind::Receipt;
  std::vector<std::uint8_t> dots;  // rows of kPaperRow_bytes, the first bit left; 1 is black
  std::vector<std::byte>
      bytes;  // what the printer worked through while this piece was under the head
  std::vector<std::string> lines;  // what it understood, a command a line

  std::size_t height_dots() const { return dots.size() / kPaperRow_bytes; }
};

// Where in the row a picture or text begins.
enum class Align : std::uint8_t { Left, Centre, Right };

class Paper {
 public:
  // Rows beyond 5 m are not kept: somebody is testing with noise.
  static constexpr std::size_t kMaxHeight_dots = 40'000;

  void feed(std::size_t dots);
  // `row` of packed dots, cut off at the right edge.
  void print_row(std::span<const std::uint8_t> row, Align align);
  // A line of text as grey boxes: the twin has no font, its job is the raster.
  void print_text(std::span<const std::byte> letters, Align align);

  void note(std::string line) { piece_.lines.push_back(std::move(line)); }
  void keep_byte(std::byte one);
  bool has_ink() const { return has_ink_; }

  // Takes the piece away and leaves fresh paper.
  Piece take(bool cut);

 private:
  Piece piece_;
  bool has_ink_ = false;
};

}  // namespace huimin::devices::simulators
