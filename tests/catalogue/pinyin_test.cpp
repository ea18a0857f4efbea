#include <doctest/doctest.h>

#include "kiosk/catalogue/division_entry.h"

using namespace huimin::catalogue;

TEST_SUITE("pinyin") {
  TEST_CASE("initials are the first letter of each syllable") {
    CHECK(initials_of("niang xi zhen") == "nxz");
    CHECK(initials_of("cai e xiang") == "cex");
    CHECK(initials_of("") == "");
  }

  TEST_CASE("initials, whole pinyin and any mixture begin the name") {
    for (const std::string typed : {"", "n", "nx", "nxz", "niang", "niangx", "niangxi",
                                    "niangxizhen", "nxi", "nixz", "NX", "niang xi", "niang'xi"}) {
      CAPTURE(typed);
      CHECK(matches_pinyin("niang xi zhen", typed));
    }
  }

  TEST_CASE("what does not begin the name, or goes beyond it, does not match") {
    for (const std::string typed : {"x", "xz", "nz", "nxzz", "niangxizhenn", "niangz", "1", "酿"}) {
      CAPTURE(typed);
      CHECK_FALSE(matches_pinyin("niang xi zhen", typed));
    }
  }

  TEST_CASE("where a letter may end one syllable or begin the next, both ways are tried") {
    CHECK(matches_pinyin("xi an", "xian"));
    CHECK(matches_pinyin("xian an", "xiana"));
    CHECK(matches_pinyin("xin ning xian", "xinn"));
    CHECK(matches_pinyin("xin ning xian", "xinx"));
    CHECK_FALSE(matches_pinyin("xin ning xian", "xingx"));
    CHECK(matches_pinyin("chang an ying zhen", "chany"));
  }
}
