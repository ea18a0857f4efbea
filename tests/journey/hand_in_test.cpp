#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

int submissions(const Walk& walk) {
  int count = 0;
  for (const Effect& effect : walk.all) count += std::holds_alternative<effect::Submit>(effect);
  return count;
}

const effect::Submit& last_submission(const Walk& walk) {
  for (auto effect = walk.all.rbegin(); effect != walk.all.rend(); ++effect) {
    if (const auto* submit = std::get_if<effect::Submit>(&*effect)) return *submit;
  }
  throw std::logic_error("nothing was submitted");
}

}  // namespace

TEST_SUITE("pledge and signature") {
  TEST_CASE("the pledge must be ticked before it goes on") {
    Walk walk;
    walk.to_review().press(Act::Next).press(Act::Next);
    CHECK(walk.place() == "Pledge");
    walk.press(Act::PledgeTick).press(Act::PledgeTick);
    CHECK_FALSE(walk.body<view::Pledge>().ticked);
    CHECK(walk.press(Act::Next).place() == "Pledge");
    CHECK(walk.press(Act::PledgeTick).press(Act::Next).place() == "Signing");
  }

  TEST_CASE("an empty pad is not handed in") {
    Walk walk;
    walk.to_signing().press(Act::Submit);
    CHECK(walk.body<view::SignatureScreen>().missing);
    walk.happens(event::Did{view::intent::Inked{}}).press(Act::Submit);
    CHECK(walk.place() == "Signing");
    CHECK(submissions(walk) == 0);
  }

  TEST_CASE("strokes can be taken back one by one or all at once") {
    Walk walk;
    walk.to_signing().happens(ink()).happens(ink()).happens(ink()).press(Act::UndoStroke);
    CHECK(walk.body<view::SignatureScreen>().strokes.size() == 2);
    CHECK(walk.press(Act::ClearInk).body<view::SignatureScreen>().strokes.empty());
    CHECK(walk.press(Act::UndoStroke).place() == "Signing");
  }

  TEST_CASE("a pad that is scribbled full takes no more") {
    Walk walk;
    walk.to_signing();
    for (int i = 0; i < 300; ++i) walk.happens(ink());
    CHECK(walk.body<view::SignatureScreen>().strokes.size() == 200);
    walk.press(Act::ClearInk);
    walk.happens(event::Did{view::intent::Inked{view::InkStroke(30'000)}});
    CHECK(walk.body<view::SignatureScreen>().strokes.empty());
  }

  TEST_CASE("hands that cannot write sign with staff, and a stroke takes that back") {
    Walk walk;
    walk.to_signing().press(Act::SignWithStaff);
    CHECK(name_of(walk.all.back()) == "CallStaff");
    CHECK(walk.body<view::SignatureScreen>().with_staff);
    Walk written = walk;
    written.happens(ink());
    CHECK_FALSE(written.body<view::SignatureScreen>().with_staff);
    walk.press(Act::Submit);
    CHECK(last_submission(walk).application.signature.by == domain::SignedBy::StaffWitness);
    CHECK(last_submission(walk).application.signature.strokes.empty());
  }
}

TEST_SUITE("handing in") {
  TEST_CASE("an application is complete when it leaves the screen") {
    Walk walk;
    walk.to_saving();
    const domain::Application& sent = last_submission(walk).application;
    CHECK(sent.programme == "P08");
    CHECK(sent.programme_version == "2026.1");
    CHECK(sent.lane == "A");
    CHECK(sent.language == "zh_CN");
    CHECK(sent.privacy_notice_version == "2026-08");
    CHECK(sent.pledge_version == "2026-07");
    CHECK(sent.signed_at.wall == morning().wall);
    CHECK(sent.applicant.id_number.text() == "430522190001010004");
    CHECK(sent.event == "fire");
    CHECK(sent.place.division->digits() == "430522101201");
    CHECK(sent.household_size == 2);
    CHECK(sent.account.number.text() == "8101000012344471");
    CHECK(sent.applicant.phone.text() == "13800000000");
    CHECK(sent.signature.strokes.size() == 1);
  }

  TEST_CASE("a double touch hands in once") {
    Walk walk;
    walk.to_saving().press(Act::Submit).press(Act::Submit);
    CHECK(submissions(walk) == 1);
  }

  TEST_CASE("while it is being saved there is no way back and nobody is thrown out") {
    Walk walk;
    walk.to_saving().press(Act::Back).press(Act::End).waits(std::chrono::minutes{10});
    CHECK(walk.place() == "Saving");
    CHECK(walk.now.cover == Cover::None);
  }

  TEST_CASE("not saved: the answers stay, staff come, and nothing says received") {
    for (const auto fault : {event::SaveFault::DiskFull, event::SaveFault::Busy,
                             event::SaveFault::Damaged, event::SaveFault::NumbersUncertain}) {
      Walk walk;
      walk.to_saving().happens(event::SaveFailed{fault});
      REQUIRE(walk.place() == "NotSaved");
      CHECK(name_of(walk.all.back()) == "CallStaff");
      CHECK_FALSE(walk.body<view::NotSaved>().staff_coming);
      walk.happens(event::SignalRaised{});
      CHECK(walk.body<view::NotSaved>().staff_coming);
      CHECK(walk.body<view::NotSaved>().answers > 7);
      CHECK(walk.here<state::NotSaved>().draft.application.needed.fen == 160'000);
    }
  }

  TEST_CASE("trying again is the same submission, so that the store makes one of it") {
    Walk walk;
    walk.to_saving();
    const std::string first = last_submission(walk).submission;
    walk.happens(event::SaveFailed{event::SaveFault::Busy}).press(Act::TryAgain);
    CHECK(walk.place() == "Saving");
    CHECK(submissions(walk) == 2);
    CHECK(last_submission(walk).submission == first);
    CHECK(walk.happens(committed()).place() == "Submitted");
  }

  TEST_CASE("two people have two submissions") {
    Walk walk;
    walk.to_saving();
    const std::string first = last_submission(walk).submission;
    walk.happens(committed()).press(Act::AnotherMatter).press(Act::Apply).press(Act::Agree);
    CHECK(walk.here<state::Identify>().draft.submission != first);
  }

  TEST_CASE("what could not be saved is printed for the window, one slip at a time") {
    Walk walk;
    walk.to_saving().happens(event::SaveFailed{event::SaveFault::Damaged}).effects();
    walk.press(Act::PrintOnPaper).press(Act::PrintOnPaper);
    CHECK(walk.effects() == "PrintDraft");
    CHECK_FALSE(walk.body<view::NotSaved>().can_print);
    walk.happens(event::Printed{walk.now.last_job});
    CHECK(walk.body<view::NotSaved>().can_print);
    walk.happens(event::PrinterChanged{PrinterState::PaperOut});
    CHECK_FALSE(walk.body<view::NotSaved>().can_print);
  }

  TEST_CASE("who walks away from what was not saved is warned, then wiped") {
    Walk walk;
    walk.to_saving().happens(event::SaveFailed{event::SaveFault::DiskFull});
    walk.waits(std::chrono::seconds{150});
    CHECK_FALSE(walk.body<view::TimeoutWarning>().submitted);
    walk.waits(std::chrono::seconds{45});
    CHECK(walk.place() == "Attract");
    CHECK(text_of(walk.now).find("1600") == std::string::npos);
  }

  TEST_CASE("an outcome that comes beneath the help screen is not lost") {
    Walk walk;
    walk.to_saving().press(Act::CallStaff).happens(committed());
    CHECK(walk.now.cover == Cover::Help);
    CHECK(name_of(walk.all.back()) == "PrintReceipt");
    walk.happens(event::Printed{walk.now.last_job}).press(Act::Resume);
    CHECK(walk.body<view::Submitted>().paper == view::PaperStage::Printed);
  }
}

}  // namespace huimin::journey::resident::sample
