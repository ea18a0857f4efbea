#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

using namespace std::chrono_literals;
using event::Verdict;
using view::ReceiptProblem;
using Row = view::TimelineRow;

Walk scanning() {
  Walk walk;
  walk.press(Act::Start).press(Act::AskStatus);
  walk.effects();
  return walk;
}

Walk asking() {
  Walk walk = scanning();
  walk.happens(event::Scanned{"code"}).happens(event::ReceiptChecked{Verdict::True, receipt()});
  return walk;
}

Walk answered(domain::PublicStatus status, bool fresh = true) {
  Walk walk = asking();
  walk.happens(event::StatusArrived{receipt(), std::move(status), fresh});
  return walk;
}

// "done 10, now 20, to come 80"
std::string timeline(const Walk& walk) {
  std::string text;
  for (const Row& row : walk.body<view::Status>().rows) {
    if (!text.empty()) text += ", ";
    text += row.state == Row::State::Done  ? "done "
            : row.state == Row::State::Now ? "now "
                                           : "to come ";
    text += std::to_string(row.stage);
  }
  return text;
}

domain::PublicStatus status_with(std::vector<domain::Stage> stages) {
  domain::PublicStatus made = status();
  made.stage = stages.back();
  made.events.clear();
  for (const domain::Stage stage : stages) made.events.push_back({stage, morning().wall, "u", ""});
  return made;
}

}  // namespace

TEST_SUITE("how far is it") {
  TEST_CASE("a scanned receipt is checked here first and then asked for") {
    Walk walk = scanning();
    walk.happens(event::Scanned{"HTTPS://EXAMPLE.INVALID/R/1"});
    CHECK(walk.last<effect::CheckReceipt>().text == "HTTPS://EXAMPLE.INVALID/R/1");
    walk.happens(event::ReceiptChecked{Verdict::True, receipt()});
    CHECK(walk.last<effect::AskStatus>().receipt == receipt());
    CHECK(walk.body<view::AskingCounty>().receipt_no == domain::print(receipt()));
  }

  TEST_CASE("a receipt of a terminal that was withdrawn later still counts") {
    Walk walk = scanning();
    walk.happens(event::Scanned{"code"});
    walk.happens(event::ReceiptChecked{Verdict::TrueBeforeWithdrawal, receipt()});
    CHECK(walk.place() == "AskingCounty");
  }

  TEST_CASE("altered, foreign, withdrawn and no receipt at all are four different words") {
    for (const auto& [verdict, problem] :
         {std::pair{Verdict::Altered, ReceiptProblem::Altered},
          std::pair{Verdict::UnknownTerminal, ReceiptProblem::UnknownTerminal},
          std::pair{Verdict::MadeAfterWithdrawal, ReceiptProblem::MadeAfterWithdrawal},
          std::pair{Verdict::NotAReceipt, ReceiptProblem::NotAReceipt}}) {
      Walk walk = scanning();
      walk.happens(event::Scanned{"code"}).happens(event::ReceiptChecked{verdict, {}});
      CHECK(walk.body<view::ReceiptRefused>().problem == problem);
      CHECK(walk.press(Act::TryAgain).place() == "ReceiptRefused");
      CHECK(walk.press(Act::ScanReceipt).place() == "ScanReceipt");
    }
  }

  TEST_CASE("C11: the same code read twice acts once") {
    Walk walk = scanning();
    walk.happens(event::Scanned{"code"}).happens(event::Scanned{"code"});
    CHECK(walk.effects() == "CheckReceipt");
    walk.happens(event::ReceiptChecked{Verdict::True, receipt()});
    walk.happens(event::ReceiptChecked{Verdict::True, receipt()});
    walk.waits(3s).happens(event::Scanned{"code"});
    CHECK(walk.effects() == "AskStatus");
  }

  TEST_CASE("C11: a code read on another screen acts nowhere, later neither") {
    Walk walk;
    walk.press(Act::Start).happens(event::Scanned{"code"}).effects();
    walk.press(Act::AskStatus).happens(event::ReceiptChecked{Verdict::True, receipt()});
    CHECK(walk.place() == "ScanReceipt");
    CHECK(walk.effects() == "");
    walk.happens(event::Scanned{"code"}).press(Act::Back).press(Act::AskStatus);
    walk.happens(event::ReceiptChecked{Verdict::True, receipt()});
    CHECK(walk.place() == "ScanReceipt");
  }

  TEST_CASE("C11: a code held out to a covered screen is not read behind it") {
    Walk walk = scanning();
    walk.press(Act::CallStaff).effects();
    walk.happens(event::Scanned{"code"});
    CHECK(walk.effects() == "");
    walk.press(Act::Resume).happens(event::Scanned{"code"});
    CHECK(walk.effects() == "CheckReceipt");
  }

  TEST_CASE("a typed number says whether its form or its check digits are wrong") {
    Walk walk = scanning();
    walk.press(Act::TypeReceipt).press(Act::Next);
    const auto problem = [&] { return walk.body<view::TypeReceiptScreen>().number.problem; };
    CHECK(problem() == view::Problem::Missing);
    walk.edit(Field::ReceiptNumber, "430522-007-0003").press(Act::Next);
    CHECK(problem() == view::Problem::ReceiptForm);
    std::string number = domain::print(receipt());
    number[4] = number[4] == '1' ? '2' : '1';
    walk.edit(Field::ReceiptNumber, number).press(Act::Next);
    CHECK(problem() == view::Problem::ReceiptCheckDigits);
    CHECK(walk.body<view::TypeReceiptScreen>().number.value == number);
    walk.edit(Field::ReceiptNumber, domain::print(receipt())).press(Act::Next);
    CHECK(walk.last<effect::AskStatus>().receipt == receipt());
  }

  TEST_CASE("a scanner that is gone is said, typing is the way on") {
    Walk walk = scanning();
    walk.happens(event::ScannerGone{});
    CHECK(walk.body<view::ScanReceiptScreen>().scanner_gone);
    CHECK(walk.press(Act::TypeReceipt).place() == "TypeReceipt");
  }

  TEST_CASE("the answer shows who has it, by when, and whom to call when it is late") {
    Walk walk = answered(status());
    const auto shown = walk.body<view::Status>();
    CHECK(shown.programme == "临时救助");
    CHECK(shown.case_no == "新邵救 2026-000274");
    CHECK(shown.now.official == "李满秀");
    CHECK(shown.latest == view::Day{2026, 11, 6, true});
    CHECK(shown.supervision_phone == "0739-0000119");
    CHECK(shown.age_hours == 2);
    CHECK(shown.fresh);
    CHECK(timeline(walk) == "done 10, now 20, to come 80");
    CHECK(shown.rows[0].day == view::Day{2026, 11, 3, true});
    CHECK(shown.rows[2].day == view::Day{2026, 11, 6, true});
  }

  TEST_CASE("the timeline tells what is done, what is now and what is to come") {
    using S = domain::Stage;
    CHECK(timeline(answered(status_with({S::Submitted}))) == "done 10, now 20, to come 80");
    CHECK(timeline(answered(status_with({S::Submitted, S::Completeness, S::Supplement}))) ==
          "done 10, done 20, now 21, to come 80");
    CHECK(timeline(answered(status_with({S::Submitted, S::Completeness, S::HelpFirst}))) ==
          "done 10, done 20, done 80");
    CHECK(timeline(answered(status_with({S::Submitted, S::Completeness, S::NotAccepted}))) ==
          "done 10, done 20, done 23");
    CHECK(timeline(answered(status_with({S::Submitted, S::Withdrawn}))) == "done 10, done 95");
  }

  TEST_CASE("county unreachable: the last known is shown with its age, and a later answer wins") {
    Walk walk = answered(status(), /*fresh=*/false);
    CHECK_FALSE(walk.body<view::Status>().fresh);
    CHECK(walk.body<view::Status>().age_hours == 2);
    using S = domain::Stage;
    walk.happens(event::StatusArrived{
        receipt(), status_with({S::Submitted, S::Completeness, S::HelpFirst}), true});
    CHECK(walk.body<view::Status>().fresh);
    CHECK(timeline(walk) == "done 10, done 20, done 80");
  }

  TEST_CASE("what is still kept in this terminal says so") {
    Walk walk = asking();
    walk.happens(event::StatusKeptHere{receipt(), morning().wall - 3h});
    const auto shown = walk.body<view::Status>();
    CHECK_FALSE(shown.reached_county);
    CHECK_FALSE(shown.can_print);
    CHECK(timeline(walk) == "done 10, to come 20, to come 80");
    CHECK(shown.now.phone == hall().contact.phone);
    CHECK(shown.supervision_phone == hall().supervision_phone);
  }

  TEST_CASE("no answer in time is no answer, and can be asked again") {
    Walk walk = asking();
    walk.waits(14s);
    CHECK(walk.place() == "AskingCounty");
    walk.waits(1s);
    CHECK(walk.body<view::ReceiptRefused>().problem == ReceiptProblem::NoAnswer);
    walk.effects();
    walk.press(Act::TryAgain);
    CHECK(walk.effects() == "AskStatus");
    CHECK(walk.last<effect::AskStatus>().receipt == receipt());
  }

  TEST_CASE("unknown to the county is not the same as no answer") {
    Walk walk = asking();
    walk.happens(event::StatusFailed{receipt(), event::StatusFault::NotKnown});
    CHECK(walk.body<view::ReceiptRefused>().problem == ReceiptProblem::NotKnownToCounty);
    CHECK(walk.press(Act::TryAgain).place() == "ReceiptRefused");
  }

  TEST_CASE("an answer for another receipt is nobody's business here") {
    Walk walk = asking();
    walk.happens(event::StatusArrived{{430522, 7, 5}, status(), true});
    CHECK(walk.place() == "AskingCounty");
  }

  TEST_CASE("a status is printed one slip at a time") {
    Walk walk = answered(status());
    walk.effects();
    walk.press(Act::PrintAgain).press(Act::PrintAgain);
    CHECK(walk.effects() == "PrintStatus");
    walk.happens(event::PrintStopped{walk.now.last_job, PrinterState::PaperOut});
    CHECK(walk.place() == "Status");
    CHECK(walk.body<view::Status>().can_print);
  }
}

}  // namespace huimin::journey::resident::sample
