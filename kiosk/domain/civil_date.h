#pragma once
// Dates of the civil calendar in China: UTC+8 all year, no summer time.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/clock.h"

namespace huimin::domain {

using CivilDate = std::chrono::year_month_day;

struct CivilTime {
  CivilDate date{};
  int hour = 0;    // 0-23
  int minute = 0;  // 0-59
  bool operator==(const CivilTime&) const = default;
};

CivilTime to_local(base::WallTime wall);
// Midnight at the start of `date`, local time.
base::WallTime to_wall(CivilDate date);
// "2026-11-04"
std::string iso(CivilDate date);
// "2026-11-04T09:58:03.120+08:00"
std::string iso_time(base::WallTime wall);
// The reverse of iso; malformed or impossible text gives a date that is not ok().
CivilDate parse_iso_date(std::string_view text);
// The reverse of iso_time, to the letter.
std::optional<base::WallTime> parse_iso_time(std::string_view text);
std::chrono::weekday weekday_of(CivilDate date);

}  // namespace huimin::domain
