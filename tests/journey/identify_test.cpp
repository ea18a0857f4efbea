#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

using view::Problem;
using view::Reading;

Reading reading(const Walk& walk) { return walk.body<view::Identify>().reading; }

Walk typing(const std::string& number) {
  Walk walk;
  walk.to_identify().press(Act::TypeNumber).edit(Field::IdNumber, number);
  return walk;
}

}  // namespace

TEST_SUITE("who applies") {
  TEST_CASE("a card is shown being read, then its person is asked, masked") {
    Walk walk;
    walk.to_identify();
    CHECK(reading(walk) == Reading::Waiting);
    CHECK(reading(walk.happens(event::CardBusy{1})) == Reading::Busy);
    walk.happens(card_of_wang(1));
    const auto person = walk.body<view::ConfirmPerson>();
    CHECK(person.name == "王*");
    CHECK(person.id_tail == "0004");
    CHECK(walk.shown().chrome.person == "");
    CHECK(walk.press(Act::RightPerson).shown().chrome.person == "王*");
  }

  TEST_CASE("three times unreadable or lifted too early, and the other ways stand first") {
    Walk walk;
    walk.to_identify();
    walk.happens(event::CardFailed{1, event::CardFault::LiftedEarly});
    CHECK(reading(walk) == Reading::LiftedEarly);
    walk.happens(event::CardFailed{2, event::CardFault::Unreadable});
    CHECK(reading(walk) == Reading::Unreadable);
    walk.happens(event::CardLifted{2});
    CHECK(reading(walk) == Reading::Unreadable);
    walk.happens(event::CardFailed{3, event::CardFault::LiftedEarly});
    CHECK(walk.body<view::Identify>().failures == 3);
    CHECK(walk.happens(card_of_wang(4)).place() == "ConfirmPerson");
  }

  TEST_CASE("a card that holds no name or number in their form counts as unreadable") {
    Walk walk;
    walk.to_identify();
    walk.happens(event::CardRead{1, base::Secret("123"), base::Secret("430522190001010004"), {}});
    CHECK(reading(walk) == Reading::Unreadable);
    walk.happens(event::CardRead{2, base::Secret("王秀英"), base::Secret("4305221900"), {}});
    CHECK(walk.body<view::Identify>().failures == 2);
  }

  TEST_CASE("a card with a wrong check digit is taken, with a note for the county") {
    Walk walk;
    walk.to_identify();
    walk.happens(
        event::CardRead{1, base::Secret("王秀英"), base::Secret("430522190001010005"), {}});
    REQUIRE(walk.place() == "ConfirmPerson");
    CHECK(walk.here<state::ConfirmPerson>().draft.application.applicant.id_check_failed);
  }

  TEST_CASE("a reader that goes is said, and that it is back too") {
    Walk walk;
    walk.to_identify().happens(event::ReaderGone{});
    CHECK(reading(walk) == Reading::ReaderGone);
    CHECK(reading(walk.happens(event::ReaderBack{})) == Reading::Waiting);
    walk.happens(event::ReaderGone{}).press(Act::Back).press(Act::Agree);
    CHECK(reading(walk) == Reading::ReaderGone);
  }

  TEST_CASE("a card read before the notice was agreed to is not kept") {
    Walk walk;
    walk.press(Act::Start).happens(event::CardBusy{1}).happens(card_of_wang(1));
    walk.press(Act::Apply).press(Act::Agree);
    CHECK(reading(walk) == Reading::TakeCardFirst);
    CHECK(text_of(walk.now).find("王秀英") == std::string::npos);
    walk.happens(event::CardLifted{1});
    CHECK(reading(walk) == Reading::Waiting);
    CHECK(walk.happens(card_of_wang(2)).place() == "ConfirmPerson");
  }

  TEST_CASE("C11: a card left lying never opens a session for the next visitor") {
    Walk walk;
    walk.to_identify().happens(event::CardBusy{1}).happens(card_of_wang(1));
    walk.press(Act::RightPerson).press(Act::End);
    CHECK(walk.body<view::Goodbye>().card_left);
    walk.waits(std::chrono::minutes{10});
    REQUIRE(walk.place() == "Attract");
    walk.to_identify();
    CHECK(reading(walk) == Reading::TakeCardFirst);
    // The reader's field was switched off and on: the same presence once more.
    CHECK(reading(walk.happens(card_of_wang(1))) == Reading::TakeCardFirst);
    CHECK(reading(walk.happens(event::CardBusy{1})) == Reading::TakeCardFirst);
    walk.happens(event::CardFailed{1, event::CardFault::Unreadable});
    CHECK(walk.body<view::Identify>().failures == 0);
    walk.happens(event::CardLifted{1});
    CHECK(reading(walk) == Reading::Waiting);
    CHECK(walk.happens(card_of_liu(2)).body<view::ConfirmPerson>().name == "刘*");
  }

  TEST_CASE("C11: a card that lay on the idle terminal is asked to be taken away first") {
    Walk walk;
    walk.happens(event::CardBusy{1}).happens(card_of_wang(1)).to_identify();
    CHECK(reading(walk) == Reading::TakeCardFirst);
    CHECK(walk.happens(card_of_wang(1)).place() == "Identify");
  }

  TEST_CASE("C11: another card in mid-session changes nothing") {
    Walk walk;
    walk.to_money();
    const std::string before = text_of(walk.now);
    walk.happens(event::CardBusy{2}).happens(card_of_liu(2));
    CHECK(text_of(walk.now) == before);
  }

  TEST_CASE("C11: another card is asked about, and the answers of the first are not merged") {
    Walk walk;
    walk.to_place().press(Act::Back).press(Act::Back).press(Act::WrongPerson);
    REQUIRE(walk.place() == "Identify");
    CHECK(text_of(walk.now).find("王秀英") == std::string::npos);
    CHECK(text_of(walk.now).find("fire") == std::string::npos);
    walk.happens(card_of_liu(2));
    CHECK(walk.body<view::ConfirmPerson>().name == "刘*");
  }

  TEST_CASE("C11: going back to the reader with another card starts afresh, with the same not") {
    Walk walk;
    walk.to_place().press(Act::Back).press(Act::Back).press(Act::Back);
    REQUIRE(walk.place() == "Identify");
    const std::string submission = walk.here<state::Identify>().draft.submission;
    Walk other = walk;
    other.happens(card_of_liu(2));
    CHECK(other.here<state::ConfirmPerson>().draft.application.event == "");
    CHECK(other.here<state::ConfirmPerson>().draft.submission != submission);
    walk.happens(card_of_wang(2));
    CHECK(walk.here<state::ConfirmPerson>().draft.application.event == "fire");
    CHECK(walk.here<state::ConfirmPerson>().draft.submission == submission);
  }

  TEST_CASE("C11: a reader that fails fifty times does not hold the session open") {
    Walk walk;
    walk.to_identify();
    for (int i = 0; i < 50; ++i) {
      walk.happens(event::CardFailed{1, event::CardFault::Unreadable});
      walk.waits(std::chrono::seconds{5});
    }
    CHECK(walk.place() == "Attract");
  }

  TEST_CASE("a typed number that is wrong says what is wrong, keeps it, and shows the group") {
    struct Wrong {
      std::string typed;
      Problem problem;
    };
    for (const Wrong& wrong : {Wrong{"", Problem::Missing},
                               {"43052219000101000", Problem::IdLength},
                               {"430522190002290001", Problem::IdDate},
                               {"430522000101000", Problem::IdLegacy},
                               {"43052219000101000A", Problem::IdCharacter}}) {
      CAPTURE(wrong.typed);
      Walk walk = typing(wrong.typed);
      walk.press(Act::Next);
      const auto shown = walk.body<view::TypeNumber>();
      CHECK(shown.number.problem == wrong.problem);
      CHECK(shown.number.value == wrong.typed);
      CHECK_FALSE(shown.may_go_on);
      CHECK(walk.press(Act::GoOnAnyway).place() == "TypeNumber");
    }
    Walk date = typing("430522190002290001");
    date.press(Act::Next);
    CHECK(date.body<view::TypeNumber>().number.from == 6);
    CHECK(date.body<view::TypeNumber>().number.to == 14);
  }

  TEST_CASE("a number is not blamed for being unfinished, but for a letter at once") {
    CHECK_FALSE(typing("4305").body<view::TypeNumber>().number.problem);
    Walk walk = typing("43052219000101000A");
    CHECK(walk.body<view::TypeNumber>().number.problem == Problem::IdCharacter);
    walk.edit(Field::IdNumber, "43052219000101000");
    CHECK_FALSE(walk.body<view::TypeNumber>().number.problem);
    CHECK(walk.body<view::TypeNumber>().number.length == 17);
  }

  TEST_CASE("a wrong check digit warns and never stops anybody") {
    Walk walk = typing("430522190001010005");
    walk.press(Act::Next);
    CHECK(walk.body<view::TypeNumber>().number.problem == Problem::IdCheckDigit);
    CHECK(walk.body<view::TypeNumber>().may_go_on);
    walk.press(Act::GoOnAnyway).edit(Field::Name, "王秀英").press(Act::Next);
    REQUIRE(walk.place() == "WhatHappened");
    const auto& applicant = walk.here<state::WhatHappened>().draft.application.applicant;
    CHECK(applicant.by == domain::IdentifiedBy::TypedNumber);
    CHECK(applicant.id_number.text() == "430522190001010005");
    CHECK(applicant.id_check_failed);
  }

  TEST_CASE("a number in groups, full-width or with a small x is understood") {
    Walk walk = typing("４３０５０３ 19000101 003x");
    walk.press(Act::Next);
    REQUIRE(walk.place() == "TypeName");
    CHECK(walk.here<state::TypeName>().draft.application.applicant.id_number.text() ==
          "43050319000101003X");
  }

  TEST_CASE("without any card a name will do, and staff are called to look") {
    Walk walk;
    walk.to_identify().press(Act::NoCard);
    CHECK(name_of(walk.all.back()) == "CallStaff");
    CHECK(walk.body<view::TypeName>().without_card);
    walk.edit(Field::Name, "王秀英").press(Act::Next);
    REQUIRE(walk.place() == "WhatHappened");
    const auto& applicant = walk.here<state::WhatHappened>().draft.application.applicant;
    CHECK(applicant.by == domain::IdentifiedBy::NameOnly);
    CHECK(applicant.id_number.empty());
  }

  TEST_CASE("C16: names with one character, dots of every kind and rare characters are taken") {
    for (const std::string name :
         {"王", "\U00020BB7田", "阿里木·买买提", "阿里木•买买提", "阿里木・买买提", "阿里木‧买买提",
          "阿里木．买买提", "古丽·阿不都热合曼·买买提"}) {
      CAPTURE(name);
      Walk walk;
      walk.to_identify().press(Act::NoCard).edit(Field::Name, name);
      CHECK_FALSE(walk.body<view::TypeName>().name.problem);
      walk.press(Act::Next);
      REQUIRE(walk.place() == "WhatHappened");
      CHECK(walk.here<state::WhatHappened>().draft.application.applicant.name.text() == name);
    }
  }

  TEST_CASE("a name that is none is said at the field") {
    Walk walk;
    walk.to_identify().press(Act::NoCard).press(Act::Next);
    CHECK(walk.body<view::TypeName>().name.problem == Problem::Missing);
    walk.edit(Field::Name, "王9");
    CHECK(walk.body<view::TypeName>().name.problem == Problem::NameCharacter);
    std::string long_name;
    for (int i = 0; i < 51; ++i) long_name += "王";
    walk.edit(Field::Name, long_name);
    CHECK(walk.body<view::TypeName>().name.problem == Problem::NameLong);
    CHECK(walk.body<view::TypeName>().name.value == "王");
    walk.edit(Field::Name, "");
    CHECK(walk.press(Act::Next).place() == "TypeName");
    const std::string before = text_of(walk.now);
    walk.edit(Field::Name, "\xff\xfe");
    CHECK(walk.body<view::TypeName>().name.problem == Problem::NameCharacter);
    CHECK(walk.body<view::TypeName>().name.value.empty());
    walk.edit(Field::Name, "王");
    CHECK(text_of(walk.now) != before);
    CHECK_FALSE(walk.body<view::TypeName>().name.problem);
  }

  TEST_CASE("the fifty-first character and signs that fit no name stay out, the rest is kept") {
    std::string fifty;
    for (int i = 0; i < 50; ++i) fifty += "王";
    Walk walk;
    walk.to_identify().press(Act::NoCard).edit(Field::Name, fifty);
    CHECK_FALSE(walk.body<view::TypeName>().name.problem);
    walk.edit(Field::Name, fifty + "秀");
    CHECK(walk.body<view::TypeName>().name.problem == Problem::NameLong);
    CHECK(walk.body<view::TypeName>().name.value == fifty);
    for (const std::string sign : {"\n", "\x01", "\u200B", "\u202E", "\uE863", "\U0001F600", "7",
                                   "\uFEFF", "\uFFFD", "\xE7\x8E"}) {
      CAPTURE(sign);
      walk.edit(Field::Name, "刘");
      CHECK_FALSE(walk.body<view::TypeName>().name.problem);
      walk.edit(Field::Name, "刘" + sign);
      CHECK(walk.body<view::TypeName>().name.problem == Problem::NameCharacter);
      CHECK(walk.body<view::TypeName>().name.value == "刘");
    }
  }
}

}  // namespace huimin::journey::resident::sample
