#include "kiosk/domain/application.h"

#include <doctest/doctest.h>

#include <string>

using namespace huimin::domain;

namespace {

PhoneError phone_error(std::string_view typed) {
  const auto phone = parse_phone(typed);
  REQUIRE_FALSE(phone.has_value());
  return phone.error();
}

}  // namespace

TEST_SUITE("application") {
  TEST_CASE("the two card numbers of the policy pass Luhn's check") {
    CHECK(passes_luhn("6217000000000000004"));
    CHECK(passes_luhn("6200000000000000000"));
  }

  TEST_CASE("every changed digit of a card number fails Luhn's check") {
    const std::string number = "6217000000000000004";
    for (std::size_t i = 0; i < number.size(); ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string changed = number;
        changed[i] = digit;
        CHECK(passes_luhn(changed) == (changed == number));
      }
    }
  }

  TEST_CASE("no digits are no card number") { CHECK_FALSE(passes_luhn("")); }

  TEST_CASE("mobile numbers are taken, with blanks, hyphens and full-width digits") {
    CHECK(parse_phone("13900000000") == "13900000000");
    CHECK(parse_phone("139 0000 0000") == "13900000000");
    CHECK(parse_phone("139-0000-0000") == "13900000000");
    CHECK(parse_phone("１９９００００００００") == "19900000000");
  }

  TEST_CASE("landlines with area code are taken") {
    CHECK(parse_phone("0739-0000118") == "07390000118");
    CHECK(parse_phone("010-00000000") == "01000000000");
    CHECK(parse_phone("0731 00000000") == "073100000000");
  }

  TEST_CASE("what is wrong with a phone number is told") {
    CHECK(phone_error("") == PhoneError::Empty);
    CHECK(phone_error(" - ") == PhoneError::Empty);
    CHECK(phone_error("1390000000a") == PhoneError::NotDigits);
    CHECK(phone_error("没有") == PhoneError::NotDigits);
    CHECK(phone_error("1390000000") == PhoneError::Length);
    CHECK(phone_error("139000000000") == PhoneError::Length);
    CHECK(phone_error("0739000011") == PhoneError::Length);
    CHECK(phone_error("12000000000") == PhoneError::Beginning);
    CHECK(phone_error("23900000000") == PhoneError::Beginning);
    CHECK(phone_error("00390000118") == PhoneError::Beginning);
  }
}
