// One thing to paint: a rectangle, a letter, a picture or a triangle. Internal to the rasteriser.
#pragma once

#include "screens/toolkit/raster.h"

#include <cstdint>

struct ImDrawVert;

namespace huimin::screens {

struct Picture;

// Vertices point into the draw data and are only valid during one paint. For rectangles `a` is
// the top left and `c` the bottom right corner.
struct Raster::Primitive {
  enum class Kind : std::uint8_t { Fill, Glyph, Picture, Triangle };

  Kind kind = Kind::Fill;
  PxRect bounds{};  // what it may touch, clipped
  const ImDrawVert* a = nullptr;
  const ImDrawVert* b = nullptr;
  const ImDrawVert* c = nullptr;
  const Picture* picture = nullptr;

  PxRect rectangle() const;
  std::uint64_t hash() const;
  // Nothing below shows in this tile.
  bool covers(const PxRect& tile) const;
  // Paints what lies within the tile.
  void draw(const Target& target, const PxRect& tile) const;
};

// Joins a value to a hash.
std::uint64_t stir(std::uint64_t hash, std::uint64_t value);

}  // namespace huimin::screens
