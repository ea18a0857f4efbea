#include "screens/locale/values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

#include "screens/locale/characters.h"
#include "screens/locale/spoken.h"

namespace huimin::screens {
namespace {

std::string noted(const Wording& wording, HeardPiece piece) {
  std::string shown = piece.shown;
  if (wording.heard != nullptr) wording.heard->note(std::move(piece));
  return shown;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "3600", "3600.5", "3600.00": fen. Nothing for any other form, or above 13 digits of yuan.
std::optional<std::int64_t> fen_of(std::string_view typed) {
  const std::size_t point = std::min(typed.find('.'), typed.size());
  const std::string_view yuan = typed.substr(0, point);
  const std::string_view cents = typed.substr(std::min(point + 1, typed.size()));
  const bool digits = std::all_of(yuan.begin(), yuan.end(), is_digit) &&
                      std::all_of(cents.begin(), cents.end(), is_digit);
  if (yuan.empty() || yuan.size() > 13 || cents.size() > 2 || !digits) return std::nullopt;
  std::int64_t whole = 0;
  std::from_chars(yuan.data(), yuan.data() + yuan.size(), whole);
  std::int64_t fen = cents.empty() ? 0 : (cents[0] - '0') * 10;
  if (cents.size() == 2) fen += cents[1] - '0';
  return whole * 100 + fen;
}

std::string spoken_name(const Wording& wording, std::string_view name) {
  const std::size_t star = name.find('*');
  if (star == std::string_view::npos) return std::string{name};
  return wording.texts.format(wording.language, "spoken.name.masked",
                              {{"name", std::string{name.substr(0, star)}}});
}

std::string noted_name(const Wording& wording, std::string_view name, Privacy privacy) {
  return noted(wording, {std::string{name}, spoken_name(wording, name), privacy, Reading::Name});
}

}  // namespace

std::string digits_text(const Wording& wording, std::string_view number, Privacy privacy) {
  return noted(wording, {std::string{number}, spoken_digits(wording, number), privacy});
}

std::string name_text(const Wording& wording, std::string_view name) {
  return noted_name(wording, name, Privacy::Personal);
}

std::string public_name_text(const Wording& wording, std::string_view name) {
  return noted_name(wording, name, Privacy::Open);
}

std::string amount_text(const Wording& wording, std::string_view typed) {
  const std::optional<std::int64_t> fen = fen_of(typed);
  if (!fen) return personal_text(wording, typed);
  const std::string with_unit =
      wording.texts.format(wording.language, "money.yuan", {{"amount", std::string{typed}}});
  const std::string spoken = spoken_money(wording, *fen);
  noted(wording, {with_unit, spoken, Privacy::Personal});
  return noted(wording, {std::string{typed}, spoken, Privacy::Personal});
}

std::string personal_text(const Wording& wording, std::string_view text) {
  return noted(wording, {std::string{text}, std::string{text}, Privacy::Personal});
}

std::string code_text(const Wording& wording, std::string_view code, Privacy privacy) {
  return digits_text(wording, code, privacy);
}

std::string percent_text(const Wording& wording, int percent) {
  const std::string number = std::to_string(percent);
  const std::string spoken =
      wording.texts.format(wording.language, "spoken.percent", {{"n", number}});
  return noted(wording, {number + "%", spoken});
}

std::string month_day_text(const Wording& wording, int month, int day) {
  const auto& texts = wording.texts;
  const std::string number = std::to_string(month);
  const std::string name{texts.get(wording.language, "month.short." + number)};
  const std::string shown = texts.format(wording.language, "words.day",
                                         {{"month", name}, {"day", std::to_string(day)}});
  return noted(wording, {shown, spoken_month_day(wording, month, day)});
}

}  // namespace huimin::screens
