#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

using view::PaperStage;

const effect::PrintReceipt& paper(const Walk& walk) { return walk.last<effect::PrintReceipt>(); }

Walk printed() {
  Walk walk;
  walk.to_submitted().happens(event::Printed{walk.now.last_job});
  return walk;
}

int papers_asked(const Walk& walk) {
  int count = 0;
  for (const Effect& e : walk.all) count += std::holds_alternative<effect::PrintReceipt>(e);
  return count;
}

}  // namespace

TEST_SUITE("what is kept, and its paper") {
  TEST_CASE("kept here and received by the county are two stages, the second by its own word") {
    Walk walk;
    walk.to_submitted();
    auto shown = walk.body<view::Submitted>();
    CHECK(shown.receipt_no == domain::print(receipt()));
    CHECK(shown.kept_at.hour == 9);
    CHECK(shown.kept_at.minute == 42);
    CHECK_FALSE(shown.county_at);
    CHECK(shown.latest == view::Day{2026, 11, 7, true});
    CHECK(shown.limit_days == 3);
    CHECK_FALSE(shown.limit_in_working_days);
    walk.happens(event::Acknowledged{{430522, 7, 320}, "other", walk.at.wall});
    CHECK_FALSE(walk.body<view::Submitted>().county_at);
    walk.happens(event::Acknowledged{receipt(), "2026-000274", walk.at.wall});
    CHECK(walk.body<view::Submitted>().county_at->minute == 42);
    CHECK(walk.body<view::Submitted>().case_no == "2026-000274");
  }

  TEST_CASE("an acknowledgement is noted on every screen of a kept submission") {
    const event::Acknowledged answer{receipt(), "2026-000274", morning().wall};
    for (const Act act : {Act::ShowQr, Act::NextSize}) {
      Walk walk;
      walk.to_submitted().press(act).happens(answer).press(Act::Back);
      CHECK(walk.body<view::Submitted>().case_no == "2026-000274");
    }
  }

  TEST_CASE("the first paper comes by itself and names nobody in full") {
    Walk walk;
    walk.to_submitted();
    CHECK(paper(walk).copy == 1);
    CHECK(paper(walk).masked_name == "王*");
    CHECK(paper(walk).programme == "P08");
    CHECK(paper(walk).by_card);
    CHECK(paper(walk).papers.size() == 3);
    CHECK(paper(walk).latest.date == domain::CivilDate{std::chrono::year{2026} / 11 / 7});
    walk.happens(event::Printed{walk.now.last_job});
    CHECK(walk.body<view::Submitted>().paper == PaperStage::Printed);
    CHECK(walk.body<view::Submitted>().copies == 1);
  }

  TEST_CASE("the ink goes into the envelope and nowhere else") {
    CHECK(
        Walk().to_submitted().here<state::Submitted>().kept.application.signature.strokes.empty());
  }

  TEST_CASE("without paper the submission is kept all the same") {
    Walk walk;
    walk.to_saving().happens(event::PrinterChanged{PrinterState::PaperOut}).happens(committed());
    CHECK(walk.body<view::Submitted>().paper == PaperStage::NotPrinted);
    CHECK(papers_asked(walk) == 0);
    walk.happens(event::PrinterChanged{PrinterState::Ready}).press(Act::PrintAgain);
    CHECK(paper(walk).copy == 1);
  }

  TEST_CASE("a repeat says that it is one") {
    Walk walk = printed();
    walk.press(Act::PrintAgain).press(Act::PrintAgain);
    CHECK(papers_asked(walk) == 2);
    CHECK(paper(walk).copy == 2);
    walk.happens(event::Printed{walk.now.last_job});
    CHECK(walk.body<view::Submitted>().copies == 2);
  }

  TEST_CASE("C05: paper out in mid-print gives a whole receipt again after the refill, marked") {
    Walk walk;
    walk.to_submitted();
    walk.happens(event::PrinterChanged{PrinterState::PaperOut});
    walk.happens(event::PrintStopped{walk.now.last_job, PrinterState::PaperOut});
    auto shown = walk.body<view::PrintInterrupted>();
    CHECK(shown.trouble == view::PrinterTrouble::PaperOut);
    CHECK(shown.receipt_no == domain::print(receipt()));
    CHECK_FALSE(shown.ready_again);
    CHECK(walk.press(Act::PrintAgain).place() == "PrintInterrupted");
    walk.happens(event::PrinterChanged{PrinterState::Ready});
    CHECK(walk.body<view::PrintInterrupted>().ready_again);
    CHECK(papers_asked(walk) == 1);
    walk.press(Act::PrintAgain);
    CHECK(paper(walk).copy == 2);
    CHECK(paper(walk).receipt == receipt());
    walk.happens(event::Printed{walk.now.last_job});
    CHECK(walk.body<view::Submitted>().copies == 1);
  }

  TEST_CASE("C05: after the person left, a refill prints nothing of theirs") {
    Walk walk;
    walk.to_submitted().happens(event::PrinterChanged{PrinterState::PaperOut});
    walk.happens(event::PrintStopped{walk.now.last_job, PrinterState::PaperOut});
    walk.press(Act::Done).waits(std::chrono::seconds{12}).press(Act::Start).effects();
    walk.happens(event::PrinterChanged{PrinterState::Ready});
    CHECK(walk.effects() == "");
    CHECK(walk.place() == "Home");
  }

  TEST_CASE("an interrupted paper can be left for later or taken by phone") {
    Walk walk;
    walk.to_submitted();
    walk.happens(event::PrintStopped{walk.now.last_job, PrinterState::CoverOpen});
    CHECK(Walk(walk).press(Act::PrintLater).body<view::Submitted>().paper ==
          PaperStage::NotPrinted);
    CHECK(Walk(walk).press(Act::ShowQr).body<view::PhoneQr>().qr.side == 2);
    CHECK(Walk(walk).press(Act::Done).place() == "Goodbye");
  }

  TEST_CASE("C04: an unknown outcome asks the person and prints nothing by itself") {
    Walk walk;
    walk.to_submitted().happens(event::PrintUnknown{walk.now.last_job});
    CHECK(walk.place() == "PrintUnknown");
    walk.waits(std::chrono::seconds{60});
    CHECK(papers_asked(walk) == 1);
    Walk came = walk;
    came.press(Act::PaperCame);
    CHECK(came.body<view::Submitted>().copies == 1);
    CHECK(came.body<view::Submitted>().paper == PaperStage::Printed);
    walk.press(Act::PaperMissing);
    CHECK(walk.body<view::Submitted>().paper == PaperStage::NotPrinted);
    CHECK(papers_asked(walk) == 1);
    CHECK(paper(walk.press(Act::PrintAgain)).copy == 2);
  }

  TEST_CASE("C04: a late answer settles its own question") {
    Walk walk;
    walk.to_submitted().happens(event::PrintUnknown{walk.now.last_job});
    walk.happens(event::Printed{walk.now.last_job});
    CHECK(walk.body<view::Submitted>().copies == 1);
  }

  TEST_CASE("C04: a late answer to an old job changes nothing of the new one") {
    Walk walk;
    walk.to_submitted();
    const std::uint64_t old = walk.now.last_job;
    walk.happens(event::PrintUnknown{old}).press(Act::PaperMissing).press(Act::PrintAgain);
    const std::string before = text_of(walk.now);
    walk.happens(event::Printed{old}).happens(event::PrintStopped{old, PrinterState::Gone});
    CHECK(text_of(walk.now) == before);
  }

  TEST_CASE("C04: a late answer never changes the next person's paper") {
    Walk walk;
    walk.to_submitted();
    const std::uint64_t old = walk.now.last_job;
    walk.press(Act::Done).waits(std::chrono::seconds{12});
    walk.press(Act::Start).press(Act::Apply).press(Act::Agree).happens(card_of_liu(5));
    walk.press(Act::RightPerson).choose("fire").press(Act::Next).press(Act::DontKnow);
    walk.press(Act::Next).edit(Field::Needed, "5").press(Act::Next).press(Act::Next);
    walk.press(Act::NoPhone).press(Act::Next).press(Act::Next).press(Act::PledgeTick);
    walk.press(Act::Next).happens(ink()).press(Act::Submit).happens(committed());
    REQUIRE(walk.place() == "Submitted");
    const std::string before = text_of(walk.now);
    walk.happens(event::PrintUnknown{old}).happens(event::Printed{old});
    CHECK(text_of(walk.now) == before);
  }

  TEST_CASE("the paper goes on while the code for the phone is shown") {
    Walk walk;
    walk.to_submitted().press(Act::ShowQr).happens(event::Printed{walk.now.last_job});
    CHECK(walk.place() == "PhoneQr");
    CHECK(walk.press(Act::Back).body<view::Submitted>().paper == PaperStage::Printed);
  }

  TEST_CASE("another matter begins as a session of its own") {
    Walk walk = printed();
    walk.press(Act::NextLanguage).effects();
    walk.press(Act::AnotherMatter);
    CHECK(walk.effects() == "EndSession BeginSession CheckReadiness");
    CHECK(walk.place() == "Home");
    CHECK(text_of(walk.now).find("430522-007") == std::string::npos);
    CHECK(walk.now.comfort.language == view::Language::English);
  }
}

}  // namespace huimin::journey::resident::sample
