// What is not installed is named, and the terminal works without it.

#include "kiosk/terminal/features.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
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

// What the process writes to its standard output while this lives: there the log of a test goes.
class CaughtLog {
 public:
  explicit CaughtLog(const std::filesystem::path& file) : file_(file) {
    std::fflush(stdout);
    before_ = ::dup(STDOUT_FILENO);
    const int to = ::open(file.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    REQUIRE(to >= 0);
    ::dup2(to, STDOUT_FILENO);
    ::close(to);
  }
  ~CaughtLog() { end(); }
  CaughtLog(const CaughtLog&) = delete;
  CaughtLog& operator=(const CaughtLog&) = delete;

  std::string text() {
    end();
    return queue::testing::read_text(file_);
  }

 private:
  void end() {
    if (before_ < 0) return;
    std::fflush(stdout);
    ::dup2(before_, STDOUT_FILENO);
    ::close(before_);
    before_ = -1;
  }

  const std::filesystem::path file_;
  int before_ = -1;
};

}  // namespace

TEST_SUITE("features") {
  TEST_CASE("what is not installed stands in the log once, by number and nothing else") {
    const queue::testing::TempFolder folder;
    const auto share = folder.path() / "share";
    std::filesystem::copy(HUIMIN_SHARE_DIR, share, std::filesystem::copy_options::recursive);
    std::filesystem::remove(share / "input" / "parts.txt");
    CaughtLog log(folder.path() / "log");
    {
      PlayedTerminal terminal({.share = share});
      const std::string played = terminal.play("screen attract\ntap act.start\nscreen home\n");
      terminal.settle();
      CHECK(played == "");
    }
    const std::string text = log.text();
    const std::string line = R"("event":"feature_missing","feature":3)";
    const auto at = text.find(line);
    REQUIRE(at != std::string::npos);
    CHECK(text.find("feature_missing", at + line.size()) == std::string::npos);
    CHECK(text.find("parts") == std::string::npos);
    CHECK(text.find(folder.path().string()) == std::string::npos);
  }

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

  TEST_CASE("A11Y 12: a picture below 12 inches or 1920 by 1080 is told to who checks the settings") {
    CHECK(small_panel({1080, 1920, 268.0}).empty());
    CHECK(small_panel({1920, 1080, 476.0}).empty());
    CHECK(small_panel({1920, 1080, 266.0}).empty());
    CHECK(small_panel({1920, 1080, 250.0}).find("11.3 inches") == 0);
    CHECK(small_panel({1366, 768, 345.0}).find("1366 x 768") != std::string::npos);
    CHECK(small_panel({1024, 768, 304.8}).find("1024 x 768") != std::string::npos);
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
