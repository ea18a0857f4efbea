#include <doctest/doctest.h>

#include "kiosk/queue/number_mark.h"
#include "tests/queue/hall.h"

using namespace huimin::queue;
using namespace huimin::queue::testing;

TEST_SUITE("number mark") {
  TEST_CASE("it goes up, never down, and is there after closing") {
    const TempFolder folder;
    const auto file = folder.path() / "mark";
    REQUIRE(NumberMark::create(file, 0));
    {
      auto mark = NumberMark::open(file);
      REQUIRE(mark);
      CHECK(mark->highest() == 0);
      for (std::uint32_t number = 1; number <= 9; ++number) CHECK(mark->raise(number));
      CHECK(mark->raise(3));
      CHECK(mark->highest() == 9);
    }
    CHECK(NumberMark::open(file)->highest() == 9);
  }

  TEST_CASE("a missing mark is not zero") {
    const TempFolder folder;
    CHECK(NumberMark::open(folder.path() / "mark").error() == MarkError::Missing);
  }

  TEST_CASE("a torn write leaves the number before, and two torn slots are damage") {
    const TempFolder folder;
    const auto file = folder.path() / "mark";
    REQUIRE(NumberMark::create(file, 0));
    {
      auto mark = NumberMark::open(file);
      CHECK(mark->raise(41));
      CHECK(mark->raise(42));
    }
    const std::string whole = read_text(file);
    const std::size_t slot = whole.find("000042") < 512 ? 0 : 512;
    for (std::size_t at = slot; at < slot + 512; at += 3) {
      std::string torn = whole;
      torn[at] = static_cast<char>(torn[at] ^ 1);
      write_text(file, torn);
      CHECK(NumberMark::open(file)->highest() == 41);
      torn[at ^ 512U] = static_cast<char>(torn[at ^ 512U] ^ 1);
      write_text(file, torn);
      CHECK(NumberMark::open(file).error() == MarkError::Damaged);
    }
  }

  TEST_CASE("every cut of the file is damage") {
    const TempFolder folder;
    const auto file = folder.path() / "mark";
    REQUIRE(NumberMark::create(file, 7));
    const std::string whole = read_text(file);
    for (std::size_t size = 0; size < whole.size(); size += 100) {
      write_text(file, whole.substr(0, size));
      CHECK(NumberMark::open(file).error() == MarkError::Damaged);
    }
  }
}
