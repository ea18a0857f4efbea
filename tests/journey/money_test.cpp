#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"

namespace huimin::journey::resident::sample {
namespace {

using view::Problem;

const domain::Application& said(const Walk& walk) {
  return walk.here<state::Review>().draft.application;
}

Walk with_account(const std::string& number) {
  Walk walk;
  walk.to_account().press(Act::WithAccount).edit(Field::AccountNumber, number).press(Act::Next);
  return walk;
}

std::optional<Problem> account_problem(const Walk& walk) {
  return walk.body<view::AccountScreen>().number.problem;
}

}  // namespace

TEST_SUITE("money") {
  TEST_CASE("what is needed must be said, what was spent may be nothing") {
    Walk walk;
    walk.to_money().press(Act::Next);
    CHECK(walk.body<view::MoneyScreen>().needed.problem == Problem::Missing);
    CHECK(walk.body<view::MoneyScreen>().needed.active);
    walk.edit(Field::Needed, "0").press(Act::Next);
    CHECK(walk.body<view::MoneyScreen>().needed.problem == Problem::Missing);
    CHECK(walk.edit(Field::Needed, "1600").press(Act::Next).place() == "AccountAsked");
    CHECK(walk.here<state::AccountAsked>().draft.application.spent == domain::Money{});
  }

  TEST_CASE("an amount that cannot be meant is said at its own field and stays typed") {
    Walk walk;
    walk.to_money().edit(Field::Needed, "12.345");
    CHECK(walk.body<view::MoneyScreen>().needed.problem == Problem::AmountDecimals);
    walk.edit(Field::Needed, "100000000").edit(Field::Spent, "abc");
    CHECK(walk.body<view::MoneyScreen>().needed.problem == Problem::AmountLarge);
    CHECK(walk.body<view::MoneyScreen>().spent.problem == Problem::AmountDigits);
    walk.edit(Field::Needed, "100").press(Act::Next);
    REQUIRE(walk.place() == "MoneyAsked");
    CHECK(walk.body<view::MoneyScreen>().spent.active);
    CHECK(walk.body<view::MoneyScreen>().spent.value == "abc");
  }

  TEST_CASE("amounts are whole fen") {
    Walk walk;
    walk.to_review();
    CHECK(said(walk).needed.fen == 160'000);
    CHECK(said(walk).spent.fen == 1'250);
  }
}

TEST_SUITE("account") {
  TEST_CASE("who wants none goes on, whatever was typed") {
    Walk walk;
    walk.to_account().press(Act::WithAccount).edit(Field::AccountNumber, "12");
    walk.press(Act::WithoutAccount).press(Act::Next);
    REQUIRE(walk.place() == "PhoneAsked");
    CHECK_FALSE(walk.here<state::PhoneAsked>().draft.application.account.wanted);
    CHECK(walk.here<state::PhoneAsked>().draft.application.account.number.empty());
  }

  TEST_CASE("a number has eight to thirty-two digits") {
    CHECK(account_problem(with_account("")) == Problem::Missing);
    CHECK(account_problem(with_account("1234567")) == Problem::AccountLength);
    CHECK(account_problem(with_account(std::string(33, '1'))) == Problem::AccountLength);
    CHECK(account_problem(with_account("1234567x")) == Problem::AccountDigits);
    CHECK(with_account("1234 5678").place() == "PhoneAsked");
    CHECK(with_account(std::string(32, '1')).place() == "PhoneAsked");
  }

  TEST_CASE("a bank card that fails its check warns once and then goes on") {
    Walk walk = with_account("6222020000000000001");
    REQUIRE(walk.place() == "AccountAsked");
    CHECK(account_problem(walk) == Problem::AccountCheckDigit);
    Walk mended = walk;
    mended.edit(Field::AccountNumber, "6222020000000000002").press(Act::Next);
    CHECK(account_problem(mended) == Problem::AccountCheckDigit);
    mended.edit(Field::AccountNumber, "6222020000000000000").press(Act::Next);
    CHECK_FALSE(mended.here<state::PhoneAsked>().draft.application.account.luhn_failed);
    walk.press(Act::Next);
    REQUIRE(walk.place() == "PhoneAsked");
    CHECK(walk.here<state::PhoneAsked>().draft.application.account.luhn_failed);
  }

  TEST_CASE("a passbook has no check digit to fail") {
    CHECK(with_account("8101000012344470").place() == "PhoneAsked");
  }
}

TEST_SUITE("phone") {
  TEST_CASE("no phone is an answer") {
    Walk walk;
    walk.to_phone().press(Act::NoPhone).press(Act::Next);
    CHECK(said(walk).applicant.phone.empty());
    CHECK(walk.body<view::Review>().phone == "");
  }

  TEST_CASE("a number that cannot be called is said in words of its own") {
    struct Wrong {
      std::string typed;
      Problem problem;
    };
    for (const Wrong& wrong : {Wrong{"", Problem::Missing},
                               {"1380000", Problem::PhoneLength},
                               {"23800000000", Problem::PhoneBeginning}}) {
      CAPTURE(wrong.typed);
      Walk walk;
      walk.to_phone().edit(Field::Phone, wrong.typed).press(Act::Next);
      CHECK(walk.body<view::PhoneScreen>().phone.problem == wrong.problem);
    }
    Walk letters;
    letters.to_phone().edit(Field::Phone, "138a");
    CHECK(letters.body<view::PhoneScreen>().phone.problem == Problem::PhoneDigits);
  }
}

}  // namespace huimin::journey::resident::sample
