// Case C14: a terminal that has lost its clock.

#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"

namespace huimin::journey::resident::sample {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

const base::WallTime kWrongClocks[] = {sys_days{year{1970} / 1 / 1}, sys_days{year{2000} / 1 / 1},
                                       sys_days{year{2099} / 1 / 1}};

Walk at_clock(base::WallTime wall) {
  Walk walk;
  walk.at.wall = wall;
  walk.happens(event::ReadinessChecked{{.clock = false}});
  return walk;
}

}  // namespace

TEST_SUITE("C14: a wrong clock") {
  TEST_CASE("residents can still apply, by card and by hand") {
    for (const base::WallTime wall : kWrongClocks) {
      Walk walk = at_clock(wall);
      CHECK(walk.to_saving().place() == "Saving");
      Walk typed = at_clock(wall);
      typed.to_identify().press(Act::TypeNumber).edit(Field::IdNumber, "430522190001010004");
      CHECK(typed.press(Act::Next).place() == "TypeName");
    }
  }

  TEST_CASE("no screen and no paper shows a time that could be believed") {
    for (const base::WallTime wall : kWrongClocks) {
      Walk walk = at_clock(wall);
      walk.to_saving();
      CHECK_FALSE(walk.shown().chrome.now.certain);
      CHECK(walk.shown().chrome.now.year == 0);
      event::Committed kept = committed();
      kept.at = wall;
      walk.happens(kept);
      const auto shown = walk.body<view::Submitted>();
      CHECK_FALSE(shown.kept_at.certain);
      CHECK(shown.latest == view::Day{0, 0, 0, false});
      CHECK(shown.limit_days == 3);
      CHECK_FALSE(walk.last<effect::PrintReceipt>().latest.date.ok());
    }
  }

  TEST_CASE("after the clock is put right nothing must be typed again") {
    Walk walk = at_clock(kWrongClocks[0]);
    walk.to_review();
    walk.at.wall = morning().wall;
    CHECK(walk.shown().chrome.now.certain);
    walk.press(Act::Next).press(Act::PledgeTick).press(Act::Next).happens(ink());
    walk.press(Act::Submit).happens(committed());
    CHECK(walk.body<view::Submitted>().latest == view::Day{2026, 11, 7, true});
    CHECK(walk.body<view::Submitted>().kept_at.certain);
  }

  TEST_CASE("a jump of the wall clock neither ends a session nor holds it open") {
    Walk walk;
    walk.to_review();
    walk.at.wall += std::chrono::hours{24 * 365};
    walk.happens(event::Tick{});
    CHECK(walk.now.cover == Cover::None);
    walk.at.wall = base::WallTime{};
    walk.waits(std::chrono::seconds{150});
    CHECK(walk.now.cover == Cover::Timeout);
  }

  TEST_CASE("a day of the county's that cannot be is not shown") {
    domain::PublicStatus odd = status();
    odd.events[0].at = kWrongClocks[0];
    Walk walk;
    walk.to_status().happens(event::StatusArrived{receipt(), odd, true});
    CHECK_FALSE(walk.body<view::Status>().rows[0].has_day);
  }

  TEST_CASE("a missing clock is named when something else stops the application too") {
    Walk walk;
    walk.happens(event::ReadinessChecked{{.disk = false, .clock = false}}).to_privacy();
    using view::Shortage;
    CHECK(walk.body<view::NotReady>().shortages == std::vector{Shortage::Disk, Shortage::Clock});
  }
}

}  // namespace huimin::journey::resident::sample
