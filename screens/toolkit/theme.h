// What everything looks like: colours by name, letter sizes, spacing, radii and lines in
// millimetres.
//
// The tokens are those of the mock-ups. Millimetres become pixels in one place, Theme::px, and
// nowhere else.
#pragma once

#include "screens/toolkit/geometry.h"
#include "screens/toolkit/palette.h"

#include <cstdint>

namespace huimin::screens {

// The four sizes a person may choose. Cap height of body text: 3.5-4.2, 4.8-5.6, 6.4-7.1, 8.5-9.0
// mm (US VVSG 2.0, 7.1-G).
enum class TextSize : std::uint8_t { Small, Medium, Large, ExtraLarge };

// Letter sizes: T0 second lines and tags, T1 body, T2 buttons and labels, T3 card titles and what
// is being typed, T4 page title, T5 covered screens, T6 the clock.
enum class Type : std::uint8_t { T0, T1, T2, T3, T4, T5, T6 };

enum class Weight : std::uint8_t { Regular, Bold };

// One panel. Pixels are square.
struct Screen {
  int width_px = 1080;
  int height_px = 1920;
  double width_mm = 268;
  bool operator==(const Screen&) const = default;
};

// What a person has chosen; goes back to the default when the session ends.
struct Look {
  TextSize text_size = TextSize::Medium;
  Palette palette = Palette::Standard;
  bool operator==(const Look&) const = default;
};

// Spacing, radii and lines, in mm.
inline constexpr double kS1 = 3, kS2 = 5, kS3 = 7, kS4 = 10, kS5 = 14, kS6 = 20;
inline constexpr double kR1 = 3, kR2 = 5, kR3 = 7;
inline constexpr double kHairline = 0.5, kEdge = 0.75, kStrong = 1.5;
// Smallest side of what can be touched, of a primary act, and smallest gap between two (US VVSG
// 2.0, 7.2-I).
inline constexpr double kTouch = 12.7, kPrimaryTouch = 20, kTouchGap = 2.54;
// Line heights in units of the letter size; none of running text is under 1.3 (MIIT rules for older
// users).
inline constexpr double kTitleLine = 1.3, kTextLine = 1.45;
// Cap height of Noto Sans CJK SC in units of the letter size.
inline constexpr double kCapHeight = 0.733;

class Theme {
 public:
  Theme(const Screen& screen, const Look& look) : screen_(screen), look_(look) {}

  const Screen& screen() const { return screen_; }
  const Look& look() const { return look_; }

  double px_per_mm() const { return screen_.width_px / screen_.width_mm; }
  // Nearest whole pixel; a line that is not zero stays at least one pixel wide through line_px.
  int px(double mm) const;
  int line_px(double mm) const;
  double mm(double px) const { return px / px_per_mm(); }
  PxRect px(const Rect& r) const;
  double width_mm() const { return screen_.width_mm; }
  double height_mm() const { return mm(screen_.height_px); }
  Rect whole() const { return {0, 0, width_mm(), height_mm()}; }

  Rgb rgb(Colour colour) const { return screens::rgb(look_.palette, colour); }

  // Letter size (the em) in mm and in whole pixels; `factor` for the few sizes between two
  // tokens.
  double letter_mm(Type type, double factor = 1) const;
  int letter_px(Type type, double factor = 1) const;
  double cap_mm(Type type, double factor = 1) const;
  // Size of things that grow with the text, such as icons and button heights: 1 at
  // TextSize::Medium.
  double growth() const;

  bool portrait() const { return screen_.height_px >= screen_.width_px; }
  // Landscape and under 240 mm high: bars and titles give way.
  bool small_panel() const { return !portrait() && height_mm() < 240; }
  // Extra-large text: icons stand above their word, one thing a page.
  bool extra_large() const { return look_.text_size == TextSize::ExtraLarge; }
  // Large or extra-large letters on a small panel: titles and second lines give way.
  bool cramped() const { return small_panel() && look_.text_size >= TextSize::Large; }

  double margin_mm() const;         // of the page, left and right
  double top_bar_mm() const;
  double bottom_bar_mm() const;
  double bar_button_mm() const;     // height of the buttons in the bottom bar
  double edge_mm() const;           // of what can be touched; stronger in the contrast palettes
  double urgent_edge_mm() const;    // of urgent things; replaces the colour where there is none

 private:
  Screen screen_;
  Look look_;
};

}  // namespace huimin::screens
