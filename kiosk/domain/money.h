#pragma once
// Money in whole fen (1 yuan = 100 fen); never a floating-point number.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace huimin::domain {

struct Money {
  std::int64_t fen = 0;
  auto operator<=>(const Money&) const = default;
};

// What is wrong with an amount as typed; the words for it are the screens'.
enum class MoneyError : std::uint8_t { Empty, NotDigits, TooManyDecimals, TooLarge };

// The most one answer may hold: 99,999,999.99 yuan; more is a slip of the finger.
inline constexpr Money kMoneyMost{9'999'999'999};

// "1600", "1600.5", "1,600.50", full-width digits and dot too. Up to two decimals, not negative.
tl::expected<Money, MoneyError> parse_yuan(std::string_view typed);

// "1600" or "12.50": no currency, no grouping.
std::string plain_yuan(Money money);

}  // namespace huimin::domain
