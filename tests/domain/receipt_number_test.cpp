#include "kiosk/domain/receipt_number.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace huimin::domain;

namespace {

// The edges, and numbers by a fixed seed.
std::vector<ReceiptNumber> many_numbers() {
  std::vector<ReceiptNumber> numbers{
      {430522, 7, 321}, {100000, 1, 1}, {999999, 999, 999999}, {430582, 10, 100000}};
  std::mt19937 random(20261104);
  for (int i = 0; i < 400; ++i) {
    numbers.push_back({static_cast<std::uint32_t>(100'000 + random() % 900'000),
                       static_cast<std::uint16_t>(1 + random() % 999),
                       static_cast<std::uint32_t>(1 + random() % 999'999)});
  }
  return numbers;
}

std::string digits_of(const ReceiptNumber& number) { return std::to_string(as_integer(number)); }

}  // namespace

TEST_SUITE("receipt number") {
  TEST_CASE("it is printed in four groups, and the whole is 1 modulo 97") {
    const ReceiptNumber number{430522, 7, 321};
    const std::string text = print(number);
    CHECK(text.substr(0, 18) == "430522-007-000321-");
    CHECK(text.size() == 20);
    for (const ReceiptNumber& each : many_numbers()) {
      CHECK(as_integer(each) % 97 == 1);
      CHECK(check_digits(each) >= 2);
      CHECK(check_digits(each) <= 98);
    }
  }

  TEST_CASE("what is printed is read back, by hand and by integer") {
    for (const ReceiptNumber& each : many_numbers()) {
      CHECK(parse_receipt_number(print(each)) == each);
      CHECK(receipt_from_integer(as_integer(each)) == each);
    }
  }

  // Positions include the check digits themselves.
  TEST_CASE("every single changed digit is noticed") {
    for (const ReceiptNumber& each : many_numbers()) {
      const std::string digits = digits_of(each);
      int unnoticed = 0;
      for (std::size_t i = 0; i < digits.size(); ++i) {
        for (char digit = '0'; digit <= '9'; ++digit) {
          std::string changed = digits;
          changed[i] = digit;
          if (digit != digits[i] && parse_receipt_number(changed)) ++unnoticed;
        }
      }
      CHECK(unnoticed == 0);
    }
  }

  TEST_CASE("every swap of neighbours is noticed") {
    for (const ReceiptNumber& each : many_numbers()) {
      const std::string digits = digits_of(each);
      int unnoticed = 0;
      for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        std::string swapped = digits;
        std::swap(swapped[i], swapped[i + 1]);
        if (swapped != digits && parse_receipt_number(swapped)) ++unnoticed;
      }
      CHECK(unnoticed == 0);
    }
  }

  TEST_CASE("blanks, other hyphens and full-width digits are forgiven") {
    const ReceiptNumber number{430522, 7, 321};
    const std::string digits = digits_of(number);
    CHECK(parse_receipt_number(digits) == number);
    CHECK(parse_receipt_number("  " + digits.substr(0, 6) + " 007—000321 – " + digits.substr(15)) ==
          number);
    std::string wide;
    for (const char digit : digits)
      wide += std::string("\xEF\xBC") + static_cast<char>(digit - '0' + 0x90);
    CHECK(parse_receipt_number(wide) == number);
  }

  TEST_CASE("too short, too long, letters and nothing are no receipt numbers") {
    const std::string digits = digits_of({430522, 7, 321});
    for (const std::string& typed :
         {std::string(), digits.substr(1), digits + "0", "A" + digits.substr(1),
          std::string("430522-007-000321"), std::string(17, '0')}) {
      CAPTURE(typed);
      CHECK_FALSE(parse_receipt_number(typed).has_value());
    }
  }

  TEST_CASE("terminal 0 and sequence 0 are never given out, whatever their check digits") {
    for (std::uint64_t fifteen :
         {430522'000'000001ULL, 430522'007'000000ULL, 43052'007'000001ULL}) {
      const std::uint64_t check = 98 - fifteen * 100 % 97;
      CHECK_FALSE(receipt_from_integer(fifteen * 100 + check).has_value());
    }
    CHECK_FALSE(receipt_from_integer(~std::uint64_t{0}).has_value());
  }
}
