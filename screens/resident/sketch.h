// Draws small pictures from plain shapes, in units of the picture's own grid, scaled into a
// rectangle.
#pragma once

#include <initializer_list>
#include <vector>

#include "screens/toolkit/canvas.h"

namespace huimin::screens::resident {

class Sketch {
 public:
  // A picture of this grid, as large as fits, in the middle of the rectangle.
  Sketch(Canvas& canvas, const Rect& rect, double width, double height);

  struct Shape {
    double x = 0, y = 0, w = 0, h = 0;
    double radius = 0;
    Colour colour = Colour::Ink;
  };
  void box(const Shape& shape);
  void frame(const Shape& shape, double width);
  void disc(Point centre, double radius, Colour colour);
  void line(Point from, Point to, Colour colour, double width);
  void polygon(std::initializer_list<Point> points, Colour colour);
  void icon(Point centre, Icon icon, double size, Colour colour);

 private:
  Point place(Point p) const { return {x_ + p.x * scale_, y_ + p.y * scale_}; }

  Canvas& canvas_;
  double scale_;
  double x_, y_;
};

// The terminal with its reader, the card, and what is happening to it.
enum class CardScene : std::uint8_t { Bring, Read, PutBack, Turn, Take, Broken };
void draw_card_scene(Canvas& canvas, const Rect& rect, CardScene scene);

// An ID card without anybody's data: `x`, `y` its corner in a sketch of any grid, 428 by 270.
void draw_id_card(Sketch& sketch, double x, double y);
// A receipt under the scanner.
void draw_scan_scene(Canvas& canvas, const Rect& rect, bool broken);

}  // namespace huimin::screens::resident
