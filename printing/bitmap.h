#pragma once
// A picture of black and white dots, as a thermal head burns it.

#include <cstddef>
#include <span>

#include "printing/wiped_bytes.h"

namespace huimin::printing {

// 80 mm paper at 203 dpi: 8 dots per mm, 72 mm of them printable.
inline constexpr int kPaperDots = 576;

class Bitmap {
 public:
  Bitmap() = default;
  // All white. `width` and `height` in dots, not negative.
  Bitmap(int width, int height)
      : width_(width),
        height_(height),
        bytes_(static_cast<std::size_t>(row_bytes()) * static_cast<std::size_t>(height)) {}

  int width() const { return width_; }
  int height() const { return height_; }
  int row_bytes() const { return (width_ + 7) / 8; }

  bool is_black(int x, int y) const { return (bytes_[at(x, y)] & mask(x)) != 0; }
  void blacken(int x, int y) { bytes_[at(x, y)] |= mask(x); }

  // `count` rows from `first`: eight dots a byte, the leftmost in the highest bit, 1 is black.
  std::span<const std::uint8_t> rows(int first, int count) const {
    return std::span{bytes_}.subspan(
        at(0, first), static_cast<std::size_t>(count) * static_cast<std::size_t>(row_bytes()));
  }

 private:
  std::size_t at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(row_bytes()) +
           static_cast<std::size_t>(x / 8);
  }
  static std::uint8_t mask(int x) { return static_cast<std::uint8_t>(0x80U >> (x % 8)); }

  int width_ = 0;
  int height_ = 0;
  WipedBytes bytes_;
};

}  // namespace huimin::printing
