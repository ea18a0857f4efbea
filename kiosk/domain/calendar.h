#pragma once
// Working days of China: weekends, the State Council's yearly holidays and worked weekend days.
//
// A day of a year whose notice is not loaded is judged by weekends alone, and every answer that
// depends on one says that it is not certain: it is shown as "about" (case C20). From 29 December
// on a day also depends on the notice of the year that follows, because the holiday of the new
// year may begin there.

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/domain/civil_date.h"

namespace huimin::domain {

// One year's notice. Days are within or near the year: a notice may cover days of its neighbours.
struct HolidayYear {
  int year = 0;
  std::vector<CivilDate> days_off;
  std::vector<CivilDate> worked_weekends;
};

struct Deadline {
  CivilDate date{};
  bool certain = true;  // false: a year without a table lies on the way, say "about"
  bool operator==(const Deadline&) const = default;
};

enum class DayUnit : std::uint8_t { WorkingDay, CalendarDay };

class WorkCalendar {
 public:
  WorkCalendar() = default;
  explicit WorkCalendar(std::vector<HolidayYear> years) : years_(std::move(years)) {}

  bool knows(int year) const;
  bool is_working_day(CivilDate date) const;
  // The n-th day of `unit` after `from`; the day itself does not count. n >= 0; 0 gives `from`.
  Deadline add(CivilDate from, int n, DayUnit unit) const;
  // Days of `unit` after `from` up to and with `to`; 0 when `to` is not later.
  int count(CivilDate from, CivilDate to, DayUnit unit) const;

 private:
  std::vector<HolidayYear> years_;
};

}  // namespace huimin::domain
