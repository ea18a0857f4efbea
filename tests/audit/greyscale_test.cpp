// States of widgets without their colours: a person who sees none tells them apart by an edge, a
// mark or a word.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>

#include "screens/toolkit/frame.h"
#include "screens/toolkit/rows.h"
#include "screens/toolkit/text_field.h"
#include "screens/toolkit/widgets.h"
#include "settings.h"

using namespace huimin::screens;
using namespace huimin::screens::audit;

namespace {

constexpr Screen kSheet{600, 240, 150};
constexpr Rect kPlace{10, 10, 130, 40};

// Luma of each pixel, 0 to 255.
std::vector<int> grey_of(Palette palette, const std::function<void(Ui&)>& draw) {
  Frame frame;
  Pixels pixels(kSheet.width_px, kSheet.height_px);
  for (int i = 0; i < 2; ++i) {
    draw(frame.begin(kSheet, {TextSize::Medium, palette}));
    frame.end(pixels.surface());
  }
  std::vector<int> grey;
  for (const std::uint32_t p : pixels.memory()) {
    const auto part = [p](int shift) { return static_cast<int>((p >> shift) & 0xFF); };
    grey.push_back((299 * part(16) + 587 * part(8) + 114 * part(0)) / 1000);
  }
  return grey;
}

// Pixels that differ by a third of the whole range or more.
int differing(const std::vector<int>& a, const std::vector<int>& b) {
  int count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += std::abs(a[i] - b[i]) > 85 ? 1 : 0;
  return count;
}

struct Pair {
  std::string name;
  std::function<void(Ui&)> one;
  std::function<void(Ui&)> other;
};

std::function<void(Ui&)> of_button(const Button& look) {
  return [look](Ui& ui) { button(ui, "it", kPlace, look); };
}

std::function<void(Ui&)> of_segments(std::size_t chosen) {
  return [chosen](Ui& ui) {
    static constexpr Option kOptions[] = {{.id = "a", .label = "有"}, {.id = "b", .label = "没有"}};
    segmented(ui, "it", kPlace, {.options = kOptions, .chosen = chosen});
  };
}

std::function<void(Ui&)> of_card(bool checked) {
  return [checked](Ui& ui) {
    check_card(ui, "it", kPlace, {.title = "我看过了", .checked = checked});
  };
}

std::function<void(Ui&)> of_field(bool in_use, bool wrong) {
  return [in_use, wrong](Ui& ui) {
    text_field(ui, "it", kPlace, {"8000", 4}, {.label = "钱", .in_use = in_use, .wrong = wrong});
  };
}

std::function<void(Ui&)> of_row(bool chosen) {
  return [chosen](Ui& ui) {
    choice_row(ui, "it", kPlace, {.title = "石桥村", .chosen = chosen});
  };
}

std::vector<Pair> pairs() {
  const Button plain{.label = "下一步", .icon = Icon::ArrowForward};
  Button off = plain, chosen = plain;
  off.enabled = false;
  chosen.selected = true;
  const Button help{.label = "叫工作人员", .kind = ButtonKind::Help, .icon = Icon::SupportAgent};
  const Button called{.label = "已叫工作人员", .kind = ButtonKind::HelpOn,
                      .icon = Icon::SupportAgent};
  return {{"a button that is off", of_button(plain), of_button(off)},
          {"an aid that is on", of_button(plain), of_button(chosen)},
          {"staff that were called", of_button(help), of_button(called)},
          {"the other choice", of_segments(0), of_segments(1)},
          {"a ticked card", of_card(false), of_card(true)},
          {"a chosen row", of_row(false), of_row(true)},
          {"a field in use", of_field(false, false), of_field(true, false)},
          {"a field that is wrong", of_field(false, false), of_field(false, true)}};
}

void check_pairs(Palette palette) {
  for (const Pair& pair : pairs()) {
    CAPTURE(pair.name);
    // As much as an edge that is half a millimetre stronger all round, or a mark.
    CHECK(differing(grey_of(palette, pair.one), grey_of(palette, pair.other)) > 250);
  }
}

}  // namespace

TEST_SUITE("audit in grey") {
  TEST_CASE("A11Y 11: states differ without colour in the standard palette") {
    check_pairs(Palette::Standard);
  }

  TEST_CASE("A11Y 11: states differ without colour on black and on white ground") {
    check_pairs(Palette::DarkGround);
    check_pairs(Palette::LightGround);
  }

  TEST_CASE("A11Y 11: states differ without colour in the soft palette") {
    check_pairs(Palette::Soft);
  }

  TEST_CASE("A11Y 11: a pressed button differs without colour, in every palette") {
    for (const Palette palette : {Palette::Standard, Palette::DarkGround, Palette::LightGround,
                                  Palette::Soft}) {
      for (const ButtonKind kind : {ButtonKind::Filled, ButtonKind::Outlined, ButtonKind::Help,
                                    ButtonKind::HelpOn, ButtonKind::Quiet, ButtonKind::QuietWide,
                                    ButtonKind::Aid}) {
        const auto draw = of_button({.label = "下一步", .kind = kind});
        Frame frame;
        Pixels pixels(kSheet.width_px, kSheet.height_px);
        const auto show = [&] {
          draw(frame.begin(kSheet, {TextSize::Medium, palette}));
          frame.end(pixels.surface());
        };
        show();
        const std::vector<std::uint32_t> rest = pixels.memory();
        frame.bridge().press(300, 120);
        show();
        int changed = 0;
        for (std::size_t i = 0; i < rest.size(); ++i) changed += rest[i] != pixels.memory()[i];
        CAPTURE(static_cast<int>(palette));
        CAPTURE(static_cast<int>(kind));
        CHECK(changed > 250);
      }
    }
  }
}
