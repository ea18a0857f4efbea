// Places on the screen in millimetres, from the top left corner; pixels only where pictures are
// made.
#pragma once

#include <algorithm>
#include <vector>

namespace huimin::screens {

// Millimetres.
struct Point {
  double x = 0;
  double y = 0;
};

// Millimetres. A rectangle without width or height holds nothing.
struct Rect {
  double x = 0;
  double y = 0;
  double w = 0;
  double h = 0;

  double right() const { return x + w; }
  double bottom() const { return y + h; }
  Point centre() const { return {x + w / 2, y + h / 2}; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }

  // The same rectangle made smaller on every side (negative: larger).
  Rect inset(double all) const { return inset(all, all); }
  Rect inset(double across, double down) const;

  // Cuts a strip off one side, returns it, and leaves the rest in this rectangle. `gap` is left
  // between.
  Rect cut_top(double height, double gap = 0);
  Rect cut_bottom(double height, double gap = 0);
  Rect cut_left(double width, double gap = 0);
  Rect cut_right(double width, double gap = 0);

  // `count` columns (rows) of equal width (height) with `gap` between.
  std::vector<Rect> columns(int count, double gap) const;
  std::vector<Rect> rows(int count, double gap) const;

  // A rectangle of this size in the middle of this one.
  Rect centred(double width, double height) const;
};

// Whole pixels; `x`, `y` inclusive, `x + w`, `y + h` exclusive.
struct PxRect {
  int x = 0;
  int y = 0;
  int w = 0;
  int h = 0;

  int right() const { return x + w; }
  int bottom() const { return y + h; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool contains(int px, int py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  bool operator==(const PxRect&) const = default;
};

inline PxRect intersection(const PxRect& a, const PxRect& b) {
  const int left = std::max(a.x, b.x);
  const int top = std::max(a.y, b.y);
  return {left, top, std::max(0, std::min(a.right(), b.right()) - left),
          std::max(0, std::min(a.bottom(), b.bottom()) - top)};
}

}  // namespace huimin::screens
