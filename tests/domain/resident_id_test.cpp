#include "kiosk/domain/resident_id.h"

#include <doctest/doctest.h>

#include <string>

using namespace huimin::domain;
using namespace std::chrono;

namespace {

constexpr CivilDate kToday{2026y / November / 4};

ResidentId accepted(std::string_view typed) {
  const auto id = parse_resident_id(typed, kToday);
  REQUIRE(id.has_value());
  return *id;
}

IdProblem refused(std::string_view typed) {
  const auto id = parse_resident_id(typed, kToday);
  REQUIRE_FALSE(id.has_value());
  return id.error();
}

// A number of the made-up person with this birth date, check character right.
std::string born(std::string_view yyyymmdd) {
  const std::string first17 = "430522" + std::string(yyyymmdd) + "000";
  return first17 + id_check_character(first17);
}

}  // namespace

TEST_SUITE("resident id") {
  TEST_CASE("the valid examples of the policy are taken, with birth, sex and kind") {
    for (const std::string number :
         {"430522190001010004", "430502190001010009", "430524190001010015", "43050319000101003X",
          "430521190001010032"}) {
      CAPTURE(number);
      const ResidentId id = accepted(number);
      CHECK(id.kind == IdKind::ResidentCard);
      CHECK(id.birth == CivilDate{1900y / January / 1});
      CHECK(id.number.text() == number);
    }
    CHECK(accepted("430522190001010004").sex == Sex::Female);
    CHECK(accepted("430524190001010015").sex == Sex::Male);
  }

  TEST_CASE("residence permits of Hong Kong, Macao and Taiwan are told apart") {
    CHECK(accepted("81000019000101000X").kind == IdKind::HongKongPermit);
    CHECK(accepted("82000019000101001X").kind == IdKind::MacaoPermit);
    CHECK(accepted("83000019000101002X").kind == IdKind::TaiwanPermit);
  }

  TEST_CASE("a lower-case or full-width x, full-width digits, blanks and hyphens are forgiven") {
    for (const std::string typed :
         {"43050319000101003x", "43050319000101003Ｘ", "43050319000101003ｘ",
          "４３０５０３１９０００１０１００３Ｘ", " 430503 19000101 003X ", "430503-19000101-003X",
          "430503　19000101　003x"}) {
      CAPTURE(typed);
      CHECK(accepted(typed).number.text() == "43050319000101003X");
    }
  }

  TEST_CASE("historic division codes are as good as those of today") {
    CHECK(accepted("430521190001010032").kind == IdKind::ResidentCard);
    const std::string before_1986 = "43262219000101000";
    CHECK(accepted(before_1986 + id_check_character(before_1986)).birth.has_value());
  }

  TEST_CASE("a wrong check character is named as such, at the last character") {
    const IdProblem problem = refused("430522190001010005");
    CHECK(problem.error == IdError::CheckDigit);
    CHECK(problem.from == 17);
    CHECK(problem.to == 18);
  }

  TEST_CASE("every single changed digit is noticed") {
    const std::string number = "430522190001010004";
    for (std::size_t i = 0; i < number.size(); ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string changed = number;
        changed[i] = digit;
        if (changed != number) CHECK_FALSE(parse_resident_id(changed, kToday).has_value());
      }
    }
  }

  TEST_CASE("a day that never was is refused although the check character is right") {
    const IdProblem problem = refused("430522190002290001");
    CHECK(problem.error == IdError::BadDate);
    CHECK(problem.from == 6);
    CHECK(problem.to == 14);
    CHECK(accepted(born("20000229")).birth == CivilDate{2000y / February / 29});
  }

  TEST_CASE("nobody is born tomorrow; today is possible") {
    CHECK(accepted(born("20261104")).birth == kToday);
    CHECK(refused(born("20261105")).error == IdError::BadDate);
  }

  TEST_CASE("nobody is older than 130 years") {
    CHECK(accepted(born("18961104")).birth.has_value());
    CHECK(refused(born("18951104")).error == IdError::BadDate);
  }

  TEST_CASE("a number of the first generation is told as such and can be upgraded") {
    CHECK(refused("430522000101000").error == IdError::Legacy15);
    CHECK(upgrade_legacy_id("430522000101000") == "430522190001010004");
  }

  TEST_CASE("an upgrade needs fifteen digits with a real day") {
    CHECK_FALSE(upgrade_legacy_id("430522000230000").has_value());
    CHECK_FALSE(upgrade_legacy_id("43052200010100").has_value());
    CHECK_FALSE(upgrade_legacy_id("43052200010100X").has_value());
    CHECK_FALSE(upgrade_legacy_id("").has_value());
  }

  TEST_CASE("nothing typed is empty, blanks alone too") {
    CHECK(refused("").error == IdError::Empty);
    CHECK(refused(" - 　").error == IdError::Empty);
  }

  TEST_CASE("17 characters: what is missing is shown") {
    const IdProblem problem = refused("43052219000101000");
    CHECK(problem.error == IdError::Length);
    CHECK(problem.from == 17);
    CHECK(problem.to == 18);
    CHECK(problem.typed == 17);
  }

  TEST_CASE("19 characters: what is too much is shown") {
    const IdProblem problem = refused("4305221900010100041");
    CHECK(problem.error == IdError::Length);
    CHECK(problem.from == 18);
    CHECK(problem.to == 19);
  }

  TEST_CASE("a letter, or an X before the end, is shown at its place") {
    CHECK(refused("4305221900A1010004").from == 10);
    CHECK(refused("4305221900X1010004").error == IdError::Character);
    CHECK(refused("43052219000101000Y").from == 17);
    CHECK(refused("030522190001010004").from == 0);
  }

  TEST_CASE("a Chinese character among the digits counts as one character") {
    const IdProblem problem = refused("43052219000101000王");
    CHECK(problem.error == IdError::Character);
    CHECK(problem.from == 17);
    CHECK(problem.typed == 18);
  }

  TEST_CASE("a foreigner's permit of 2023 is held to its check character only") {
    const std::string no_date = "91184099999999000";
    const ResidentId id = accepted(no_date + id_check_character(no_date));
    CHECK(id.kind == IdKind::ForeignPermanent);
    CHECK_FALSE(id.birth.has_value());
    CHECK(id.sex == Sex::Unknown);
    const std::string with_date = "91184019000101000";
    CHECK(accepted(with_date + id_check_character(with_date)).birth ==
          CivilDate{1900y / January / 1});
    CHECK(refused("918400190001010001").error == IdError::CheckDigit);
  }

  TEST_CASE("a foreigner's permit of the edition before has three letters and twelve digits") {
    CHECK(accepted("usa110000010100").kind == IdKind::ForeignPermanentOld);
    CHECK(accepted("USA110000010100").number.text() == "USA110000010100");
    CHECK(refused("USAB10000010100").from == 3);
    CHECK(refused("U1A110000010100").from == 1);
  }

  TEST_CASE("bytes that are no text are refused, not read beyond") {
    CHECK(refused("\xFF\xFE").error == IdError::Length);
    CHECK(refused("43052219000101000\xE7").error == IdError::Character);
    CHECK(refused(std::string(10'000, '4')).typed == 255);
  }

  TEST_CASE("age is in whole years, a leap day's birthday comes on 1 March") {
    CHECK(age_on(1900y / January / 1, kToday) == 126);
    CHECK(age_on(2000y / November / 4, kToday) == 26);
    CHECK(age_on(2000y / November / 5, kToday) == 25);
    CHECK(age_on(2004y / February / 29, 2026y / February / 28) == 21);
    CHECK(age_on(2004y / February / 29, 2026y / March / 1) == 22);
    CHECK(age_on(kToday, kToday) == 0);
  }
}
