#include "kiosk/domain/application.h"

#include "kiosk/base/check.h"
#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

constexpr std::size_t kMobileDigits = 11;
constexpr std::size_t kLandlineLeast = 11;  // 0739 and seven digits, 010 and eight
constexpr std::size_t kLandlineMost = 12;   // 0731 and eight

}  // namespace

bool passes_luhn(std::string_view digits) {
  base::check(digits.empty() || all_digits(digits), "a card number of digits");
  int sum = 0;
  bool doubled = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    const int value = (*digit - '0') * (doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
    doubled = !doubled;
  }
  return !digits.empty() && sum % 10 == 0;
}

tl::expected<std::string, PhoneError> parse_phone(std::string_view typed) {
  std::string digits = without_separators(typed);
  if (digits.empty()) return tl::unexpected(PhoneError::Empty);
  if (!all_digits(digits)) return tl::unexpected(PhoneError::NotDigits);

  const std::size_t size = digits.size();
  const bool mobile = digits[0] == '1';
  if (!mobile && digits[0] != '0') return tl::unexpected(PhoneError::Beginning);
  if (mobile && size != kMobileDigits) return tl::unexpected(PhoneError::Length);
  if (!mobile && (size < kLandlineLeast || size > kLandlineMost)) {
    return tl::unexpected(PhoneError::Length);
  }
  if (mobile ? digits[1] < '3' : digits[1] == '0') return tl::unexpected(PhoneError::Beginning);
  return digits;
}

}  // namespace huimin::domain
