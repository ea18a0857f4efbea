#include "kiosk/domain/civil_date.h"

#include <cstdio>

#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::milliseconds;
using std::chrono::sys_days;

constexpr hours kChinaAheadOfUtc{8};

constexpr CivilDate kNoDate{std::chrono::year{0}, std::chrono::month{0}, std::chrono::day{0}};

int number_at(std::string_view text, std::size_t from, std::size_t size) {
  int value = 0;
  for (const char c : text.substr(from, size)) value = value * 10 + (c - '0');
  return value;
}

// True when `text` has a digit wherever `form` has a 0, and else the same character.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

}  // namespace

CivilTime to_local(base::WallTime wall) {
  const auto local = wall + kChinaAheadOfUtc;
  const auto midnight = floor<days>(local);
  const auto minutes =
      static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(local - midnight).count());
  return {CivilDate{midnight}, minutes / 60, minutes % 60};
}

base::WallTime to_wall(CivilDate date) { return sys_days{date} - kChinaAheadOfUtc; }

std::string iso(CivilDate date) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string iso_time(base::WallTime wall) {
  const auto local = wall + kChinaAheadOfUtc;
  const auto midnight = floor<days>(local);
  const std::chrono::hh_mm_ss<milliseconds> time{local - midnight};
  const auto number = [](auto duration) { return static_cast<int>(duration.count()); };
  char text[64];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03d+08:00", number(time.hours()),
                number(time.minutes()), number(time.seconds()), number(time.subseconds()));
  return iso(CivilDate{midnight}) + text;
}

CivilDate parse_iso_date(std::string_view text) {
  if (!has_form(text, "0000-00-00")) return kNoDate;
  return CivilDate{std::chrono::year{number_at(text, 0, 4)},
                   std::chrono::month{static_cast<unsigned>(number_at(text, 5, 2))},
                   std::chrono::day{static_cast<unsigned>(number_at(text, 8, 2))}};
}

std::optional<base::WallTime> parse_iso_time(std::string_view text) {
  if (!has_form(text, "0000-00-00T00:00:00.000+08:00")) return std::nullopt;
  const CivilDate date = parse_iso_date(text.substr(0, 10));
  const int hour = number_at(text, 11, 2);
  const int minute = number_at(text, 14, 2);
  const int second = number_at(text, 17, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return to_wall(date) + hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second} +
         milliseconds{number_at(text, 20, 3)};
}

std::chrono::weekday weekday_of(CivilDate date) { return std::chrono::weekday{sys_days{date}}; }

}  // namespace huimin::domain
