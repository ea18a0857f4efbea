#include "kiosk/domain/calendar.h"

#include <doctest/doctest.h>

using namespace huimin::domain;
using namespace std::chrono;

namespace {

std::vector<CivilDate> days_between(CivilDate first, CivilDate last) {
  std::vector<CivilDate> list;
  for (sys_days day = first; day <= sys_days{last}; day += days{1}) list.emplace_back(day);
  return list;
}

HolidayYear year_2026() {
  HolidayYear year{2026,
                   {},
                   {2026y / January / 4, 2026y / February / 14, 2026y / February / 28,
                    2026y / May / 9, 2026y / September / 20, 2026y / October / 10}};
  for (const auto& [first, last] :
       {std::pair<CivilDate, CivilDate>{2026y / January / 1, 2026y / January / 3},
        {2026y / February / 15, 2026y / February / 23},
        {2026y / April / 4, 2026y / April / 6},
        {2026y / May / 1, 2026y / May / 5},
        {2026y / June / 19, 2026y / June / 21},
        {2026y / September / 25, 2026y / September / 27},
        {2026y / October / 1, 2026y / October / 7}}) {
    for (const CivilDate day : days_between(first, last)) year.days_off.push_back(day);
  }
  return year;
}

// Made up for the tests: a notice for 2027 whose holiday begins in 2026 (case C20).
HolidayYear year_2027() {
  return {2027, days_between(2026y / December / 29, 2027y / January / 1), {2026y / December / 27}};
}

}  // namespace

TEST_SUITE("calendar") {
  TEST_CASE("weekdays are worked, weekends are not") {
    const WorkCalendar calendar({year_2026()});
    CHECK(calendar.is_working_day(2026y / November / 4));
    CHECK_FALSE(calendar.is_working_day(2026y / November / 7));
    CHECK_FALSE(calendar.is_working_day(2026y / November / 8));
  }

  TEST_CASE("holidays are off and the weekend days worked in their stead are worked") {
    const WorkCalendar calendar({year_2026()});
    for (int day = 1; day <= 7; ++day) {
      CHECK_FALSE(calendar.is_working_day(2026y / October / day));
    }
    CHECK(calendar.is_working_day(2026y / October / 10));    // Saturday
    CHECK(calendar.is_working_day(2026y / September / 20));  // Sunday
    CHECK(calendar.is_working_day(2026y / February / 28));
  }

  TEST_CASE("the day itself does not count, and nothing is added by 0") {
    const WorkCalendar calendar({year_2026()});
    const CivilDate friday = 2026y / November / 6;
    CHECK(calendar.add(friday, 0, DayUnit::WorkingDay) == Deadline{friday, true});
    CHECK(calendar.add(friday, 1, DayUnit::WorkingDay) == Deadline{2026y / November / 9, true});
    CHECK(calendar.add(2026y / November / 7, 1, DayUnit::WorkingDay).date ==
          CivilDate{2026y / November / 9});
  }

  TEST_CASE(
      "twenty working days over the National Day step over seven days and use two worked ones") {
    const WorkCalendar calendar({year_2026()});
    // 16 Sep + 20: 17 18 20 21 22 23 24 28 29 30 Sep (10), 8 9 10 12 13 14 15 16 19 20 Oct (20).
    CHECK(calendar.add(2026y / September / 16, 20, DayUnit::WorkingDay) ==
          Deadline{2026y / October / 20, true});
  }

  TEST_CASE("without next year's table, 20 working days from 20 December are only about") {
    const WorkCalendar calendar({year_2026()});
    const Deadline deadline = calendar.add(2026y / December / 20, 20, DayUnit::WorkingDay);
    CHECK_FALSE(deadline.certain);
    CHECK(deadline.date == CivilDate{2027y / January / 15});
  }

  TEST_CASE(
      "with next year's table the same limit is certain, and its holiday in December counts") {
    const WorkCalendar calendar({year_2026(), year_2027()});
    const Deadline deadline = calendar.add(2026y / December / 20, 20, DayUnit::WorkingDay);
    CHECK(deadline.certain);
    // 27 December is worked; 29 to 31 December and 1 January are off: one up, four down.
    CHECK(deadline.date == CivilDate{2027y / January / 20});
  }

  TEST_CASE("the last days of December need the notice of the year that follows") {
    const WorkCalendar calendar({year_2026()});
    CHECK(calendar.add(2026y / December / 25, 1, DayUnit::WorkingDay).certain);
    CHECK_FALSE(calendar.add(2026y / December / 25, 2, DayUnit::WorkingDay).certain);
  }

  TEST_CASE("a year without table in the middle of the way is enough to be only about") {
    const WorkCalendar calendar({year_2026(), {2028, {}, {}}, {2029, {}, {}}});
    const Deadline deadline = calendar.add(2026y / December / 1, 290, DayUnit::WorkingDay);
    CHECK(deadline.date.year() == 2028y);
    CHECK_FALSE(deadline.certain);
  }

  TEST_CASE("calendar days are certain without any table") {
    const WorkCalendar empty;
    CHECK(empty.add(2026y / December / 30, 3, DayUnit::CalendarDay) ==
          Deadline{2027y / January / 2, true});
    CHECK_FALSE(empty.add(2026y / November / 4, 1, DayUnit::WorkingDay).certain);
    CHECK_FALSE(empty.knows(2026));
  }

  TEST_CASE("counting is the reverse of adding") {
    const WorkCalendar calendar({year_2026()});
    for (const DayUnit unit : {DayUnit::WorkingDay, DayUnit::CalendarDay}) {
      for (int n = 0; n <= 200; ++n) {
        const CivilDate from = 2026y / January / 30;
        CHECK(calendar.count(from, calendar.add(from, n, unit).date, unit) == n);
      }
    }
  }

  TEST_CASE("counting backwards gives 0") {
    const WorkCalendar calendar({year_2026()});
    CHECK(calendar.count(2026y / May / 9, 2026y / May / 8, DayUnit::WorkingDay) == 0);
    CHECK(calendar.count(2026y / May / 9, 2026y / May / 9, DayUnit::CalendarDay) == 0);
  }
}
