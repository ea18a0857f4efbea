#include "screens/resident/sketch.h"

#include <algorithm>

namespace huimin::screens::resident {

Sketch::Sketch(Canvas& canvas, const Rect& rect, double width, double height)
    : canvas_(canvas),
      scale_(std::min(rect.w / width, rect.h / height)),
      x_(rect.x + (rect.w - width * scale_) / 2),
      y_(rect.y + (rect.h - height * scale_) / 2) {}

void Sketch::box(const Shape& s) {
  const Point at = place({s.x, s.y});
  canvas_.fill({at.x, at.y, s.w * scale_, s.h * scale_}, s.colour, s.radius * scale_);
}

void Sketch::frame(const Shape& s, double width) {
  const Point at = place({s.x, s.y});
  canvas_.edge({at.x, at.y, s.w * scale_, s.h * scale_}, s.colour, width * scale_,
               s.radius * scale_);
}

void Sketch::disc(Point centre, double radius, Colour colour) {
  canvas_.disc(place(centre), radius * scale_, colour);
}

void Sketch::line(Point from, Point to, Colour colour, double width) {
  canvas_.line(place(from), place(to), colour, width * scale_);
}

void Sketch::polygon(std::initializer_list<Point> points, Colour colour) {
  std::vector<Point> placed;
  for (const Point& p : points) placed.push_back(place(p));
  canvas_.polygon(placed, colour);
}

void Sketch::icon(Point centre, Icon icon, double size, Colour colour) {
  canvas_.icon(place(centre), icon, size * scale_, colour);
}

}  // namespace huimin::screens::resident
