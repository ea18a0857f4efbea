#include "kiosk/domain/money.h"

#include <optional>

#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

constexpr std::int64_t kFenPerYuan = 100;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "1,600" -> "1600". A comma anywhere but between groups of three may be meant as a decimal
// point: nothing.
std::optional<std::string> ungrouped(std::string_view whole) {
  if (whole.find(',') == std::string_view::npos) return std::string(whole);
  std::string digits;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const bool comma_place = i != 0 && (whole.size() - i) % 4 == 0;
    if (comma_place != (whole[i] == ',')) return std::nullopt;
    if (!comma_place) digits.push_back(whole[i]);
  }
  return digits;
}

bool only_digits(std::string_view text) { return text.empty() || all_digits(text); }

}  // namespace

tl::expected<Money, MoneyError> parse_yuan(std::string_view typed) {
  const std::string folded = fold_width(typed);
  const std::string_view text = trimmed(folded);
  if (text.empty()) return tl::unexpected(MoneyError::Empty);

  const auto dot = text.find('.');
  const bool has_dot = dot != std::string_view::npos;
  const auto whole = ungrouped(text.substr(0, dot));
  std::string fen(has_dot ? text.substr(dot + 1) : std::string_view{});
  if (!whole || !only_digits(*whole) || !only_digits(fen) || whole->size() + fen.size() == 0) {
    return tl::unexpected(MoneyError::NotDigits);
  }
  if (fen.size() > 2) return tl::unexpected(MoneyError::TooManyDecimals);

  fen.resize(2, '0');
  std::int64_t amount = 0;
  for (const char digit : *whole + fen) {
    amount = amount * 10 + (digit - '0');
    if (amount > kMoneyMost.fen) return tl::unexpected(MoneyError::TooLarge);
  }
  return Money{amount};
}

std::string plain_yuan(Money money) {
  const bool negative = money.fen < 0;
  const std::int64_t fen = negative ? -money.fen : money.fen;
  std::string text = (negative ? "-" : "") + std::to_string(fen / kFenPerYuan);
  if (const std::int64_t rest = fen % kFenPerYuan; rest != 0) {
    text += rest < 10 ? ".0" : ".";
    text += std::to_string(rest);
  }
  return text;
}

}  // namespace huimin::domain
