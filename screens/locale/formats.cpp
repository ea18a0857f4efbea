#include "screens/locale/formats.h"

#include <utility>

#include "screens/locale/heard.h"
#include "screens/locale/spoken.h"

namespace huimin::screens {
namespace {

using std::chrono::year_month_day;

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string noted(const Wording& wording, std::string shown, std::string spoken,
                  Privacy privacy = Privacy::Open) {
  if (wording.heard != nullptr) wording.heard->note({shown, std::move(spoken), privacy});
  return shown;
}

std::string weekday_id(year_month_day date) {
  const std::chrono::weekday weekday{std::chrono::sys_days{date}};
  return "weekday." + std::to_string(weekday.iso_encoding());  // 1 is Monday
}

std::string month_id(std::string_view length, year_month_day date) {
  return "month." + std::string{length} + "." +
         std::to_string(static_cast<unsigned>(date.month()));
}

// The parts of the day as people name them; the texts decide what each is called.
std::string_view part_of_day_id(std::int64_t hour) {
  if (hour < 6) return "time.night";
  if (hour < 12) return "time.morning";
  if (hour < 13) return "time.noon";
  return hour < 18 ? "time.afternoon" : "time.evening";
}

}  // namespace

std::string date_text(const Wording& wording, year_month_day date) {
  if (!date.ok()) return {};
  const auto& texts = wording.texts;
  const Language language = wording.language;
  return noted(
      wording,
      texts.format(language, "date.short",
                   {{"day", std::to_string(static_cast<unsigned>(date.day()))},
                    {"month", std::string{texts.get(language, month_id("short", date))}},
                    {"weekday", std::string{texts.get(language, weekday_id(date))}}}),
      spoken_date(wording, date));
}

std::string full_date_text(const Wording& wording, year_month_day date) {
  if (!date.ok()) return {};
  const auto& texts = wording.texts;
  const Language language = wording.language;
  return noted(
      wording,
      texts.format(language, "date.full",
                   {{"day", std::to_string(static_cast<unsigned>(date.day()))},
                    {"month", std::string{texts.get(language, month_id("long", date))}},
                    {"year", std::to_string(static_cast<int>(date.year()))}}),
      spoken_full_date(wording, date));
}

std::string time_text(const Wording& wording, std::chrono::seconds since_midnight) {
  const std::int64_t minutes = since_midnight.count() / 60;
  if (since_midnight.count() < 0 || minutes > 24 * 60) return {};
  const std::int64_t hour = minutes / 60 % 24;
  const std::int64_t hour12 = hour % 12 == 0 ? 12 : hour % 12;
  return noted(wording,
               wording.texts.format(wording.language, part_of_day_id(hour),
                                    {{"h12", std::to_string(hour12)},
                                     {"h24", std::to_string(hour)},
                                     {"mm", two_digits(minutes % 60)}}),
               spoken_time(wording, since_midnight));
}

std::string money_text(const Wording& wording, std::int64_t amount_fen) {
  const bool negative = amount_fen < 0;
  // Taken apart before the sign is dropped: the smallest integer has no positive twin.
  const std::int64_t yuan = amount_fen / 100 * (negative ? -1 : 1);
  const std::int64_t fen = amount_fen % 100 * (negative ? -1 : 1);
  std::string amount = (negative ? "-" : "") + std::to_string(yuan);
  if (fen != 0) amount += "." + two_digits(fen);
  return noted(wording, wording.texts.format(wording.language, "money.yuan", {{"amount", amount}}),
               spoken_money(wording, amount_fen), Privacy::Personal);
}

std::string counted_text(const Wording& wording, std::string_view id, std::int64_t count) {
  const std::string full_id = std::string{id} + (count == 1 ? ".one" : ".other");
  return wording.texts.format(wording.language, full_id, {{"n", std::to_string(count)}});
}

std::string step_text(const Wording& wording, const StepPlace& step) {
  return wording.texts.format(wording.language, "steps.place",
                              {{"n", std::to_string(step.number)},
                               {"m", std::to_string(step.of)},
                               {"name", std::string{step.name}}});
}

}  // namespace huimin::screens
