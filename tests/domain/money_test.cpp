#include "kiosk/domain/money.h"

#include <doctest/doctest.h>

#include <string>

using namespace huimin::domain;

namespace {

std::int64_t fen_of(std::string_view typed) {
  const auto money = parse_yuan(typed);
  REQUIRE(money.has_value());
  return money->fen;
}

MoneyError error_of(std::string_view typed) {
  const auto money = parse_yuan(typed);
  REQUIRE_FALSE(money.has_value());
  return money.error();
}

}  // namespace

TEST_SUITE("money") {
  TEST_CASE("whole yuan, one decimal and two decimals are taken") {
    CHECK(fen_of("1600") == 160'000);
    CHECK(fen_of("1600.5") == 160'050);
    CHECK(fen_of("0.05") == 5);
    CHECK(fen_of("5.") == 500);
    CHECK(fen_of(".5") == 50);
    CHECK(fen_of("0") == 0);
  }

  TEST_CASE("commas between thousands and full-width forms are forgiven") {
    CHECK(fen_of("1,600.50") == 160'050);
    CHECK(fen_of("12,345,678") == 1'234'567'800);
    CHECK(fen_of("１６００．５") == 160'050);
    CHECK(fen_of("　１，６００ ") == 160'000);
  }

  TEST_CASE("a comma elsewhere may mean a decimal point and is not guessed at") {
    for (const std::string typed : {"1,60", "1600,50", ",600", "1,,600", "1,6000", "1.5,000"}) {
      CAPTURE(typed);
      CHECK(error_of(typed) == MoneyError::NotDigits);
    }
  }

  TEST_CASE("nothing, words, signs and lone dots are told apart") {
    CHECK(error_of("") == MoneyError::Empty);
    CHECK(error_of(" 　") == MoneyError::Empty);
    for (const std::string typed :
         {"16oo", "-5", "+5", ".", "1.2.3", "1e3", "一千", "¥5", "\xFF"}) {
      CAPTURE(typed);
      CHECK(error_of(typed) == MoneyError::NotDigits);
    }
  }

  TEST_CASE("three decimals are one too many") {
    CHECK(error_of("1.005") == MoneyError::TooManyDecimals);
  }

  TEST_CASE("more than the most is a slip, however long it is") {
    CHECK(fen_of("99999999.99") == kMoneyMost.fen);
    CHECK(error_of("100000000") == MoneyError::TooLarge);
    CHECK(error_of(std::string(400, '9')) == MoneyError::TooLarge);
    CHECK(fen_of("000000000000000000000001") == 100);
  }

  TEST_CASE("amounts are written without needless decimals and read back the same") {
    CHECK(plain_yuan(Money{160'000}) == "1600");
    CHECK(plain_yuan(Money{1'250}) == "12.50");
    CHECK(plain_yuan(Money{5}) == "0.05");
    for (std::int64_t fen = 0; fen < 100'000; fen += 37)
      CHECK(fen_of(plain_yuan(Money{fen})) == fen);
  }
}
