#include "screens/resident/hills.h"

#include <algorithm>
#include <array>
#include <vector>

namespace huimin::screens::resident {

namespace {

// Height of a ridge at equal steps from left to right, as a share of the picture from its top.
constexpr std::size_t kPoints = 16;
struct Ridge {
  Colour colour;
  std::array<double, kPoints> height;
};
constexpr std::array<Ridge, 5> kRidges{{
    {Colour::HillFar,
     {.527, .529, .532, .559, .567, .586, .576, .515, .470, .421, .403, .434, .444, .459, .474,
      .472}},
    {Colour::HillMid,
     {.669, .666, .655, .657, .666, .657, .616, .559, .525, .534, .573, .609, .624, .627, .642,
      .673}},
    {Colour::HillNear,
     {.731, .714, .688, .668, .671, .696, .731, .756, .765, .766, .771, .788, .803, .802, .778,
      .741}},
    {Colour::BlueSoft,
     {.881, .877, .875, .878, .869, .857, .864, .872, .872, .875, .883, .879, .865, .861, .867,
      .865}},
    {Colour::Blue,
     {.981, .988, .984, .971, .951, .929, .911, .902, .898, .897, .896, .893, .891, .893, .904,
      .924}},
}};

// A smooth curve through the points (Catmull-Rom); `at` from 0 to the last point.
double smooth(const std::array<double, kPoints>& p, double at) {
  const auto i = std::min(static_cast<std::size_t>(at), kPoints - 2);
  const double t = at - static_cast<double>(i);
  const double a = p[i == 0 ? 0 : i - 1], b = p[i], c = p[i + 1];
  const double d = p[std::min(i + 2, kPoints - 1)];
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

}  // namespace

void draw_hills(Canvas& canvas, const Rect& r, Colour below) {
  const double sun = std::min(r.w * 0.13, r.h * 0.15);
  canvas.disc({r.x + r.w * 0.741, r.y + r.h * 0.3125}, sun, Colour::Orange);
  constexpr int kSteps = 90;
  // Soft edges lie outside, under what is drawn next.
  constexpr double kSpill = 1;
  for (const Ridge& ridge : kRidges) {
    std::vector<Point> outline{{r.x - kSpill, r.bottom() + kSpill}};
    for (int i = 0; i <= kSteps; ++i) {
      const double share = static_cast<double>(i) / kSteps;
      const double height = smooth(ridge.height, share * static_cast<double>(kPoints - 1));
      outline.push_back({r.x + r.w * share, r.y + r.h * height});
    }
    outline.push_back({r.right() + kSpill, r.bottom() + kSpill});
    canvas.polygon(outline, &ridge == &kRidges.back() ? below : ridge.colour);
  }
}

}  // namespace huimin::screens::resident
