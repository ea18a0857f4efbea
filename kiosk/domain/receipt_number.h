#pragma once
// The number on a receipt, made by a terminal without asking anybody: division (6 digits),
// terminal (3), sequence (6), two check digits by ISO 7064 MOD 97-10. Printed
// 430522-007-000321-37.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huimin::domain {

struct ReceiptNumber {
  std::uint32_t division = 0;  // 100000-999999, a county code
  std::uint16_t terminal = 0;  // 1-999
  std::uint32_t sequence = 0;  // 1-999999
  auto operator<=>(const ReceiptNumber&) const = default;
};

inline constexpr std::uint32_t kLastReceiptSequence = 999'999;

// 02-98: MOD 97-10 over the 15 digits; notices each changed digit and each swap of neighbours.
int check_digits(const ReceiptNumber& number);
// "430522-007-000321-37"
std::string print(const ReceiptNumber& number);
// The 17 digits as one number.
std::uint64_t as_integer(const ReceiptNumber& number);
std::optional<ReceiptNumber> receipt_from_integer(std::uint64_t seventeen_digits);
// Blanks, hyphens and full-width digits are forgiven; wrong check digits are not.
std::optional<ReceiptNumber> parse_receipt_number(std::string_view typed);

}  // namespace huimin::domain
