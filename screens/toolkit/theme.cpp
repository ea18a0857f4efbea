#include "screens/toolkit/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace huimin::screens {

namespace {

// Cap heights in mm, T0 to T6. T0 and T1 are body text and lie in the band of their size.
using Scale = std::array<double, 7>;
constexpr Scale kSmall = {3.70, 4.10, 4.91, 6.28, 8.46, 13.1, 22.9};
constexpr Scale kMedium = {4.91, 5.457, 6.548, 8.367, 11.277, 17.46, 30.56};
constexpr Scale kLarge = {6.45, 6.90, 7.82, 10.0, 13.1, 18.5, 30.56};
constexpr Scale kExtraLarge = {8.65, 8.91, 9.46, 12.0, 15.28, 20.0, 30.56};
// Small panels in landscape: titles give way, body text does not.
constexpr Scale kMediumSmallPanel = {4.91, 5.27, 6.0, 7.6, 9.85, 14.0, 24.0};
constexpr Scale kLargeSmallPanel = {6.45, 6.70, 7.4, 8.6, 10.4, 14.0, 24.0};
constexpr Scale kExtraLargeSmallPanel = {8.55, 8.80, 9.2, 10.2, 11.8, 15.0, 24.0};

// Lower end of the band of body text.
double least_cap_mm(TextSize size) {
  switch (size) {
    case TextSize::Small: return 3.5;
    case TextSize::Medium: return 4.8;
    case TextSize::Large: return 6.4;
    case TextSize::ExtraLarge: return 8.5;
  }
  return 3.5;
}

const Scale& scale(TextSize size, bool small_panel) {
  switch (size) {
    case TextSize::Small: return kSmall;
    case TextSize::Medium: return small_panel ? kMediumSmallPanel : kMedium;
    case TextSize::Large: return small_panel ? kLargeSmallPanel : kLarge;
    case TextSize::ExtraLarge: return small_panel ? kExtraLargeSmallPanel : kExtraLarge;
  }
  return kMedium;
}

}  // namespace

int Theme::px(double mm) const { return static_cast<int>(std::lround(mm * px_per_mm())); }

int Theme::line_px(double mm) const { return mm <= 0 ? 0 : std::max(1, px(mm)); }

PxRect Theme::px(const Rect& r) const {
  const int left = px(r.x);
  const int top = px(r.y);
  return {left, top, px(r.right()) - left, px(r.bottom()) - top};
}

double Theme::cap_mm(Type type, double factor) const {
  return scale(look_.text_size, small_panel())[static_cast<std::size_t>(type)] * factor;
}

double Theme::letter_mm(Type type, double factor) const {
  return cap_mm(type, factor) / kCapHeight;
}

int Theme::letter_px(Type type, double factor) const {
  const int nearest = px(letter_mm(type, factor));
  // Rounding down must not take letters out of the band of their size.
  const double band = least_cap_mm(look_.text_size);
  const bool fell_out = cap_mm(type, factor) >= band && mm(nearest) * kCapHeight < band;
  return std::max(6, fell_out ? nearest + 1 : nearest);
}

double Theme::growth() const {
  return cap_mm(Type::T2) / kMedium[static_cast<std::size_t>(Type::T2)];
}

double Theme::margin_mm() const {
  return small_panel() && width_mm() < 320 ? 9.5 : kS5;
}

double Theme::top_bar_mm() const {
  if (small_panel()) return extra_large() ? 31 : px_per_mm() < 3.6 ? 26.8 : 25.2;
  switch (look_.text_size) {
    case TextSize::Small:
    case TextSize::Medium: return 32;
    case TextSize::Large: return 38;
    case TextSize::ExtraLarge: return 46;
  }
  return 32;
}

double Theme::bottom_bar_mm() const {
  if (small_panel()) return extra_large() ? 35 : px_per_mm() < 3.6 ? 35 : 31.3;
  switch (look_.text_size) {
    case TextSize::Small:
    case TextSize::Medium: return 42;
    case TextSize::Large: return 46;
    case TextSize::ExtraLarge: return 58;
  }
  return 42;
}

double Theme::bar_button_mm() const {
  if (small_panel()) return px_per_mm() < 3.6 ? 25 : 22.3;
  switch (look_.text_size) {
    case TextSize::Small:
    case TextSize::Medium: return 28;
    case TextSize::Large: return 32;
    case TextSize::ExtraLarge: return 44.7;
  }
  return 28;
}

double Theme::edge_mm() const {
  const bool strong =
      look_.palette == Palette::DarkGround || look_.palette == Palette::LightGround;
  return strong ? 1.0 : kEdge;
}

double Theme::urgent_edge_mm() const {
  return look_.palette == Palette::LightGround || look_.palette == Palette::DarkGround ? kStrong
                                                                                        : kEdge;
}

}  // namespace huimin::screens
