#include <doctest/doctest.h>

#include <functional>
#include <type_traits>

#include "kiosk/journey/resident/shown.h"
#include "tests/journey/sample_world.h"

namespace huimin::journey::resident::sample {

TEST_SUITE("what may be shown") {
  TEST_CASE("names keep their first character, of whatever length in bytes") {
    CHECK(masked_name("王秀英") == "王*");
    CHECK(masked_name("王") == "王*");
    CHECK(masked_name("\U00020BB7田") == "\U00020BB7*");
    CHECK(masked_name("") == "");
    CHECK(masked_name("\xff") == "*");
  }

  TEST_CASE("numbers keep their last four, and short ones nothing") {
    CHECK(masked_phone("13800000000") == "138****0000");
    CHECK(masked_phone("073900001180") == "073*****1180");
    CHECK(masked_phone("12345") == "****");
    CHECK(masked_phone("") == "");
    CHECK(last_four("430522190001010004") == "0004");
    CHECK(last_four("1234567") == "****");
    CHECK(last_four("") == "");
  }

  TEST_CASE("the review holds no number and no name in full") {
    Walk walk;
    walk.to_review();
    const auto shown = walk.body<view::Review>();
    CHECK(shown.applicant == "王*");
    CHECK(shown.by_card);
    CHECK(shown.event == "火灾");
    CHECK(shown.place == "新邵县酿溪镇石桥村");
    CHECK(shown.household == 2);
    CHECK(shown.needed == "1600");
    CHECK(shown.spent == "12.50");
    CHECK(shown.account_tail == "4471");
    CHECK(shown.phone == "138****0000");
    CHECK(shown.papers_brought == 1);
    CHECK(shown.papers_later == 1);
    CHECK(shown.papers_exempt == 1);
  }

  TEST_CASE("the bar names the errand, the person once known, and the hall") {
    Walk walk;
    CHECK(walk.shown().chrome.topic == view::Topic::None);
    CHECK(walk.shown().chrome.hall == "酿溪镇便民服务大厅");
    walk.to_household();
    CHECK(walk.shown().chrome.topic == view::Topic::Apply);
    CHECK(walk.shown().chrome.person == "王*");
    CHECK(walk.shown().chrome.now == view::LocalTime{2026, 11, 4, 3, 9, 42, /*certain=*/true});
    CHECK(Walk().to_status().shown().chrome.topic == view::Topic::Status);
    CHECK(Walk().to_status().shown().chrome.person == "");
  }

  TEST_CASE("after the hand-in the person stands masked in the bar") {
    CHECK(Walk().to_submitted().shown().chrome.person == "王*");
  }

  TEST_CASE("the catalogue's words come in the language that was chosen") {
    Walk walk;
    walk.to_privacy().press(Act::NextLanguage);
    CHECK(walk.body<view::Privacy>().paragraphs == std::vector<std::string>{"Who asks"});
    walk.press(Act::Agree).happens(card_of_wang(1)).press(Act::RightPerson);
    CHECK(walk.body<view::WhatHappened>().events[0].label == "Fire");
    CHECK(walk.body<view::WhatHappened>().events[0].hint == "The house burnt");
  }

  TEST_CASE("a paper that is to come says how to get it") {
    Walk walk;
    walk.to_papers();
    CHECK(walk.body<view::PapersScreen>().rows[1].hint == "how zh");
    CHECK(walk.body<view::PapersScreen>().rows[2].hint == "why zh");
  }

  TEST_CASE("every screen has a name for its picture") {
    Walk walk;
    CHECK(view::name_of(walk.shown()) == "attract");
    CHECK(view::name_of(walk.to_submitted().shown()) == "submitted");
    CHECK(view::name_of(walk.press(Act::CallStaff).shown()) == "help");
  }
}

}  // namespace huimin::journey::resident::sample
