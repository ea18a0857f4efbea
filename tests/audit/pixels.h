// What the eye gets: colours read back from a painted picture.
#pragma once

#include <optional>
#include <vector>

#include "stand.h"

namespace huimin::screens::audit {

class Painting {
 public:
  explicit Painting(Stand& stand);

  Rgb at(int x, int y) const;
  // The colour that most of the rectangle has.
  Rgb most_frequent(const PxRect& rect) const;
  // The best contrast of any colour in the rectangle against this one.
  double strongest_contrast(const PxRect& rect, Rgb ground) const;
  bool shows(const PxRect& rect, Rgb colour) const;

  // How well the edge or the fill of this thing to touch stands out from what is around it: the
  // weakest of its four sides. Nothing where a side lies at the end of the panel.
  double edge_contrast(const PxRect& rect) const;
  // The same for the ring around it.
  double ring_contrast(const PxRect& rect) const;

 private:
  struct Scan {
    int x;
    int y;
    int dx;  // one step outwards
    int dy;
  };
  struct Range {
    double from_mm;
    double to_mm;
  };
  static std::vector<std::vector<Scan>> sides(const PxRect& rect);
  bool holds(int x, int y) const;
  std::optional<double> along(const Scan& scan, Rgb ground, Range range) const;
  double weakest_side(const PxRect& rect, double ground_mm, Range range) const;

  const std::vector<std::uint32_t>& memory_;
  int width_;
  int height_;
  double scale_;
};

// The least contrast a palette owes.
double least_contrast(view::Palette palette);

}  // namespace huimin::screens::audit
