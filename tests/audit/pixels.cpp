#include "pixels.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace huimin::screens::audit {

namespace {

Rgb rgb_of(std::uint32_t pixel) {
  return {static_cast<std::uint8_t>(pixel >> 16), static_cast<std::uint8_t>(pixel >> 8),
          static_cast<std::uint8_t>(pixel)};
}

}  // namespace

Painting::Painting(Stand& stand)
    : memory_(stand.pixels().memory()),
      width_(stand.panel().width_px),
      height_(stand.panel().height_px),
      scale_(stand.panel().width_px / stand.panel().width_mm) {}

bool Painting::holds(int x, int y) const { return x >= 0 && y >= 0 && x < width_ && y < height_; }

Rgb Painting::at(int x, int y) const {
  const auto index = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
  return rgb_of(memory_[index + static_cast<std::size_t>(x)] & 0xFFFFFF);
}

Rgb Painting::most_frequent(const PxRect& rect) const {
  std::map<std::uint32_t, int> counts;
  for (int y = rect.y; y < rect.bottom(); ++y) {
    for (int x = rect.x; x < rect.right(); ++x) {
      const Rgb c = at(x, y);
      ++counts[std::uint32_t{c.r} << 16 | std::uint32_t{c.g} << 8 | c.b];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  return most == counts.end() ? Rgb{} : rgb_of(most->first);
}

double Painting::strongest_contrast(const PxRect& rect, Rgb ground) const {
  double strongest = 1;
  for (int y = rect.y; y < rect.bottom(); ++y) {
    for (int x = rect.x; x < rect.right(); ++x) {
      const Rgb here = at(x, y);
      if (!(here == ground)) strongest = std::max(strongest, contrast(here, ground));
    }
  }
  return strongest;
}

bool Painting::shows(const PxRect& rect, Rgb colour) const {
  for (int y = rect.y; y < rect.bottom(); ++y) {
    for (int x = rect.x; x < rect.right(); ++x) {
      if (at(x, y) == colour) return true;
    }
  }
  return false;
}

// Three scans from each side: an icon or a caret under one of them says nothing of the edge.
std::vector<std::vector<Painting::Scan>> Painting::sides(const PxRect& r) {
  std::vector<std::vector<Scan>> all(4);
  for (const int quarter : {1, 2, 3}) {
    const int x = r.x + r.w * quarter / 4;
    const int y = r.y + r.h * quarter / 4;
    all[0].push_back({x, r.y, 0, -1});
    all[1].push_back({x, r.bottom() - 1, 0, 1});
    all[2].push_back({r.x, y, -1, 0});
    all[3].push_back({r.right() - 1, y, 1, 0});
  }
  return all;
}

// The strongest contrast against `ground` between two distances from the border; inside is
// negative.
std::optional<double> Painting::along(const Scan& scan, Rgb ground, Range range) const {
  std::optional<double> strongest;
  const int first = static_cast<int>(std::lround(range.from_mm * scale_));
  const int last = static_cast<int>(std::lround(range.to_mm * scale_));
  for (int step = first; step <= last; ++step) {
    const int x = scan.x + scan.dx * step;
    const int y = scan.y + scan.dy * step;
    if (holds(x, y)) strongest = std::max(strongest.value_or(1), contrast(at(x, y), ground));
  }
  return strongest;
}

double Painting::weakest_side(const PxRect& rect, double ground_mm, Range range) const {
  double weakest = 21;
  const int away = static_cast<int>(std::lround(ground_mm * scale_));
  for (const std::vector<Scan>& side : sides(rect)) {
    std::optional<double> best;
    for (const Scan& scan : side) {
      const int x = scan.x + scan.dx * away;
      const int y = scan.y + scan.dy * away;
      if (!holds(x, y)) continue;
      if (const auto here = along(scan, at(x, y), range)) {
        best = std::max(best.value_or(1), *here);
      }
    }
    if (best) weakest = std::min(weakest, *best);
  }
  return weakest;
}

double Painting::edge_contrast(const PxRect& rect) const {
  return weakest_side(rect, 1.2, {-1.6, 0});
}

double Painting::ring_contrast(const PxRect& rect) const {
  return weakest_side(rect, 0.7, {1.6, 3});
}

double least_contrast(view::Palette palette) {
  switch (palette) {
    case view::Palette::Standard: return 10;
    case view::Palette::DarkGround:
    case view::Palette::LightGround: return 20;
    case view::Palette::Soft: return 4.5;
  }
  return 10;
}

}  // namespace huimin::screens::audit
