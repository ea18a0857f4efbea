// Places in the glyph atlas. Internal to the toolkit.
#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace huimin::screens {

// Shelves of similar height, filled from the left. Glyphs of one size fall onto the same shelves.
class Shelves {
 public:
  Shelves(int width, int height) : width_(width), height_(height) { clear(); }

  // The top left 4 x 4 pixels stay free for the white pixel.
  void clear() {
    shelves_.assign(1, {0, 4, 4});
    next_y_ = 4;
  }

  std::optional<std::pair<int, int>> place(int width, int height) {
    for (Shelf& shelf : shelves_) {
      const bool fits = height <= shelf.height && shelf.height <= height + height / 4 + 2;
      if (fits && shelf.x + width <= width_) {
        shelf.x += width;
        return std::pair{shelf.x - width, shelf.y};
      }
    }
    if (width > width_ || next_y_ + height > height_) return std::nullopt;
    shelves_.push_back({next_y_, height, width});
    next_y_ += height;
    return std::pair{0, shelves_.back().y};
  }

 private:
  struct Shelf {
    int y;
    int height;
    int x;
  };
  int width_;
  int height_;
  int next_y_ = 0;
  std::vector<Shelf> shelves_;
};

}  // namespace huimin::screens
