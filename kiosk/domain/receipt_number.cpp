#include "kiosk/domain/receipt_number.h"

#include <cstdio>

#include "kiosk/base/check.h"
#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

constexpr std::uint64_t kTerminals = 1'000;     // three digits
constexpr std::uint64_t kSequences = 1'000'000;  // six digits
constexpr std::size_t kDigits = 17;

bool is_in_range(const ReceiptNumber& n) {
  const bool division = n.division >= 100'000 && n.division <= 999'999;
  const bool terminal = n.terminal >= 1 && n.terminal < kTerminals;
  return division && terminal && n.sequence >= 1 && n.sequence <= kLastReceiptSequence;
}

std::uint64_t fifteen_digits(const ReceiptNumber& n) {
  base::check(is_in_range(n), "a receipt number within its ranges");
  return (n.division * kTerminals + n.terminal) * kSequences + n.sequence;
}

}  // namespace

int check_digits(const ReceiptNumber& number) {
  return 98 - static_cast<int>(fifteen_digits(number) * 100 % 97);
}

std::uint64_t as_integer(const ReceiptNumber& number) {
  return fifteen_digits(number) * 100 + static_cast<std::uint64_t>(check_digits(number));
}

std::string print(const ReceiptNumber& number) {
  char text[24];
  std::snprintf(text, sizeof text, "%06u-%03u-%06u-%02d", number.division,
                unsigned{number.terminal}, number.sequence, check_digits(number));
  return text;
}

std::optional<ReceiptNumber> receipt_from_integer(std::uint64_t seventeen_digits) {
  constexpr std::uint64_t kMost = 99'999'999'999'999'999U;
  if (seventeen_digits > kMost) return std::nullopt;
  const std::uint64_t fifteen = seventeen_digits / 100;
  const ReceiptNumber number{static_cast<std::uint32_t>(fifteen / (kTerminals * kSequences)),
                             static_cast<std::uint16_t>(fifteen / kSequences % kTerminals),
                             static_cast<std::uint32_t>(fifteen % kSequences)};
  if (!is_in_range(number) || as_integer(number) != seventeen_digits) return std::nullopt;
  return number;
}

std::optional<ReceiptNumber> parse_receipt_number(std::string_view typed) {
  const std::string digits = without_separators(typed);
  if (digits.size() != kDigits || !all_digits(digits)) return std::nullopt;
  std::uint64_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  return receipt_from_integer(value);
}

}  // namespace huimin::domain
