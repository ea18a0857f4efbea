// The store's thread against a real queue in a folder of its own.

#include "kiosk/terminal/store_worker.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>
#include <memory>

#include "kiosk/queue/doorbell.h"
#include "kiosk/queue/entries.h"
#include "kiosk/queue/question.h"
#include "tests/terminal/posted.h"

namespace huimin::terminal {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using queue::testing::Hall;

order::Submit submission(const std::string& id) {
  return {id, queue::testing::sample_application()};
}

effect::PrintReceipt print_of(const domain::ReceiptNumber& receipt, int copy) {
  effect::PrintReceipt asked;
  asked.receipt = receipt;
  asked.copy = copy;
  return asked;
}

// A terminal's store with a county that a test plays.
class Desk {
 public:
  explicit Desk(std::uint64_t least_free_bytes = 0) : least_free_bytes_(least_free_bytes) {}

  StoreWorker& worker() {
    if (!worker_) {
      StoreSetup setup{hall.state(), "status.huimin.example", "0.1.0", "2026-1", least_free_bytes_};
      worker_ = std::make_unique<StoreWorker>(
          std::move(setup), clock, posted.post(),
          [this](const effect::PrintReceipt&, int nth) { begun_nth = nth; });
    }
    return *worker_;
  }
  // Finishes what was ordered.
  void stop() { worker_.reset(); }

  event::Committed submit(const std::string& id = "one") {
    worker().send(submission(id));
    return posted.await<event::Committed>();
  }
  std::size_t envelopes() const {
    auto store = queue::Store::open_for_reading(hall.state());
    REQUIRE(store);
    return queue::list_entries(*store, 1, 100)->size();
  }
  // Time passes until an event of this kind has come: the question may be noted at any moment.
  template <class Kind>
  Kind await_while_time_passes() {
    for (int i = 0; i < 20; ++i) {
      clock.advance(std::chrono::seconds(9));
      auto said = posted.next(std::chrono::seconds(1));
      if (!said) continue;
      if (auto* found = std::get_if<Kind>(&*said)) return std::move(*found);
    }
    FAIL("an event that was expected did not come");
    return {};
  }

  // What the county and its carrier do.
  void acknowledge(const domain::ReceiptNumber& receipt) {
    auto courier = hall.courier();
    const auto entries = queue::list_entries(courier.store(), 1, 100);
    REQUIRE(entries);
    for (const queue::QueueEntry& each : *entries) {
      if (each.receipt != receipt) continue;
      queue::Committed what;
      what.sequence = each.sequence;
      what.sha256 = each.sha256;
      what.receipt = receipt;
      REQUIRE(courier.record_acknowledgement(queue::testing::acknowledge(
          hall, what, queue::testing::stored_header(hall, each.sequence))));
    }
    queue::ring(hall.state(), queue::kTerminalBell);
  }
  void answer_one(const queue::Answer& answer) {
    const auto keys = hall.keys();
    const auto intake = hall.intake();
    queue::SignerBook signers(intake.ca);
    REQUIRE(signers.add(keys.terminal.certificate));
    auto courier = hall.courier();
    auto open = courier.open_questions();
    // The question is written on another thread.
    while (open && open->empty()) open = courier.open_questions();
    REQUIRE(open);
    const auto& asked = open->front();
    const auto question = queue::open_question(asked.header_p7s, asked.body_p7m, signers, intake,
                                               queue::testing::kNow);
    REQUIRE(question);
    REQUIRE(courier.record_answer(asked.id, queue::make_answer(*question, answer, intake.signing)));
    queue::ring(hall.state(), queue::kTerminalBell);
  }

  Hall hall;
  StillClock clock;
  Posted posted;
  std::atomic<int> begun_nth{0};

 private:
  const std::uint64_t least_free_bytes_;
  std::unique_ptr<StoreWorker> worker_;
};

queue::Answer known(const domain::ReceiptNumber& receipt) {
  domain::PublicStatus status;
  status.case_no = "430522-2026-000123";
  status.programme = "P08";
  status.stage = domain::Stage::Completeness;
  status.events = {{domain::Stage::Submitted, queue::testing::kNow, "", ""}};
  status.now_unit = domain::print(receipt);
  status.as_of = queue::testing::kNow;
  return {queue::AnswerState::Known, status};
}

// Another program's hold on the queue.
class Lock {
 public:
  explicit Lock(const fs::path& database) {
    REQUIRE(sqlite3_open(database.c_str(), &database_) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database_, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  ~Lock() { sqlite3_close(database_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace

TEST_SUITE("store worker") {
  TEST_CASE("what is handed in is kept, with number and code") {
    Desk desk;
    const auto committed = desk.submit();
    CHECK(domain::print(committed.receipt).starts_with("430522-007-000001-"));
    CHECK(committed.receipt_qr.starts_with("HTTPS://STATUS.HUIMIN.EXAMPLE/R/"));
    CHECK(committed.qr.side > 20);
    CHECK(committed.at == queue::testing::kNow);
    CHECK(desk.envelopes() == 1);
  }

  TEST_CASE("the same submission twice is one envelope and one number") {
    Desk desk;
    const auto first = desk.submit("one");
    const auto again = desk.submit("one");
    CHECK(again.receipt == first.receipt);
    CHECK(again.receipt_qr == first.receipt_qr);
    CHECK(desk.envelopes() == 1);
    CHECK_FALSE(desk.submit("two").receipt == first.receipt);
    CHECK(desk.envelopes() == 2);
  }

  TEST_CASE("what was ordered before the end is still done") {
    Desk desk;
    for (int i = 0; i < 5; ++i) desk.worker().send(submission(std::to_string(i)));
    desk.stop();
    for (int i = 0; i < 5; ++i) desk.posted.await<event::Committed>();
    CHECK(desk.envelopes() == 5);
  }

  TEST_CASE("a locked queue: not saved, and kept once when it is let go") {
    Desk desk;
    desk.submit("before");
    {
      const Lock lock(desk.hall.database());
      desk.worker().send(submission("one"));
      CHECK(desk.posted.await<event::SaveFailed>().fault == event::SaveFault::Busy);
    }
    desk.submit("one");
    CHECK(desk.envelopes() == 2);
  }

  TEST_CASE("a damaged queue is named as damaged, a missing key as a missing key") {
    SUBCASE("damaged") {
      Desk desk;
      queue::testing::write_text(desk.hall.database(), std::string(8192, 'x'));
      desk.worker().send(submission("one"));
      CHECK(desk.posted.await<event::SaveFailed>().fault == event::SaveFault::Damaged);
    }
    SUBCASE("no key") {
      Desk desk;
      fs::remove_all(desk.hall.state() / "keys");
      desk.worker().send(submission("one"));
      CHECK(desk.posted.await<event::SaveFailed>().fault == event::SaveFault::NoKey);
    }
  }

  TEST_CASE("a restored copy of an older state gives out no number again") {
    Desk desk;
    desk.submit("one");
    desk.stop();
    const queue::testing::TempFolder copy;
    fs::copy(desk.hall.state(), copy.path() / "state", fs::copy_options::recursive);
    desk.submit("two");
    desk.stop();
    fs::remove_all(desk.hall.state());
    fs::copy(copy.path() / "state", desk.hall.state(), fs::copy_options::recursive);
    desk.worker().send(submission("three"));
    CHECK(desk.posted.await<event::SaveFailed>().fault == event::SaveFault::NumbersUncertain);
  }

  TEST_CASE("readiness names what is short: room, key, queue, clock") {
    SUBCASE("nothing") {
      Desk desk;
      desk.worker().send(order::CheckReadiness{});
      CHECK(desk.posted.await<event::ReadinessChecked>().readiness.all());
    }
    SUBCASE("room") {
      Desk desk(/*least_free_bytes=*/1ULL << 60);
      desk.worker().send(order::CheckReadiness{});
      const auto readiness = desk.posted.await<event::ReadinessChecked>().readiness;
      CHECK_FALSE(readiness.disk);
      CHECK(readiness.queue);
    }
    SUBCASE("a queue that is open to everybody") {
      Desk desk;
      desk.submit();
      fs::permissions(desk.hall.database(), fs::perms::others_read, fs::perm_options::add);
      desk.worker().send(order::CheckReadiness{});
      CHECK_FALSE(desk.posted.await<event::ReadinessChecked>().readiness.queue);
    }
    SUBCASE("a clock ahead of everything") {
      Desk desk;
      desk.clock.advance(std::chrono::hours(24 * 365 * 30));
      desk.worker().send(order::CheckReadiness{});
      CHECK_FALSE(desk.posted.await<event::ReadinessChecked>().readiness.clock);
    }
  }

  TEST_CASE("the county's acknowledgement is passed on once, with the case number") {
    Desk desk;
    const auto committed = desk.submit();
    desk.acknowledge(committed.receipt);
    const auto said = desk.posted.await<event::Acknowledged>();
    CHECK(said.receipt == committed.receipt);
    CHECK(said.case_no == "430522-2026-000123");
    desk.stop();
    CHECK(desk.posted.is_empty());
  }

  TEST_CASE("the county answers: fresh; later it does not: the last known, as such") {
    Desk desk;
    const auto receipt = desk.submit().receipt;
    desk.acknowledge(receipt);
    desk.posted.await<event::Acknowledged>();
    desk.worker().send(order::AskStatus{receipt});
    desk.answer_one(known(receipt));
    const auto fresh = desk.posted.await<event::StatusArrived>();
    CHECK(fresh.fresh);
    CHECK(fresh.status.case_no == "430522-2026-000123");
    desk.worker().send(order::EndSession{});

    desk.worker().send(order::AskStatus{receipt});
    const auto old = desk.await_while_time_passes<event::StatusArrived>();
    CHECK_FALSE(old.fresh);
    CHECK(old.status.now_unit == domain::print(receipt));
  }

  TEST_CASE("no answer and nothing known: kept here, or nothing to say") {
    Desk desk;
    const auto receipt = desk.submit().receipt;
    desk.worker().send(order::AskStatus{receipt});
    const auto kept = desk.await_while_time_passes<event::StatusKeptHere>();
    CHECK(kept.receipt == receipt);
    CHECK(kept.kept_at == queue::testing::kNow);

    const auto stranger = *domain::parse_receipt_number("430522-007-000001-27");
    desk.worker().send(
        order::AskStatus{stranger.sequence == receipt.sequence
                             ? domain::ReceiptNumber{receipt.division, receipt.terminal, 999}
                             : stranger});
    CHECK(desk.await_while_time_passes<event::StatusFailed>().fault ==
          event::StatusFault::NoAnswer);
  }

  TEST_CASE("a county that does not know what is still on its way is not the last word") {
    Desk desk;
    const auto receipt = desk.submit().receipt;
    desk.worker().send(order::AskStatus{receipt});
    desk.answer_one({queue::AnswerState::NoSuchReceipt, {}});
    CHECK(desk.posted.await<event::StatusKeptHere>().receipt == receipt);
  }

  TEST_CASE("codes are told apart without the county") {
    Desk desk;
    const auto committed = desk.submit();
    const auto verdict = [&](const std::string& text) {
      desk.worker().send(order::CheckReceipt{text});
      return desk.posted.await<event::ReceiptChecked>();
    };
    const auto genuine = verdict(committed.receipt_qr);
    CHECK(genuine.verdict == event::Verdict::True);
    CHECK(genuine.receipt == committed.receipt);
    std::string altered = committed.receipt_qr;
    char& digit = altered[altered.size() - 20];
    digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
    CHECK(verdict(altered).verdict == event::Verdict::Altered);
    CHECK(verdict("HTTPS://EXAMPLE.ORG").verdict == event::Verdict::NotAReceipt);
    CHECK(verdict("").verdict == event::Verdict::NotAReceipt);
  }

  TEST_CASE("prints are counted over sessions and restarts") {
    Desk desk;
    const auto receipt = desk.submit().receipt;
    desk.worker().send(print_of(receipt, 1));
    desk.worker().send(order::FinishPrint{receipt, 1, order::PrintEnd::Unknown});
    desk.stop();
    CHECK(desk.begun_nth == 1);
    desk.worker().send(order::EndSession{});
    desk.worker().send(print_of(receipt, 1));
    desk.stop();
    CHECK(desk.begun_nth == 2);
  }
}

}  // namespace huimin::terminal
