#include "kiosk/domain/division.h"

#include <doctest/doctest.h>

#include <string>

using namespace huimin::domain;

TEST_SUITE("division") {
  TEST_CASE("six digits are a county, nine a township, twelve a village") {
    CHECK(Division::parse("430522")->level() == DivisionLevel::County);
    CHECK(Division::parse("430522100")->level() == DivisionLevel::Township);
    CHECK(Division::parse("430522100201")->level() == DivisionLevel::Village);
    CHECK(Division::parse("430522100201")->county() == "430522");
  }

  TEST_CASE("codes of the past are codes") {
    CHECK(Division::parse("430521").has_value());
    CHECK(Division::parse("432622").has_value());
  }

  TEST_CASE("other lengths, letters and a leading 0 are no codes") {
    for (const std::string text : {"", "4305", "43052", "4305221", "43052210", "4305221001",
                                   "43052A", "030522", "４３０５２２", "430522 100"}) {
      CAPTURE(text);
      CHECK_FALSE(Division::parse(text).has_value());
    }
  }

  TEST_CASE("a county contains its townships and villages, not itself nor its neighbours") {
    const auto county = *Division::parse("430522");
    CHECK(county.contains(*Division::parse("430522100")));
    CHECK(county.contains(*Division::parse("430522100201")));
    CHECK_FALSE(county.contains(county));
    CHECK_FALSE(county.contains(*Division::parse("430523100")));
    CHECK_FALSE(Division::parse("430522100")->contains(county));
  }
}
