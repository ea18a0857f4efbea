#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {

TEST_SUITE("arriving") {
  TEST_CASE("a touch opens the home screen and asks whether this terminal can finish") {
    Walk walk;
    walk.press(Act::Start);
    CHECK(walk.place() == "Home");
    CHECK(walk.effects() == "BeginSession CheckReadiness");
  }

  TEST_CASE("the privacy notice comes before anything is asked") {
    Walk walk;
    walk.to_privacy();
    CHECK(walk.place() == "Privacy");
    CHECK(walk.body<view::Privacy>().paragraphs == std::vector<std::string>{"谁在问"});
    CHECK(walk.press(Act::Agree).place() == "Identify");
    CHECK(walk.here<state::Identify>().draft.application.privacy_notice_version == "2026-08");
  }

  TEST_CASE("what the terminal lacks is said before the first question") {
    Walk walk;
    walk.happens(event::ReadinessChecked{{.disk = false, .key = false, .queue = false}});
    walk.to_privacy();
    REQUIRE(walk.place() == "NotReady");
    using view::Shortage;
    CHECK(walk.body<view::NotReady>().shortages ==
          std::vector{Shortage::Disk, Shortage::Key, Shortage::Queue});
    CHECK_FALSE(Walk(walk).press(Act::Back).body<view::Home>().can_apply);
  }

  TEST_CASE("a terminal that is mended goes on by itself") {
    Walk walk;
    walk.happens(event::ReadinessChecked{{.disk = false}}).to_privacy().press(Act::TryAgain);
    CHECK(name_of(walk.all.back()) == "CheckReadiness");
    CHECK(walk.happens(event::ReadinessChecked{}).place() == "Privacy");
  }

  TEST_CASE("a shortage that is found while the notice is read is said at once") {
    Walk walk;
    walk.to_privacy().happens(event::ReadinessChecked{{.catalogue = false}});
    CHECK(walk.place() == "NotReady");
  }

  TEST_CASE("without a programme in force nobody is led into questions that lead nowhere") {
    Walk walk(world_without_programme());
    walk.to_privacy();
    CHECK(walk.body<view::NotReady>().shortages == std::vector{view::Shortage::Catalogue});
  }

  TEST_CASE("a printer without paper is said before the start, with ways on") {
    for (const auto& [printer, trouble] :
         {std::pair{PrinterState::PaperOut, view::PrinterTrouble::PaperOut},
          std::pair{PrinterState::CoverOpen, view::PrinterTrouble::CoverOpen},
          std::pair{PrinterState::Gone, view::PrinterTrouble::Gone}}) {
      Walk walk;
      walk.happens(event::PrinterChanged{printer}).to_privacy();
      CHECK(walk.body<view::TroublePaper>().trouble == trouble);
      CHECK(Walk(walk).press(Act::PrintLater).place() == "Privacy");
      CHECK(Walk(walk).press(Act::ShowQr).place() == "Privacy");
      CHECK(Walk(walk).press(Act::Back).place() == "Home");
    }
  }

  TEST_CASE("who waits for paper goes on by itself when it is there") {
    Walk walk;
    walk.happens(event::PrinterChanged{PrinterState::PaperOut}).to_privacy();
    walk.press(Act::WaitForPaper);
    CHECK(walk.body<view::TroublePaper>().waiting);
    walk.happens(event::PrinterChanged{PrinterState::CoverOpen});
    CHECK(walk.body<view::TroublePaper>().trouble == view::PrinterTrouble::CoverOpen);
    CHECK(walk.happens(event::PrinterChanged{PrinterState::Ready}).place() == "Privacy");
  }

  TEST_CASE("little paper is paper") {
    Walk walk;
    walk.happens(event::PrinterChanged{PrinterState::PaperLow}).to_privacy();
    CHECK(walk.place() == "Privacy");
  }

  TEST_CASE("an emergency calls staff first, and resuming leads into the application") {
    Walk walk;
    walk.press(Act::Start).press(Act::Urgent);
    CHECK(walk.last<effect::CallStaff>().urgent);
    CHECK(walk.body<view::Help>().urgent);
    walk.press(Act::Resume);
    CHECK(walk.place() == "Privacy");
    CHECK_FALSE(walk.shown().chrome.staff_called);
    CHECK(walk.happens(event::SignalRaised{}).shown().chrome.staff_called);
  }

  TEST_CASE("an emergency raises a call that is already on, and is not lowered by another") {
    Walk walk;
    walk.press(Act::Start).press(Act::CallStaff).press(Act::Resume).press(Act::Urgent);
    CHECK(walk.last<effect::CallStaff>().urgent);
    const std::size_t effects = walk.all.size();
    walk.press(Act::CallStaff);
    CHECK(walk.all.size() == effects);
    CHECK(walk.now.call->urgent);
    CHECK(walk.now.call->number == 1);
  }

  TEST_CASE("other matters name the window and lead back") {
    Walk walk;
    walk.press(Act::Start).press(Act::Elsewhere);
    CHECK(walk.body<view::ElsewhereScreen>().contact.window == "3 号窗口");
    CHECK(walk.shown().chrome.topic == view::Topic::Elsewhere);
    CHECK(walk.press(Act::Back).place() == "Home");
  }
}

}  // namespace huimin::journey::resident::sample
