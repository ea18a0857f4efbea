// Coverage of the corners of rounded rectangles. Internal to the glyph atlas.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace huimin::screens {

// A quarter of a ring around (0, 0), in pixels; width equal to the radius: of a disc.
struct QuarterRing {
  enum class Side : std::uint8_t { TopLeft, TopRight, BottomRight, BottomLeft };

  int radius = 0;
  int width = 0;
  Side side = Side::TopLeft;
};

// 255 well within the ring, fading over one pixel at both circles. Rows of `radius` bytes.
inline std::vector<std::uint8_t> coverage_of(const QuarterRing& ring) {
  const int side = ring.radius;
  const bool disc = ring.width >= ring.radius;
  const double outer = ring.radius;
  const double inner = ring.radius - ring.width;
  const bool right = ring.side == QuarterRing::Side::TopRight ||
                     ring.side == QuarterRing::Side::BottomRight;
  const bool below = ring.side == QuarterRing::Side::BottomLeft ||
                     ring.side == QuarterRing::Side::BottomRight;
  std::vector<std::uint8_t> rows(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  for (int at = 0; at < side * side; ++at) {
    // From the centre of the circle to the middle of the pixel.
    const int x = at % side, y = at / side;
    const double across = (right ? x : side - 1 - x) + 0.5;
    const double down = (below ? y : side - 1 - y) + 0.5;
    const double distance = std::hypot(across, down);
    double part = std::clamp(outer + 0.5 - distance, 0.0, 1.0);
    if (!disc) part = std::min(part, std::clamp(distance - inner + 0.5, 0.0, 1.0));
    rows[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(std::lround(part * 255));
  }
  return rows;
}

}  // namespace huimin::screens
