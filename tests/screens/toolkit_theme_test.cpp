#include "screens/toolkit/geometry.h"
#include "screens/toolkit/theme.h"

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace huimin::screens {

namespace {

constexpr Screen kPortrait{1080, 1920, 268};
constexpr Screen kStaff{1920, 1080, 476};
constexpr Screen kLaptop{1366, 768, 345};
constexpr Screen kOld{1024, 768, 304.8};

struct Band {
  TextSize size;
  double least;
  double most;
};
constexpr std::array<Band, 4> kBands = {{{TextSize::Small, 3.5, 4.2},
                                         {TextSize::Medium, 4.8, 5.6},
                                         {TextSize::Large, 6.4, 7.1},
                                         {TextSize::ExtraLarge, 8.5, 9.0}}};

}  // namespace

TEST_SUITE("theme") {
  TEST_CASE("millimetres become the nearest whole pixel") {
    const Theme theme(kPortrait, {});
    CHECK(theme.px(kS5) == 56);
    CHECK(theme.px(kS1) == 12);
    CHECK(theme.px(kEdge) == 3);
    CHECK(theme.px(kStrong) == 6);
    CHECK(theme.px(-0.2) == -1);
    CHECK(theme.mm(theme.px(100)) == doctest::Approx(100).epsilon(0.002));
  }

  TEST_CASE("rectangles that touch in millimetres touch in pixels") {
    for (const Screen& screen : {kPortrait, kStaff, kLaptop, kOld}) {
      const Theme theme(screen, {});
      const std::vector<Rect> parts = Rect{3.3, 0, 101.7, 10}.columns(7, 0);
      for (std::size_t i = 1; i < parts.size(); ++i) {
        CHECK(theme.px(parts[i - 1]).right() == theme.px(parts[i]).x);
      }
    }
  }

  TEST_CASE("a line never vanishes on a coarse panel") {
    const Theme theme({640, 480, 640}, {});
    CHECK(theme.line_px(kHairline) == 1);
    CHECK(theme.line_px(0) == 0);
  }

  TEST_CASE("letters have the sizes of the mock-ups on the 21.5 inch panel") {
    const Theme theme(kPortrait, {});
    const std::array<int, 7> px = {27, 30, 36, 46, 62, 96, 168};
    for (std::size_t i = 0; i < px.size(); ++i) {
      CHECK(theme.letter_px(static_cast<Type>(i)) == px[i]);
    }
  }

  TEST_CASE("cap heights of body text lie in the band of each text size, on every panel") {
    for (const Screen& screen : {kPortrait, kStaff, kLaptop, kOld}) {
      for (const Band& band : kBands) {
        const Theme theme(screen, {band.size, Palette::Standard});
        for (const Type type : {Type::T0, Type::T1}) {
          const double cap = theme.mm(theme.letter_px(type) * kCapHeight);
          CAPTURE(screen.width_px);
          CAPTURE(cap);
          // Letters are whole pixels high: at most half a pixel beside the exact size.
          CHECK(theme.cap_mm(type) >= band.least);
          CHECK(theme.cap_mm(type) <= band.most);
          CHECK(cap == doctest::Approx(theme.cap_mm(type)).epsilon(0.03));
        }
      }
    }
  }

  TEST_CASE("only landscape panels under 240 mm are small") {
    CHECK_FALSE(Theme(kPortrait, {}).small_panel());
    CHECK_FALSE(Theme(kStaff, {}).small_panel());
    CHECK(Theme(kLaptop, {}).small_panel());
    CHECK(Theme(kOld, {}).small_panel());
  }

  TEST_CASE("bars have the heights of the mock-ups") {
    CHECK(Theme(kPortrait, {}).top_bar_mm() == doctest::Approx(32));
    CHECK(Theme(kPortrait, {}).bottom_bar_mm() == doctest::Approx(42));
    for (const Screen& small : {kLaptop, kOld}) {
      const Theme theme(small, {});
      CHECK(theme.top_bar_mm() >= 25);
      CHECK(theme.top_bar_mm() <= 27);
      CHECK(theme.bottom_bar_mm() >= 31);
      CHECK(theme.bottom_bar_mm() <= 35);
      CHECK(theme.bar_button_mm() >= 22);
    }
  }

  TEST_CASE("every pair of text and ground has the contrast its palette promises") {
    struct Pair {
      Colour text;
      Colour ground;
    };
    const std::vector<Pair> pairs = {
        {Colour::Ink, Colour::Paper},     {Colour::Ink, Colour::Card},
        {Colour::Ink, Colour::Tray},      {Colour::Soft, Colour::Paper},
        {Colour::Soft, Colour::Card},     {Colour::Blue, Colour::Paper},
        {Colour::Blue, Colour::Card},     {Colour::Blue, Colour::BlueSoft},
        {Colour::OnBlue, Colour::Blue},   {Colour::Pale, Colour::Blue},
        {Colour::Rust, Colour::Card},     {Colour::Rust, Colour::OrangeSoft},
        {Colour::Rust, Colour::Paper},    {Colour::Green, Colour::Card},
        {Colour::Green, Colour::GreenSoft}};
    for (const Pair& pair : pairs) {
      CAPTURE(static_cast<int>(pair.text));
      CAPTURE(static_cast<int>(pair.ground));
      const auto of = [&](Palette p) { return contrast(rgb(p, pair.text), rgb(p, pair.ground)); };
      CHECK(of(Palette::Standard) >= 10);
      CHECK(of(Palette::DarkGround) >= 20);
      CHECK(of(Palette::LightGround) >= 20);
      CHECK(of(Palette::Soft) >= 4.5);
      CHECK(of(Palette::Soft) <= 8);
    }
  }

  TEST_CASE("a rectangle is cut into strips that leave nothing over") {
    Rect rest{10, 20, 100, 50};
    const Rect top = rest.cut_top(10, 2);
    const Rect bottom = rest.cut_bottom(8, 1);
    const Rect left = rest.cut_left(30, 5);
    const Rect right = rest.cut_right(20, 5);
    CHECK(top.bottom() + 2 == doctest::Approx(rest.y));
    CHECK(rest.bottom() + 1 == doctest::Approx(bottom.y));
    CHECK(left.right() + 5 == doctest::Approx(rest.x));
    CHECK(rest.right() + 5 == doctest::Approx(right.x));
    CHECK(right.right() == doctest::Approx(110));
    CHECK(bottom.bottom() == doctest::Approx(70));
  }
}

}  // namespace huimin::screens
