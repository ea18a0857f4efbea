// Colour arithmetic of the rasteriser: integers only, so that every machine paints the same
// pixels.
#pragma once

#include "screens/toolkit/raster.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace huimin::screens::blend {

// Without the library's checks for rounding modes: these run for every corner of every triangle.
inline int floor_int(float v) {
  const int whole = static_cast<int>(v);
  return static_cast<float>(whole) > v ? whole - 1 : whole;
}
inline int ceil_int(float v) { return -floor_int(-v); }
inline int nearest(float v) { return floor_int(v + 0.5F); }

struct Ink {
  std::uint32_t r, g, b, a;
};

// ImGui packs colours as ABGR.
inline Ink unpack(std::uint32_t c) {
  return {c & 0xFF, (c >> 8) & 0xFF, (c >> 16) & 0xFF, c >> 24};
}

inline std::uint32_t opaque(const Ink& c) { return c.r << 16 | c.g << 8 | c.b; }

// Exactly round(x / 255) for x up to 255 * 255.
inline std::uint32_t over_255(std::uint32_t x) {
  x += 128;
  return (x + (x >> 8)) >> 8;
}

// Red and blue in one multiplication, each in 16 bits of its own: 255 * 255 + 255 fits.
inline std::uint32_t mix(std::uint32_t below, const Ink& c, std::uint32_t alpha) {
  constexpr std::uint32_t kRedBlue = 0xFF00FF;
  const std::uint32_t rest = 255 - alpha;
  std::uint32_t rb = (c.r << 16 | c.b) * alpha + (below & kRedBlue) * rest + 0x800080;
  rb = (rb + ((rb >> 8) & kRedBlue)) >> 8 & kRedBlue;
  return rb | over_255(c.g * alpha + ((below >> 8) & 0xFF) * rest) << 8;
}

inline std::uint32_t* row_of(const Surface& s, int y) {
  return s.pixels + static_cast<std::ptrdiff_t>(y) * s.stride;
}

// Simple enough for the compiler to make wide stores of it.
inline void fill(std::uint32_t* at, int count, std::uint32_t pixel) {
  std::fill_n(at, count, pixel);
}

inline void fill_span(std::uint32_t* row, int from, int to, const Ink& c) {
  if (c.a == 255) {
    fill(row + from, to - from, opaque(c));
  } else if (c.a != 0) {
    for (int x = from; x < to; ++x) row[x] = mix(row[x], c, c.a);
  }
}

}  // namespace huimin::screens::blend
