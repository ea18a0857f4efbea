#include <doctest/doctest.h>

#include "kiosk/queue/status_json.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

domain::PublicStatus sample() {
  using std::chrono::year;
  domain::PublicStatus status;
  status.case_no = "430522-2026-000123";
  status.programme = "P08";
  status.stage = domain::Stage::Accepted;
  status.events = {{domain::Stage::Submitted, kNow, "酿溪镇社会事务办", ""}};
  status.now_unit = "酿溪镇社会事务办";
  status.latest = domain::Deadline{year{2026} / 12 / 2, false};
  status.limit_days = 20;
  status.limit_unit = domain::DayUnit::CalendarDay;
  status.as_of = kNow;
  return status;
}

}  // namespace

TEST_SUITE("status json") {
  TEST_CASE("a status comes back as it was, with and without a deadline") {
    for (const bool dated : {true, false}) {
      domain::PublicStatus status = sample();
      if (!dated) status.latest.reset();
      const std::string json = to_status_json(status);
      const auto again = parse_status_json(json);
      REQUIRE(again);
      CHECK(to_status_json(*again) == json);
      CHECK(again->latest == status.latest);
      CHECK(again->stage == status.stage);
      CHECK(again->limit_unit == status.limit_unit);
      CHECK(again->events.size() == 1);
      CHECK(again->as_of == kNow);
    }
  }

  TEST_CASE("a stage or a date that does not exist is refused") {
    std::string json = to_status_json(sample());
    const auto at = json.find("2026-12-02");
    REQUIRE(at != std::string::npos);
    json.replace(at, 10, "2026-02-30");
    CHECK_FALSE(parse_status_json(json));
    CHECK_FALSE(parse_status_json("{}"));
  }
}
