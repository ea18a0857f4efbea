// Whether the hall shows that somebody calls: no screen promises what is not true.

#include <doctest/doctest.h>

#include "tests/journey/sample_states.h"

namespace huimin::journey::resident::sample {

TEST_SUITE("the hall's signal") {
  TEST_CASE("staff were called when the signal took it, not when it was asked") {
    for (const Sample& sample : samples()) {
      CAPTURE(sample.name);
      Walk walk = sample.walk;
      walk.press(Act::CallStaff);
      CHECK(walk.body<view::Help>().summons == view::Summons::Asked);
      CHECK_FALSE(walk.shown().chrome.staff_called);
      walk.happens(event::SignalRaised{});
      CHECK(walk.body<view::Help>().summons == view::Summons::Raised);
      CHECK(walk.shown().chrome.staff_called);
    }
  }

  TEST_CASE("a signal that is not there: the screen says whom to go to, and nothing says called") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).happens(event::SignalFailed{});
    CHECK(walk.body<view::Help>().summons == view::Summons::Failed);
    CHECK(walk.body<view::Help>().contact.window == "3 号窗口");
    CHECK_FALSE(walk.shown().chrome.staff_called);
    walk.press(Act::Resume);
    CHECK_FALSE(walk.shown().chrome.staff_called);
  }

  TEST_CASE("calling again tries a signal that was not there, under the same number") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).happens(event::SignalFailed{}).press(Act::Resume);
    walk.effects();
    walk.press(Act::CallStaff);
    CHECK(walk.effects() == "CallStaff");
    CHECK(walk.body<view::Help>().number == 1);
    CHECK(walk.body<view::Help>().summons == view::Summons::Asked);
  }

  TEST_CASE("a lamp that is unplugged while it calls is no longer promised, and is when it is back") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).happens(event::SignalRaised{});
    CHECK_FALSE(walk.happens(event::SignalFailed{}).shown().chrome.staff_called);
    CHECK(walk.happens(event::SignalRaised{}).shown().chrome.staff_called);
  }

  TEST_CASE("an urgent call stays urgent when the signal had to be tried again") {
    Walk walk;
    walk.press(Act::Start).press(Act::Urgent).happens(event::SignalFailed{});
    walk.press(Act::CallStaff);
    CHECK(walk.last<effect::CallStaff>().urgent);
  }

  TEST_CASE("not saved: staff are coming only when they were called") {
    Walk walk;
    walk.to_saving().happens(event::SaveFailed{event::SaveFault::Busy});
    CHECK_FALSE(walk.body<view::NotSaved>().staff_coming);
    CHECK_FALSE(walk.happens(event::SignalFailed{}).body<view::NotSaved>().staff_coming);
    CHECK(walk.happens(event::SignalRaised{}).body<view::NotSaved>().staff_coming);
  }

  TEST_CASE("an answer about a signal that nobody asked for changes nothing") {
    Walk walk;
    walk.to_money().happens(event::SignalRaised{}).happens(event::SignalFailed{});
    CHECK_FALSE(walk.now.call);
    walk.press(Act::CallStaff);
    CHECK(walk.body<view::Help>().summons == view::Summons::Asked);
  }
}

}  // namespace huimin::journey::resident::sample
