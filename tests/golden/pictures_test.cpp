// A few screens as pictures, for what words do not say: colours, places, letters, icons.
#include <doctest/doctest.h>

#include <string>

#include "tests/golden/kept.h"
#include "tests/screens/resident_terminal.h"

namespace huimin::golden {
namespace {

using screens::Screen;
namespace view = screens::view;

constexpr Screen kUpright{1080, 1920, 268};
constexpr Screen kLying{1920, 1080, 476.4};
constexpr Screen kOldPanel{1024, 768, 304};
constexpr Screen kSmall{1366, 768, 410};

struct Shot {
  const char* sample;
  Screen panel = kUpright;
  view::Comfort comfort = {};
};

std::string compare(const Shot& shot) {
  screens::Terminal terminal(shot.panel);
  auto sample = screens::samples::sample_view(shot.comfort.language, shot.sample);
  sample.screen.chrome.comfort = shot.comfort;
  terminal.settle(sample);
  const std::string size =
      std::to_string(shot.panel.width_px) + "x" + std::to_string(shot.panel.height_px);
  return compare_picture("pictures/" + std::string(shot.sample) + "-" + size + ".png",
                         terminal.pixels, shot.panel.width_px);
}

void check(const Shot& shot) {
  const auto wrong = compare(shot);
  CHECK_MESSAGE(wrong.empty(), wrong);
}

view::Comfort comfort(view::TextSize size, view::Palette palette) {
  view::Comfort chosen;
  chosen.size = size;
  chosen.palette = palette;
  return chosen;
}

view::Comfort english() {
  view::Comfort chosen;
  chosen.language = view::Language::English;
  return chosen;
}

}  // namespace

TEST_CASE("the idle screen, home and the end look as kept") {
  check({"attract"});
  check({"home"});
  check({"goodbye"});
}

TEST_CASE("keyboard, signature and the question how much look as kept") {
  check({"type-name"});
  check({"signature"});
  check({"money"});
}

TEST_CASE("the screen beside the receipt looks as kept") { check({"printed"}); }

TEST_CASE("the largest letters look as kept") {
  check({"happened", kUpright, comfort(view::TextSize::ExtraLarge, view::Palette::Standard)});
}

TEST_CASE("light letters on a dark ground look as kept") {
  check({"review", kUpright, comfort(view::TextSize::Medium, view::Palette::DarkGround)});
}

TEST_CASE("English words look as kept") { check({"phone", kUpright, english()}); }

TEST_CASE("the lying panels look as kept") {
  check({"household", kLying});
  check({"home", kSmall});
  check({"type-number", kOldPanel, comfort(view::TextSize::Medium, view::Palette::LightGround)});
}

}  // namespace huimin::golden
