// Draws in millimetres. Everything is made of filled rounded rectangles, lines, circles,
// polygons, pictures, letters in two weights, and icons.
#pragma once

#include "screens/toolkit/glyphs.h"
#include "screens/toolkit/icons.h"
#include "screens/toolkit/line_cache.h"
#include "screens/toolkit/registry.h"
#include "screens/toolkit/text_layout.h"
#include "screens/toolkit/text_style.h"
#include "screens/toolkit/theme.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace huimin::screens {

// A rectangle with an edge inside its border.
struct Box {
  Colour fill = Colour::Card;
  Colour edge = Colour::Line;
  double edge_mm = kHairline;
  double radius_mm = kR3;
};

// XRGB8888 rows without padding; must live until the frame ends. `version` changes when the
// pixels do.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> pixels;
  std::uint64_t version = 0;
};

// What words are drawn with.
struct Lettering {
  Glyphs& glyphs;
  LineCache& lines;
};

class Canvas {
 public:
  Canvas(const Theme& theme, const Lettering& letters, Registry& registry, ImDrawList* list);

  const Theme& theme() const { return *theme_; }

  void fill(const Rect& r, Colour colour, double radius_mm = 0);
  void box(const Rect& r, const Box& box);
  // Only the edge, inside the border of `r`; what is behind stays.
  void edge(const Rect& r, Colour colour, double edge_mm, double radius_mm);
  void line(Point from, Point to, Colour colour, double width_mm = kHairline);
  void disc(Point centre, double radius_mm, Colour colour);
  void circle(Point centre, double radius_mm, Colour colour, double width_mm);
  // Part of a circle, clockwise from the top; turns from 0 to 1.
  struct Arc {
    Point centre{};
    double radius_mm = 0;
    double from_turn = 0;
    double to_turn = 1;
    double width_mm = kStrong;
  };
  void arc(const Arc& arc, Colour colour);
  void polyline(std::span<const Point> points, Colour colour, double width_mm);
  // Any simple polygon, concave ones too.
  void polygon(std::span<const Point> points, Colour colour);
  void picture(const Rect& r, const Picture& picture);

  // Writes into the box, wrapped to its width, and into the registry.
  TextBlock text(const Rect& r, std::string_view text, const TextStyle& style,
                 const TextPlace& place = {});
  // The same without an entry in the registry, for words that belong to a widget's own entry.
  TextBlock paint_text(const Rect& r, std::string_view text, const TextStyle& style,
                       const TextPlace& place = {});
  // What text would take in this width. Width 0: one line per line break.
  TextBlock measure(std::string_view text, const TextStyle& style, double width_mm = 0);
  // How it breaks and where each letter stands; for carets.
  TextLines layout(std::string_view text, const TextStyle& style, double width_mm);

  // The icon's square, `size_mm` wide, centred.
  void icon(Point centre, Icon icon, double size_mm, Colour colour);

  // Nothing is drawn outside `r` until pop_clip. Clips nest.
  void push_clip(const Rect& r);
  void pop_clip();
  PxRect clip_px() const;

  // From now on a line of text is painted only if it stands in the view as a whole. Returns what
  // held before, for end_lines.
  struct CutLines {
    PxRect view{};  // empty: no such view
    // px: where the nearest lines that were left out end and begin; 0: none.
    int above = 0, below = 0;
  };
  CutLines begin_lines(const Rect& view);
  // What was left out meanwhile.
  CutLines end_lines(const CutLines& before);

 private:
  const TextLines& lay(std::string_view text, const TextStyle& style, double width_mm);
  void write(const Rect& r, const TextLines& lines, const TextStyle& style,
             const TextPlace& place);
  void write_line(const TextLine& line, const TextStyle& style, Point pen_px);
  void put(const Glyph& glyph, int x, int baseline, std::uint32_t colour);
  void shorten(TextLine& line, const TextStyle& style, double width_px);

  const Theme* theme_;
  Glyphs* glyphs_;
  LineCache* lines_;
  Registry* registry_;
  ImDrawList* list_;
  CutLines cut_lines_;
  bool leaves_out(double top_px, double height_px);
};

}  // namespace huimin::screens
