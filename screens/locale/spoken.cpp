#include "screens/locale/spoken.h"

namespace huimin::screens {

std::string spoken_date(const Wording& wording, std::chrono::year_month_day date) {
  if (!date.ok()) return {};
  const auto& [texts, language] = wording;
  const std::chrono::weekday weekday{std::chrono::sys_days{date}};
  const auto month = std::to_string(static_cast<unsigned>(date.month()));
  const auto day_name = "weekday.spoken." + std::to_string(weekday.iso_encoding());
  return texts.format(language, "spoken.date",
                      {{"day", std::to_string(static_cast<unsigned>(date.day()))},
                       {"month", std::string{texts.get(language, "month.long." + month)}},
                       {"weekday", std::string{texts.get(language, day_name)}}});
}

std::string spoken_money(const Wording& wording, std::int64_t amount_fen) {
  const auto& [texts, language] = wording;
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
  const auto& [texts, language] = wording;
  const std::string_view pause = texts.get(language, "spoken.pause");
  std::string out;
  const auto say = [&](std::string_view word) {
    if (!out.empty()) out += pause;
    out += word;
  };
  char before = '\0';
  for (const char c : number) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_digit) say(texts.get(language, std::string{"spoken.digit."} + c));
    if (is_letter) say(std::string_view{&c, 1});
    if (c == '*' && before != '*') say(texts.get(language, "spoken.hidden"));
    before = c;
  }
  return out;
}

}  // namespace huimin::screens
