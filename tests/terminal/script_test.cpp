#include "kiosk/terminal/script.h"

#include <doctest/doctest.h>

#include "tests/queue/hall.h"

namespace huimin::terminal {
namespace {

using queue::testing::TempFolder;
using queue::testing::write_text;
namespace fs = std::filesystem;

// A folder with journey.txt, and with parts beside it.
struct Story {
  explicit Story(const std::string& text) { write_text(folder.path() / "journey.txt", text); }
  Story& part(const std::string& name, const std::string& text) {
    write_text(folder.path() / name, text);
    return *this;
  }
  auto read() const { return read_script(folder.path() / "journey.txt"); }
  // What is wrong, without the folder's name.
  std::string wrong() const {
    const auto steps = read();
    if (steps) return {};
    return steps.error().substr(folder.path().string().size() + 1);
  }
  TempFolder folder;
};

}  // namespace

TEST_SUITE("script") {
  TEST_CASE("steps come with their words and lines; comments and blank lines are passed over") {
    const auto steps = Story("# a story\n\n  tap act.start\t\r\npinyin wang 王\nsign\n").read();
    REQUIRE(steps);
    REQUIRE(steps->size() == 3);
    CHECK((*steps)[0].verb == "tap");
    CHECK((*steps)[0].argument == "act.start");
    CHECK((*steps)[0].line == 3);
    CHECK((*steps)[1].argument == "wang 王");
    CHECK((*steps)[2].verb == "sign");
    CHECK((*steps)[2].argument.empty());
    CHECK((*steps)[2].line == 5);
  }

  TEST_CASE("a part's steps stand where it is named, and know their own file") {
    const auto steps =
        Story("sign\npart more.txt\nacknowledged\n").part("more.txt", "\ntap a\n").read();
    REQUIRE(steps);
    REQUIRE(steps->size() == 3);
    CHECK((*steps)[1].verb == "tap");
    CHECK((*steps)[1].file.filename() == "more.txt");
    CHECK((*steps)[1].line == 2);
    CHECK((*steps)[2].verb == "acknowledged");
  }

  TEST_CASE("what is wrong is named with file and line") {
    CHECK(Story("sign\ntouch act.start\n").wrong() == "journey.txt:2: no such step: touch");
    CHECK(Story("tap\n").wrong() == "journey.txt:1: tap needs more on its line");
    CHECK(Story("sign here\n").wrong() == "journey.txt:1: sign stands alone");
    CHECK(Story("# nothing\n").wrong() == "journey.txt: no steps");
    CHECK(Story("part gone.txt\n").wrong() == "gone.txt: cannot be read");
    CHECK(Story("part a.txt\n").part("a.txt", "sign\nsing\n").wrong() ==
          "a.txt:2: no such step: sing");
  }

  TEST_CASE("a part has no parts of its own, so that no circle can be told") {
    CHECK(Story("part a.txt\n").part("a.txt", "part journey.txt\n").wrong() ==
          "a.txt:1: a part has no parts of its own");
  }

  TEST_CASE("a folder without a journey is an error") {
    const TempFolder empty;
    CHECK_FALSE(read_script(empty.path() / "journey.txt"));
  }

  TEST_CASE("every story in the tree can be read") {
    int stories = 0;
    for (const auto& entry :
         fs::recursive_directory_iterator(HUIMIN_SOURCE_DIR "/tests/journeys")) {
      if (entry.path().filename() != "journey.txt") continue;
      CAPTURE(entry.path().string());
      CHECK(read_script(entry.path()));
      ++stories;
    }
    CHECK(stories >= 20);
  }
}

}  // namespace huimin::terminal
