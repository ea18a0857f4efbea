#include "kiosk/domain/civil_date.h"

#include <doctest/doctest.h>

#include <string>

using namespace huimin::domain;
using namespace std::chrono;

TEST_SUITE("civil date") {
  TEST_CASE("local time is eight hours ahead, so the day begins at 16:00 UTC") {
    const auto last_minute = sys_days{2026y / November / 3} + 15h + 59min;
    CHECK(to_local(last_minute) == CivilTime{2026y / November / 3, 23, 59});
    CHECK(to_local(last_minute + 1min) == CivilTime{2026y / November / 4, 0, 0});
  }

  TEST_CASE("there is no summer time, and times before 1970 are days like others") {
    CHECK(to_local(sys_days{2026y / July / 1}) == CivilTime{2026y / July / 1, 8, 0});
    CHECK(to_local(sys_days{1900y / January / 1} - 1min) == CivilTime{1900y / January / 1, 7, 59});
  }

  TEST_CASE("midnight of a day is where the day begins") {
    CHECK(to_local(to_wall(2026y / November / 4)) == CivilTime{2026y / November / 4, 0, 0});
  }

  TEST_CASE("dates and times are written by ISO 8601") {
    CHECK(iso(2026y / November / 4) == "2026-11-04");
    CHECK(iso_time(sys_days{2026y / November / 4} + 1h + 58min + 3s + 120ms) ==
          "2026-11-04T09:58:03.120+08:00");
  }

  TEST_CASE("what is written is read back") {
    const huimin::base::WallTime wall = sys_days{2026y / November / 4} + 1h + 58min + 3s + 7ms;
    CHECK(parse_iso_time(iso_time(wall)) == wall);
    CHECK(parse_iso_date("2026-11-04") == CivilDate{2026y / November / 4});
  }

  TEST_CASE("a malformed or impossible date is not ok") {
    for (const std::string text : {"", "2026-11-4", "2026/11/04", "2026-02-29", "2026-13-01",
                                   "2026-00-10", "2026-11-04 ", "２０２６-11-04", "-026-11-04"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_iso_date(text).ok());
    }
  }

  TEST_CASE("a malformed or impossible time is nothing") {
    for (const std::string text : {"2026-11-04T24:00:00.000+08:00", "2026-11-04T09:60:00.000+08:00",
                                   "2026-02-30T09:00:00.000+08:00", "2026-11-04T09:00:00.000+09:00",
                                   "2026-11-04T09:00:00.000Z", "2026-11-04"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_iso_time(text).has_value());
    }
  }

  TEST_CASE("the day of the week is known") {
    CHECK(weekday_of(2026y / November / 4) == Wednesday);
    CHECK(weekday_of(1900y / January / 1) == Monday);
  }
}
