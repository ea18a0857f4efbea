#include "kiosk/domain/calendar.h"

#include <algorithm>

#include "kiosk/base/check.h"

namespace huimin::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// The earliest day of a year that a notice for the next year has touched (case C20).
constexpr std::chrono::month_day kNewYearMayBegin{std::chrono::December / 29};

bool holds(const std::vector<CivilDate>& dates, CivilDate date) {
  return std::find(dates.begin(), dates.end(), date) != dates.end();
}

bool is_certain(const WorkCalendar& calendar, CivilDate date) {
  const int year = static_cast<int>(date.year());
  if (!calendar.knows(year)) return false;
  return date.month() / date.day() < kNewYearMayBegin || calendar.knows(year + 1);
}

}  // namespace

bool WorkCalendar::knows(int year) const {
  return std::any_of(years_.begin(), years_.end(),
                     [&](const HolidayYear& each) { return each.year == year; });
}

bool WorkCalendar::is_working_day(CivilDate date) const {
  for (const HolidayYear& year : years_) {
    if (holds(year.worked_weekends, date)) return true;
    if (holds(year.days_off, date)) return false;
  }
  const std::chrono::weekday weekday = weekday_of(date);
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

Deadline WorkCalendar::add(CivilDate from, int n, DayUnit unit) const {
  base::check(n >= 0 && from.ok(), "a limit runs forward from a real day");
  if (unit == DayUnit::CalendarDay) return {CivilDate{sys_days{from} + days{n}}, true};
  Deadline deadline{from, true};
  while (n > 0) {
    deadline.date = CivilDate{sys_days{deadline.date} + days{1}};
    deadline.certain = deadline.certain && is_certain(*this, deadline.date);
    if (is_working_day(deadline.date)) --n;
  }
  return deadline;
}

int WorkCalendar::count(CivilDate from, CivilDate to, DayUnit unit) const {
  base::check(from.ok() && to.ok(), "days are counted between real days");
  const sys_days last{to};
  if (last <= sys_days{from}) return 0;
  if (unit == DayUnit::CalendarDay) return static_cast<int>((last - sys_days{from}).count());
  int counted = 0;
  for (sys_days day = sys_days{from} + days{1}; day <= last; day += days{1}) {
    if (is_working_day(CivilDate{day})) ++counted;
  }
  return counted;
}

}  // namespace huimin::domain
