#include "screens/toolkit/geometry.h"

namespace huimin::screens {

Rect Rect::inset(double across, double down) const {
  return {x + across, y + down, w - 2 * across, h - 2 * down};
}

Rect Rect::cut_top(double height, double gap) {
  const Rect strip{x, y, w, height};
  y += height + gap;
  h -= height + gap;
  return strip;
}

Rect Rect::cut_bottom(double height, double gap) {
  const Rect strip{x, bottom() - height, w, height};
  h -= height + gap;
  return strip;
}

Rect Rect::cut_left(double width, double gap) {
  const Rect strip{x, y, width, h};
  x += width + gap;
  w -= width + gap;
  return strip;
}

Rect Rect::cut_right(double width, double gap) {
  const Rect strip{right() - width, y, width, h};
  w -= width + gap;
  return strip;
}

std::vector<Rect> Rect::columns(int count, double gap) const {
  std::vector<Rect> result;
  const double width = (w - gap * (count - 1)) / count;
  for (int i = 0; i < count; ++i) result.push_back({x + i * (width + gap), y, width, h});
  return result;
}

std::vector<Rect> Rect::rows(int count, double gap) const {
  std::vector<Rect> result;
  const double height = (h - gap * (count - 1)) / count;
  for (int i = 0; i < count; ++i) result.push_back({x, y + i * (height + gap), w, height});
  return result;
}

Rect Rect::centred(double width, double height) const {
  return {x + (w - width) / 2, y + (h - height) / 2, width, height};
}

}  // namespace huimin::screens
