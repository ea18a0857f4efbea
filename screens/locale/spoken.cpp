#include "screens/locale/spoken.h"

#include <algorithm>
#include <vector>

namespace huimin::screens {
namespace {

std::string text(const Wording& wording, const std::string& id) {
  return std::string{wording.texts.get(wording.language, id)};
}

std::string month_name(const Wording& wording, int month) {
  return text(wording, "month.long." + std::to_string(month));
}

std::string_view part_of_day(std::int64_t hour) {
  if (hour < 6) return "night";
  if (hour < 12) return "morning";
  if (hour < 13) return "noon";
  return hour < 18 ? "afternoon" : "evening";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// One has its own word on the telephone.
std::string digit_id(char digit) {
  return std::string{"spoken.digit."} + (digit == '1' ? std::string{"one"} : std::string{digit});
}

// Where people pause in a number that is written without gaps: identity numbers 6-4-4-4, mobile
// phones 3-4-4, accounts by four.
std::vector<std::size_t> usual_pauses(std::string_view number) {
  const bool solid = std::all_of(number.begin(), number.end(), [](char c) {
    return is_digit(c) || is_letter(c);
  });
  if (!solid || number.size() < 7) return {};
  if (number.size() == 18) return {6, 10, 14};
  std::vector<std::size_t> pauses;
  for (std::size_t i = number.size() == 11 ? 3 : 4; i < number.size(); i += 4) pauses.push_back(i);
  return pauses;
}

}  // namespace

std::string spoken_month_day(const Wording& wording, int month, int day) {
  return wording.texts.format(
      wording.language, "spoken.month_day",
      {{"month", month_name(wording, month)}, {"day", std::to_string(day)}});
}

std::string spoken_date(const Wording& wording, std::chrono::year_month_day date) {
  if (!date.ok()) return {};
  const std::chrono::weekday weekday{std::chrono::sys_days{date}};
  const auto day_name = "weekday.spoken." + std::to_string(weekday.iso_encoding());
  return wording.texts.format(
      wording.language, "spoken.date",
      {{"day", std::to_string(static_cast<unsigned>(date.day()))},
       {"month", month_name(wording, static_cast<int>(static_cast<unsigned>(date.month())))},
       {"weekday", text(wording, day_name)}});
}

std::string spoken_full_date(const Wording& wording, std::chrono::year_month_day date) {
  if (!date.ok()) return {};
  return wording.texts.format(
      wording.language, "spoken.date.full",
      {{"day", std::to_string(static_cast<unsigned>(date.day()))},
       {"month", month_name(wording, static_cast<int>(static_cast<unsigned>(date.month())))},
       {"year", std::to_string(static_cast<int>(date.year()))}});
}

std::string spoken_time(const Wording& wording, std::chrono::seconds since_midnight) {
  const std::int64_t minutes = since_midnight.count() / 60;
  if (since_midnight.count() < 0 || minutes > 24 * 60) return {};
  const std::int64_t hour = minutes / 60 % 24, minute = minutes % 60;
  const std::int64_t hour12 = hour % 12 == 0 ? 12 : hour % 12;
  std::string spoken_minute = std::to_string(minute);
  if (minute < 10) spoken_minute = text(wording, "spoken.digit.0") + " " + spoken_minute;
  const std::string part = text(wording, "spoken.time." + std::string{part_of_day(hour)});
  return wording.texts.format(wording.language,
                              minute == 0 ? "spoken.time.hour" : "spoken.time.minute",
                              {{"part", part},
                               {"h12", std::to_string(hour12)},
                               {"m", spoken_minute}});
}

std::string spoken_money(const Wording& wording, std::int64_t amount_fen) {
  const auto& texts = wording.texts;
  const Language language = wording.language;
  if (amount_fen < 0) {
    // One fen is given away at the smallest integer, so that the sign can be dropped at all.
    const std::int64_t amount = amount_fen == INT64_MIN ? INT64_MAX : -amount_fen;
    return texts.format(language, "spoken.money.minus",
                        {{"amount", spoken_money(wording, amount)}});
  }
  const std::int64_t jiao = amount_fen / 10 % 10;
  const std::int64_t fen = amount_fen % 10;
  std::string_view id = "spoken.money.yuan";
  if (jiao != 0) id = fen != 0 ? "spoken.money.yuan_jiao_fen" : "spoken.money.yuan_jiao";
  if (jiao == 0 && fen != 0) id = "spoken.money.yuan_fen";
  return texts.format(language, id,
                      {{"yuan", std::to_string(amount_fen / 100)},
                       {"jiao", std::to_string(jiao)},
                       {"fen", std::to_string(fen)},
                       {"cents", std::to_string(amount_fen % 100)}});
}

std::string spoken_digits(const Wording& wording, std::string_view number) {
  const std::string pause = text(wording, "spoken.pause");
  const std::vector<std::size_t> pauses = usual_pauses(number);
  std::string out;
  bool pausing = false;
  const auto say = [&](std::string_view word) {
    if (!out.empty()) out += pausing ? pause : " ";
    out += word;
    pausing = false;
  };
  for (std::size_t i = 0; i < number.size(); ++i) {
    const char c = number[i];
    if (c != '*' && std::find(pauses.begin(), pauses.end(), i) != pauses.end()) pausing = true;
    if (is_digit(c)) say(text(wording, digit_id(c)));
    if (is_letter(c)) say(std::string_view{&c, 1});
    if (c == ' ' || c == '-') pausing = true;
    if (c != '*' || (i > 0 && number[i - 1] == '*')) continue;
    pausing = true;
    say(text(wording, "spoken.hidden"));
    pausing = true;
  }
  return out;
}

}  // namespace huimin::screens
