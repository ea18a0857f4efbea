#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

using namespace std::chrono_literals;

// What the person of the samples has said; none of it may be left after the end.
constexpr const char* kPersonal[] = {"王秀英",       "430522190001010004", "酿溪镇",      "1600",
                                     "12.50",        "8101000012344471",   "13800000000", "fire",
                                     "430522101201", "430522-007"};

void check_nothing_is_left(const Walk& walk) {
  const std::string text = text_of(walk.now);
  for (const char* personal : kPersonal) {
    CAPTURE(personal);
    CHECK(text.find(personal) == std::string::npos);
  }
}

}  // namespace

TEST_SUITE("time") {
  TEST_CASE("who does not touch is asked, with the contents covered, and then wiped") {
    Walk walk;
    walk.to_review().waits(149s);
    CHECK(walk.now.cover == Cover::None);
    walk.waits(1s);
    CHECK(walk.body<view::TimeoutWarning>().seconds_left == 45);
    CHECK(walk.shown().chrome.person == "");
    walk.waits(44s);
    CHECK(walk.body<view::TimeoutWarning>().seconds_left == 1);
    walk.effects();
    walk.waits(1s);
    CHECK(walk.effects() == "EndSession");
    CHECK(walk.place() == "Attract");
    check_nothing_is_left(walk);
  }

  TEST_CASE("one touch is enough to stay, with everything as it was") {
    Walk walk;
    walk.to_review();
    const std::string before = text_of(walk.now);
    walk.waits(160s).press(Act::StillHere);
    CHECK(text_of(walk.now) == before);
    walk.waits(149s);
    CHECK(walk.now.cover == Cover::None);
  }

  TEST_CASE("a card laid down is a person too") {
    Walk walk;
    walk.to_money().waits(100s).happens(event::CardBusy{7}).waits(100s);
    CHECK(walk.place() == "MoneyAsked");
    CHECK(walk.now.cover == Cover::None);
  }

  TEST_CASE("what was handed in is not affected by walking away, and the warning says so") {
    Walk walk;
    walk.to_submitted().waits(150s);
    CHECK(walk.body<view::TimeoutWarning>().submitted);
    walk.waits(45s);
    check_nothing_is_left(walk);
  }

  TEST_CASE("time to read is counted from when the screen changed by itself") {
    Walk walk;
    walk.to_saving().waits(140s).happens(committed()).waits(140s);
    CHECK(walk.place() == "Submitted");
    CHECK(walk.now.cover == Cover::None);
  }

  TEST_CASE("nobody is warned where nobody is") {
    Walk walk;
    walk.waits(600s);
    CHECK(walk.place() == "Attract");
    CHECK(walk.now.cover == Cover::None);
    CHECK(walk.effects() == "");
  }

  TEST_CASE("the last page goes by itself") {
    Walk walk;
    walk.to_review().press(Act::End);
    CHECK(walk.place() == "Goodbye");
    walk.waits(12s);
    CHECK(walk.place() == "Attract");
  }

  TEST_CASE("the last page goes at a touch, once no card is left") {
    Walk walk;
    walk.to_identify().happens(event::CardBusy{1}).press(Act::End).press(Act::Start);
    CHECK(walk.place() == "Goodbye");
    CHECK(walk.body<view::Goodbye>().card_left);
    walk.happens(event::CardLifted{1});
    CHECK_FALSE(walk.body<view::Goodbye>().card_left);
    CHECK(walk.press(Act::Start).place() == "Attract");
  }

  TEST_CASE("a tick is asked for when time matters, and only then") {
    Walk walk;
    const auto within = [&] { return next_tick_within(world(), walk.now, walk.at); };
    walk.at.wall += 10s;
    CHECK(within() == 50s);
    walk.press(Act::Start);
    CHECK(within() == 50s);
    walk.at.mono += 145s;
    CHECK(within() == 5s);
    walk.at.mono += 5s;
    walk.happens(event::Tick{});
    walk.at.mono += 300ms;
    CHECK(within() == 700ms);
    Walk asleep;
    asleep.at.wall = base::WallTime{};
    CHECK(next_tick_within(world(), asleep.now, asleep.at) == 0ms);
  }

  TEST_CASE("ticking exactly when asked to never misses the end and never spins") {
    Walk walk;
    walk.to_review();
    int ticks = 0;
    while (walk.place() != "Attract" && ticks < 100) {
      const auto wait = next_tick_within(world(), walk.now, walk.at);
      REQUIRE(wait > 0ms);
      walk.at.mono += wait;
      walk.at.wall += wait;
      walk.happens(event::Tick{});
      ++ticks;
    }
    CHECK(walk.at.mono - morning().mono == 195s);
    CHECK(ticks < 60);
  }
}

TEST_SUITE("the end") {
  TEST_CASE("ending anywhere wipes everything that was said") {
    for (const auto to :
         {&Walk::to_identify, &Walk::to_what_happened, &Walk::to_place, &Walk::to_household,
          &Walk::to_money, &Walk::to_account, &Walk::to_phone, &Walk::to_papers, &Walk::to_review,
          &Walk::to_signing, &Walk::to_submitted, &Walk::to_status}) {
      Walk walk;
      (walk.*to)();
      walk.effects();
      walk.press(Act::End);
      CHECK(walk.place() == "Goodbye");
      CHECK(walk.effects() == "EndSession");
      check_nothing_is_left(walk);
    }
  }

  TEST_CASE("language, size and palette change at any time without losing an answer") {
    Walk walk;
    walk.to_review();
    const std::string before = text_of(walk.now.state);
    walk.press(Act::NextLanguage).press(Act::NextSize).press(Act::NextPalette);
    CHECK(text_of(walk.now.state) == before);
    CHECK(walk.shown().chrome.comfort ==
          view::Comfort{view::Language::English, view::TextSize::Large, view::Palette::DarkGround});
    CHECK(walk.body<view::Review>().event == "Fire");
    CHECK(walk.body<view::Review>().place == "Shiqiao Village, Niangxi Town, Xinshao County");
    for (int i = 0; i < 4; ++i) walk.press(Act::NextSize).press(Act::NextPalette);
    walk.press(Act::NextLanguage).press(Act::NextLanguage);
    CHECK(walk.now.comfort.size == view::TextSize::Large);
    CHECK(walk.now.comfort.palette == view::Palette::DarkGround);
  }

  TEST_CASE("the next person finds the usual language, size and palette") {
    Walk done;
    done.to_submitted().press(Act::NextLanguage).press(Act::NextSize).press(Act::Done);
    CHECK(done.shown().chrome.comfort.language == view::Language::English);
    CHECK(done.waits(12s).shown().chrome.comfort == view::Comfort{});
    Walk gone;
    gone.to_submitted().press(Act::NextPalette).waits(195s);
    CHECK(gone.shown().chrome.comfort == view::Comfort{});
  }

  TEST_CASE("what somebody changed on the idle screen and left goes back by itself") {
    Walk walk;
    walk.press(Act::NextLanguage).press(Act::CallStaff).waits(149s);
    CHECK(walk.now.comfort.language == view::Language::English);
    walk.effects();
    walk.waits(1s);
    CHECK(walk.now.comfort == view::Comfort{});
    CHECK(walk.now.cover == Cover::None);
    CHECK(walk.effects() == "ClearCall");
    walk.press(Act::NextLanguage).waits(10s).press(Act::Start);
    CHECK(walk.now.comfort.language == view::Language::English);
  }
}

TEST_SUITE("staff") {
  TEST_CASE("staff can be called from any screen, and resuming leads back to it") {
    Walk walk;
    walk.to_money().edit(Field::Needed, "5").press(Act::CallStaff).happens(event::SignalRaised{});
    CHECK(walk.body<view::Help>().number == 1);
    CHECK(walk.body<view::Help>().called_at.hour == 9);
    CHECK(walk.shown().chrome.person == "");
    walk.press(Act::Resume);
    CHECK(walk.body<view::MoneyScreen>().needed.value == "5");
    CHECK(walk.shown().chrome.staff_called);
  }

  TEST_CASE("a second touch shows the same call again") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).press(Act::Resume).effects();
    walk.press(Act::CallStaff);
    CHECK(walk.effects() == "");
    CHECK(walk.body<view::Help>().number == 1);
  }

  TEST_CASE("a call can be taken back, and the next has the next number") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).effects();
    walk.press(Act::CancelCall);
    CHECK(walk.effects() == "ClearCall");
    CHECK(walk.place() == "MoneyAsked");
    CHECK(walk.now.cover == Cover::None);
    CHECK(walk.press(Act::CallStaff).body<view::Help>().number == 2);
  }

  TEST_CASE("calls are counted anew each day") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).press(Act::CancelCall);
    walk.at.wall += 24h;
    CHECK(walk.press(Act::CallStaff).body<view::Help>().number == 1);
  }

  TEST_CASE("the signal goes out with the person who set it on") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).effects();
    walk.press(Act::End);
    CHECK(walk.effects() == "ClearCall EndSession");
    CHECK_FALSE(walk.shown().chrome.staff_called);
  }

  TEST_CASE("who walks away from the help screen is asked and wiped like everybody") {
    Walk walk;
    walk.to_money().press(Act::CallStaff).waits(150s);
    CHECK(walk.now.cover == Cover::Timeout);
    walk.waits(45s);
    CHECK(walk.place() == "Attract");
    check_nothing_is_left(walk);
  }
}

}  // namespace huimin::journey::resident::sample
