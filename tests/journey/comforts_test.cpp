// What a person chooses to see and hear better: on every screen, without losing an answer, and gone
// with the session.

#include <doctest/doctest.h>

#include <set>

#include "tests/journey/sample_states.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

using namespace std::chrono_literals;

// Everything that can be chosen, once each; the voice's settings last, under their own cover.
constexpr Act kChoices[] = {Act::NextLanguage, Act::NextSize,     Act::NextPalette,
                            Act::ReadAloud,    Act::VoiceSlower,  Act::VoiceLouder,
                            Act::DarkScreen};

void choose_all(Walk& walk) {
  for (const Act act : kChoices) walk.press(act);
}

bool nobody_is_at(const Walk& walk) { return walk.place() == "Attract"; }

// What is still on its way when somebody leaves comes to its end.
void settle(Walk& walk) {
  if (walk.place() == "Saving") walk.happens(event::SaveFailed{event::SaveFault::Busy});
  if (walk.place() == "AskingCounty") walk.waits(15s);
}

void walk_away(Walk& walk) {
  settle(walk);
  walk.waits(300s).waits(46s);
}

}  // namespace

TEST_SUITE("comforts") {
  TEST_CASE("A11Y 24: after walking away from any screen every comfort is as at the beginning") {
    for (const Sample& sample : samples()) {
      CAPTURE(sample.name);
      Walk walk = sample.walk;
      choose_all(walk);
      CHECK(walk.now.comfort.dark);
      walk_away(walk);
      CHECK(walk.place() == "Attract");
      CHECK(walk.now.comfort == view::Comfort{});
      CHECK(walk.now.cover == Cover::None);
      CHECK_FALSE(walk.now.keypad_used);
      CHECK(text_of(walk.now) == text_of(Walk().now));
    }
  }

  TEST_CASE("A11Y 24: after ending by a touch anywhere every comfort is as at the beginning") {
    for (const Sample& sample : samples()) {
      if (nobody_is_at(sample.walk) || sample.name == "Saving") continue;
      CAPTURE(sample.name);
      Walk walk = sample.walk;
      choose_all(walk);
      walk.press(Act::End).waits(13s);
      CHECK(walk.place() == "Attract");
      CHECK(walk.shown().chrome.comfort == view::Comfort{});
    }
  }

  TEST_CASE("A11Y 24: a terminal whose first language is English goes back to English") {
    World english = world();
    english.comfort.language = view::Language::English;
    Walk walk(english);
    walk.now.comfort = english.comfort;
    walk.press(Act::Start);
    choose_all(walk);
    CHECK(walk.now.comfort.language == view::Language::ChineseSimplified);
    walk_away(walk);
    CHECK(walk.now.comfort == english.comfort);
  }

  TEST_CASE("A11Y 25: every comfort changes on every screen, and no answer is lost by it") {
    for (const Sample& sample : samples()) {
      const std::string before = text_of(sample.walk.now.state);
      for (const Act act : kChoices) {
        CAPTURE(sample.name);
        CAPTURE(view::name_of(act));
        Walk walk = sample.walk;
        if (act == Act::DarkScreen) walk.press(Act::ReadAloud);
        const view::Comfort earlier = walk.now.comfort;
        walk.effects();
        walk.press(act);
        CHECK_FALSE(walk.now.comfort == earlier);
        CHECK(text_of(walk.now.state) == before);
        CHECK(walk.effects() == "");
      }
    }
  }

  TEST_CASE("A11Y 25: every comfort goes back on every screen, and no answer is lost by it") {
    for (const Sample& sample : samples()) {
      CAPTURE(sample.name);
      Walk walk = sample.walk;
      choose_all(walk);
      walk.press(Act::StopReading).press(Act::VoiceFaster).press(Act::VoiceSofter);
      walk.press(Act::NextLanguage);
      for (int i = 0; i < 3; ++i) walk.press(Act::NextSize).press(Act::NextPalette);
      CHECK(text_of(walk.now) == text_of(sample.walk.now));
    }
  }

  TEST_CASE("the voice has seven speeds from half to double, and they end there") {
    Walk walk;
    walk.press(Act::Start);
    std::set<int> speeds;
    for (int i = 0; i < 9; ++i) walk.press(Act::VoiceSlower);
    CHECK(view::rate_percent(walk.now.comfort.rate) == 50);
    for (int i = 0; i < 9; ++i) {
      speeds.insert(view::rate_percent(walk.now.comfort.rate));
      walk.press(Act::VoiceFaster);
    }
    CHECK(speeds == std::set<int>{50, 75, 100, 125, 150, 175, 200});
    CHECK(view::rate_percent(view::kUsualRate) == 100);
    for (int i = 0; i < 9; ++i) walk.press(Act::VoiceLouder);
    CHECK(walk.now.comfort.volume == view::kVolumes - 1);
    for (int i = 0; i < 9; ++i) walk.press(Act::VoiceSofter);
    CHECK(walk.now.comfort.volume == 0);
  }

  TEST_CASE("who turns reading on by touch sees how to set it, and goes on where they were") {
    Walk walk;
    walk.to_money().edit(Field::Needed, "5").press(Act::ReadAloud);
    CHECK(walk.body<view::Voice>() == view::Voice{});
    CHECK(walk.shown().chrome.person == "");
    walk.press(Act::Resume);
    CHECK(walk.body<view::MoneyScreen>().needed.value == "5");
    CHECK(walk.now.comfort.reading);
    walk.press(Act::ReadAloud);
    CHECK_FALSE(walk.now.comfort.reading);
    CHECK(walk.now.cover == Cover::None);
  }

  TEST_CASE("a screen is dark only for who is read to") {
    Walk walk;
    walk.to_money().press(Act::DarkScreen);
    CHECK_FALSE(walk.now.comfort.dark);
    walk.press(Act::ReadAloud).press(Act::DarkScreen);
    CHECK(walk.now.comfort.dark);
    SUBCASE("it is lit again by the same touch") { walk.press(Act::DarkScreen); }
    SUBCASE("it is lit again when nothing is read any more") { walk.press(Act::StopReading); }
    SUBCASE("it is lit again when the voice is gone") { walk.happens(event::VoiceGone{}); }
    CHECK_FALSE(walk.now.comfort.dark);
  }

  TEST_CASE("without a voice reading aloud is neither offered nor begun") {
    for (const Sample& sample : samples()) {
      CAPTURE(sample.name);
      Walk walk = sample.walk;
      CHECK(walk.shown().chrome.can_read);
      walk.happens(event::VoiceGone{}).press(Act::ReadAloud).press(Act::ReadTyped);
      walk.press(Act::DarkScreen).happens(event::KeypadUsed{});
      CHECK_FALSE(walk.shown().chrome.can_read);
      CHECK_FALSE(walk.now.comfort.reading);
      CHECK_FALSE(walk.now.comfort.dark);
      CHECK(walk.happens(event::VoiceBack{}).shown().chrome.can_read);
    }
  }
}

TEST_SUITE("keypad") {
  TEST_CASE("A11Y 43: the first key wakes the idle screen and turns the voice on") {
    Walk walk;
    walk.happens(event::KeypadUsed{});
    CHECK(walk.place() == "Home");
    CHECK(walk.now.comfort.reading);
    CHECK(walk.now.cover == Cover::None);
    CHECK(walk.effects() == "BeginSession CheckReadiness");
  }

  TEST_CASE("A11Y 43: the first key turns the voice on wherever the session stands") {
    for (const Sample& sample : samples()) {
      if (sample.name == "Goodbye") continue;
      CAPTURE(sample.name);
      Walk walk = sample.walk;
      walk.happens(event::KeypadUsed{});
      CHECK(walk.now.comfort.reading);
    }
  }

  TEST_CASE("who turns the voice off is not read to by the next key") {
    Walk walk;
    walk.happens(event::KeypadUsed{}).press(Act::ReadAloud).happens(event::KeypadUsed{});
    CHECK_FALSE(walk.now.comfort.reading);
  }

  TEST_CASE("another matter of the same person keeps the voice; the next person has none") {
    Walk walk;
    walk.to_submitted().happens(event::KeypadUsed{}).press(Act::AnotherMatter);
    CHECK(walk.now.comfort.reading);
    walk.waits(300s).waits(45s);
    CHECK_FALSE(walk.now.comfort.reading);
    CHECK(walk.happens(event::KeypadUsed{}).now.comfort.reading);
  }
}

TEST_SUITE("time for everybody") {
  TEST_CASE("A11Y 22: the warning comes after the time that is set, 2 to 5 minutes, then 20 to 45 s") {
    for (const auto idle : {120s, 150s, 300s}) {
      for (const auto warning : {20s, 45s}) {
        World set = world();
        set.patience.idle = idle;
        set.patience.warning = warning;
        Walk walk(set);
        walk.to_review().waits(idle - 1s);
        CHECK(walk.now.cover == Cover::None);
        walk.waits(1s);
        CHECK(walk.body<view::TimeoutWarning>().seconds_left == warning.count());
        walk.waits(warning - 1s);
        CHECK(walk.place() == "Review");
        walk.waits(1s);
        CHECK(walk.place() == "Attract");
      }
    }
  }

  TEST_CASE("A11Y 21: what takes longer has a page of its own from the first moment") {
    const auto page = [](const Walk& walk) { return view::name_of(walk.shown()); };
    CHECK(page(Walk().to_saving()) == "saving");
    CHECK(page(Walk().to_submitted()) == "submitted");
    CHECK(page(Walk().to_identify().happens(event::CardBusy{1})) == "identify-reading");
    Walk asking;
    asking.press(Act::Start).press(Act::AskStatus).happens(event::Scanned{"code"});
    asking.happens(event::ReceiptChecked{event::Verdict::True, receipt()});
    CHECK(page(asking) == "asking");
    CHECK(page(asking.waits(15s)) == "receipt-refused");
  }

  TEST_CASE("A11Y 22: who is read to has five minutes, whatever is set") {
    Walk walk;
    walk.to_review().happens(event::KeypadUsed{}).waits(299s);
    CHECK(walk.now.cover == Cover::None);
    CHECK(walk.waits(1s).now.cover == Cover::Timeout);
  }

  TEST_CASE("A11Y 23: any key, or one touch, gives more time, as often as it is asked for") {
    Walk walk;
    walk.to_review();
    const std::string before = text_of(walk.now.state);
    for (int times = 0; times < 10; ++times) {
      walk.waits(150s);
      REQUIRE(walk.now.cover == Cover::Timeout);
      walk.waits(44s).press(Act::StillHere);
      CHECK(walk.now.cover == Cover::None);
    }
    walk.happens(event::KeypadUsed{});
    for (int times = 0; times < 10; ++times) {
      walk.waits(300s);
      REQUIRE(walk.now.cover == Cover::Timeout);
      walk.waits(44s).happens(event::KeypadUsed{});
      CHECK(walk.now.cover == Cover::None);
    }
    CHECK(text_of(walk.now.state) == before);
  }

  TEST_CASE("A11Y 24: walking away from any screen wipes what was said, warned before") {
    for (const Sample& sample : samples()) {
      CAPTURE(sample.name);
      Walk walk = sample.walk;
      settle(walk);
      walk.waits(150s);
      const bool somebody = !nobody_is_at(walk) && walk.place() != "Goodbye";
      if (somebody) CHECK(walk.now.cover == Cover::Timeout);
      walk.waits(46s);
      CHECK(text_of(walk.now) == text_of(Walk().now));
    }
  }
}

}  // namespace huimin::journey::resident::sample
