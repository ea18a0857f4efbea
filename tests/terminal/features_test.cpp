// What is not installed is named, and the terminal works without it.

#include "kiosk/terminal/features.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/terminal/played_terminal.h"

namespace huimin::terminal {
namespace {

using testing::PlayedTerminal;

std::set<Feature> missing(const FeaturePlaces& places) {
  std::set<Feature> found;
  for (const MissingFeature& each : missing_features(places)) {
    CHECK_FALSE(each.why.empty());
    CHECK(each.why.find('\n') == std::string::npos);
    found.insert(each.feature);
  }
  return found;
}

}  // namespace

TEST_SUITE("features") {
  TEST_CASE("on this machine everything that is installed is found") {
    CHECK(missing({{HUIMIN_SHARE_DIR}}).empty());
  }

  TEST_CASE("each thing that is not there is named, and only that") {
    const queue::testing::TempFolder nowhere;
    FeaturePlaces places{{HUIMIN_SHARE_DIR}};
    SUBCASE("the dictionary") {
      places.typing.rime_data = nowhere.path();
      CHECK(missing(places) == std::set{Feature::Pinyin});
    }
    SUBCASE("the model of handwriting") {
      places.typing.handwriting_model = nowhere.path() / "model";
      CHECK(missing(places) == std::set{Feature::Handwriting});
    }
    SUBCASE("a font of rare characters") {
      places.fonts.fallbacks.front() = nowhere.path() / "font.ttf";
      CHECK(missing(places) == std::set{Feature::RareFonts});
    }
    SUBCASE("the tables of texts and readings") {
      places.typing.share_dir = nowhere.path();
      CHECK(missing(places) ==
            std::set{Feature::Pinyin, Feature::Parts, Feature::Pronunciation});
    }
  }

  TEST_CASE("the names of features in the log's order differ") {
    std::set<std::string_view> names;
    for (const Feature each : kInstalled) names.insert(name_of(each));
    names.insert(name_of(Feature::Voice));
    CHECK(names.size() == std::size(kInstalled) + 1);
    CHECK_FALSE(names.contains("unknown"));
  }

  TEST_CASE("a terminal without a voice works, and offers no reading aloud") {
    PlayedTerminal terminal({.has_voice = false});
    REQUIRE(terminal.play("screen attract\ntap act.start\nscreen home\n") == "");
    CHECK(terminal.becomes(
        [&] { return terminal.core->frame().registry().find("act.read_aloud") == nullptr; }));
    terminal.press(devices::KeypadKey::Right);
    CHECK(terminal.core->shown() == "home");
    CHECK(terminal.core->frame().focus().shown());
  }
}

}  // namespace huimin::terminal
