// Letters as they are painted: their height in millimetres, counted in pixels.
#include <doctest/doctest.h>

#include <numbers>

#include "screens/toolkit/frame.h"
#include "settings.h"

using namespace huimin::screens;
using namespace huimin::screens::audit;

namespace {

// Height of a capital of this size as FreeType draws it; it may cover half of its last row.
double painted_cap_mm(Glyphs& glyphs, const Theme& theme, Type type) {
  const Glyph capital = glyphs.get(Face::Regular, theme.letter_px(type), U'H');
  return theme.mm(capital.height);
}

double pixel_mm(const Screen& screen) { return screen.width_mm / screen.width_px; }

struct Band {
  TextSize size;
  double from;
  double to;
};
constexpr Band kBands[] = {{TextSize::Small, 3.5, 4.2},
                           {TextSize::Medium, 4.8, 5.6},
                           {TextSize::Large, 6.4, 7.1},
                           {TextSize::ExtraLarge, 8.5, 9.0}};

}  // namespace

TEST_SUITE("audit of letters") {
  TEST_CASE("A11Y 1: a capital of body text is painted 4.8 to 5.6 mm high by default") {
    Glyphs glyphs;
    for (const Panel& panel : kPanels) {
      CAPTURE(panel.name);
      const double painted = painted_cap_mm(glyphs, Theme{panel.screen, Look{}}, Type::T1);
      CHECK(painted >= 4.8);
      CHECK(painted <= 5.6 + pixel_mm(panel.screen));
    }
  }

  TEST_CASE("A11Y 2: the smallest letters of four sizes are painted in their bands") {
    Glyphs glyphs;
    for (const Panel& panel : kPanels) {
      for (const Band& band : kBands) {
        CAPTURE(panel.name);
        CAPTURE(band.from);
        const Theme theme{panel.screen, Look{band.size, Palette::Standard}};
        const double painted = painted_cap_mm(glyphs, theme, Type::T0);
        CHECK(painted >= band.from - 0.01);
        CHECK(painted <= band.to + pixel_mm(panel.screen));
      }
    }
  }

  // Cap height seen under an angle of 0.7 degrees (EN 301 549, 5.1.4).
  TEST_CASE("A11Y 3: from 695 mm the largest letters are seen under 0.7 degrees, large from 520") {
    const auto degrees = [](double cap_mm, double distance_mm) {
      return 180 * cap_mm / (std::numbers::pi * distance_mm);
    };
    for (const Panel& panel : kPanels) {
      CAPTURE(panel.name);
      const auto smallest = [&](TextSize size) {
        const Theme theme{panel.screen, Look{size, Palette::Standard}};
        return theme.mm(theme.letter_px(Type::T0) * kCapHeight);
      };
      CHECK(degrees(smallest(TextSize::ExtraLarge), 695) >= 0.7);
      CHECK(degrees(smallest(TextSize::Large), 520) >= 0.7);
    }
  }

  TEST_CASE("A11Y 4: the face has no serifs: a capital I is a bare stem") {
    Glyphs glyphs;
    constexpr int kSize = 120;
    // With serifs it would be a third of the letter size wide.
    CHECK(glyphs.get(Face::Regular, kSize, U'I').width < kSize / 5);
    CHECK(glyphs.get(Face::Bold, kSize, U'I').width < kSize / 5);
  }

  TEST_CASE("A11Y 5: no letter of any size on any panel is painted lower than 3.5 mm") {
    Glyphs glyphs;
    for (const Panel& panel : kPanels) {
      for (const Band& band : kBands) {
        const Theme theme{panel.screen, Look{band.size, Palette::Standard}};
        for (const Type type : {Type::T0, Type::T1, Type::T2, Type::T3, Type::T4, Type::T5,
                                Type::T6}) {
          CHECK(painted_cap_mm(glyphs, theme, type) >= 3.5);
        }
      }
    }
  }

  // A Han character fills its square more than a capital does, so it is never the smaller one.
  TEST_CASE("A11Y 5: a Han character is painted higher than a capital of the same size") {
    Glyphs glyphs;
    for (const int size : {15, 20, 27, 36, 62}) {
      CHECK(glyphs.get(Face::Regular, size, U'\u56FD').height >
            glyphs.get(Face::Regular, size, U'H').height);
    }
  }
}
