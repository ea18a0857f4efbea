// Round shapes and polygons for the rasteriser, in pixels, with edges one pixel soft.
//
// Internal to the toolkit. Rounded rectangles are plain rectangles on whole pixels, and corners
// out of the glyph atlas; discs, arcs and polygons are triangles.
#pragma once

#include "screens/toolkit/geometry.h"

#include <cstdint>
#include <span>

struct ImDrawList;

namespace huimin::screens {
class Glyphs;
}

namespace huimin::screens::shapes {

// What rounded rectangles are put together on.
struct Sheet {
  ImDrawList& list;
  Glyphs& glyphs;
};

// Part of a ring, clockwise from the top, turns from 0 to 1. Inner radius 0: a disc.
struct Sector {
  double x = 0;
  double y = 0;
  double inner = 0;
  double outer = 0;
  double from_turn = 0;
  double to_turn = 1;
};

struct Edge {
  int radius = 0;
  int width = 0;
};

void fill(const Sheet& sheet, const PxRect& r, int radius, std::uint32_t colour);
void edge(const Sheet& sheet, const PxRect& r, const Edge& edge, std::uint32_t colour);
void ring(ImDrawList& list, const Sector& sector, std::uint32_t colour);
void polyline(ImDrawList& list, std::span<const Point> points, double width, std::uint32_t colour);
void polygon(ImDrawList& list, std::span<const Point> points, std::uint32_t colour);

}  // namespace huimin::screens::shapes
