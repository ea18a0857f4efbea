#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

const Draft& draft(const Walk& walk) { return walk.here<state::Review>().draft; }

Walk& forward_from_privacy(Walk& walk) {
  walk.press(Act::Agree).happens(card_of_wang(2)).press(Act::RightPerson);
  for (int i = 0; i < 7; ++i) walk.press(Act::Next);
  return walk;
}

domain::PaperState paper(const Walk& walk, const std::string& id) {
  for (const auto& each : draft(walk).application.papers) {
    if (each.paper == id) return each.state;
  }
  FAIL("no such paper");
  return domain::PaperState::Later;
}

}  // namespace

TEST_SUITE("the road from question to question") {
  TEST_CASE("seven chapters are counted, each screen in its own") {
    Walk walk;
    CHECK(walk.to_identify().body<view::Identify>().progress.step == 1);
    CHECK(Walk().to_place().body<view::PlaceScreen>().progress.step == 2);
    CHECK(Walk().to_household().body<view::Household>().progress.step == 3);
    CHECK(Walk().to_phone().body<view::PhoneScreen>().progress.step == 4);
    CHECK(Walk().to_papers().body<view::PapersScreen>().progress.step == 5);
    CHECK(Walk().to_signing().body<view::SignatureScreen>().progress.step == 6);
    const auto last = Walk().to_saving().body<view::Saving>().progress;
    CHECK(last.step == 7);
    CHECK(last.steps == 7);
  }

  TEST_CASE("all the way back and forward again keeps every answer") {
    Walk walk;
    walk.to_review();
    const std::string before = text_of(draft(walk));
    std::string way;
    while (walk.place() != "Privacy") way += walk.press(Act::Back).place() + ' ';
    CHECK(way ==
          "Papers PhoneAsked AccountAsked MoneyAsked Household PlacePicking WhatHappened "
          "ConfirmPerson Identify Privacy ");
    REQUIRE(forward_from_privacy(walk).place() == "Review");
    CHECK(text_of(draft(walk)) == before);
  }

  TEST_CASE("back from the signature keeps the strokes and the tick") {
    Walk walk;
    walk.to_signing().happens(ink()).press(Act::Back);
    CHECK(walk.body<view::Pledge>().ticked);
    CHECK(walk.press(Act::Next).body<view::SignatureScreen>().strokes.size() == 1);
  }

  TEST_CASE("what is changed from the review leads back to it") {
    Walk walk;
    walk.to_review().happens(change(view::Answer::Money)).edit(Field::Needed, "900");
    CHECK(walk.press(Act::Next).place() == "Review");
    CHECK(walk.body<view::Review>().needed == "900");
    CHECK_FALSE(draft(walk).from_review);
    walk.happens(change(view::Answer::Household)).press(Act::AddMember).choose("son");
    CHECK(walk.press(Act::Next).press(Act::Next).place() == "Review");
    walk.happens(change(view::Answer::Story)).edit(Field::Story, "夜里起火").press(Act::Next);
    CHECK(walk.body<view::Review>().story == "夜里起火");
    walk.happens(change(view::Answer::Place)).choose("430522101202").press(Act::Next);
    CHECK(walk.body<view::Review>().place == "新邵县酿溪镇沙泉村");
    walk.happens(change(view::Answer::Person)).press(Act::RightPerson);
    CHECK(walk.place() == "Review");
  }

  TEST_CASE("back from a change leaves the review as it was") {
    Walk walk;
    walk.to_review().happens(change(view::Answer::Phone)).edit(Field::Phone, "1");
    walk.press(Act::Back);
    CHECK(walk.body<view::Review>().phone == "138****0000");
    walk.happens(change(view::Answer::Account)).edit(Field::AccountNumber, "1").press(Act::Back);
    CHECK(walk.body<view::Review>().account_tail == "4471");
  }

  TEST_CASE("a person who turns out to be wrong at the review leaves nothing behind") {
    Walk walk;
    walk.to_review().happens(change(view::Answer::Person)).press(Act::WrongPerson);
    CHECK(walk.place() == "Identify");
    CHECK(text_of(walk.now).find("1600") == std::string::npos);
    CHECK(text_of(walk.now).find("13800000000") == std::string::npos);
  }

  TEST_CASE("what the card or the offices answer is not asked, the rest can come later") {
    Walk walk;
    walk.to_papers();
    using view::PaperMark;
    const auto rows = walk.body<view::PapersScreen>().rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].mark == PaperMark::ReadFromCard);
    CHECK(rows[1].mark == PaperMark::Later);
    CHECK(rows[2].mark == PaperMark::Exempt);
    for (const std::string id : {"id_card", "evidence", "income", "nothing"}) {
      walk.happens(event::Did{view::intent::SetPaper{id, id == "evidence"}});
    }
    walk.press(Act::Next);
    CHECK(paper(walk, "id_card") == domain::PaperState::Brought);
    CHECK(paper(walk, "evidence") == domain::PaperState::Brought);
    CHECK(paper(walk, "income") == domain::PaperState::Exempt);
    CHECK(walk.body<view::Review>().papers_brought == 2);
  }

  TEST_CASE("without a card the identity card is to come later") {
    Walk walk;
    walk.to_identify().press(Act::NoCard).edit(Field::Name, "王秀英").press(Act::Next);
    walk.choose("fire").press(Act::Next).press(Act::DontKnow).press(Act::Next);
    walk.edit(Field::Needed, "5").press(Act::Next).press(Act::Next).press(Act::NoPhone);
    CHECK(walk.press(Act::Next).place() == "Review");
    CHECK(paper(walk, "id_card") == domain::PaperState::Later);
    CHECK_FALSE(walk.body<view::Review>().by_card);
  }
}

}  // namespace huimin::journey::resident::sample
