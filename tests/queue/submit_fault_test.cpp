// A submission on a disk that fails: after it, the submission is there exactly once or not at all.

#include <doctest/doctest.h>

#include <sqlite3.h>

#include "kiosk/queue/verify.h"
#include "tests/queue/fault_vfs.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

// The chain is whole and holds what was committed, each once; returns how many envelopes there are.
std::uint64_t check_whole(const Hall& hall) {
  const auto report = verify_state(hall.state());
  REQUIRE(report);
  if (report->first_flaw) {
    FAIL(report->first_flaw->table, " ", report->first_flaw->row, " ",
         name_of(report->first_flaw->flaw));
  }
  CHECK(report->receipts == report->envelopes);
  return report->envelopes;
}

SubmitError expected_error(DiskFault fault) {
  return fault == DiskFault::Full ? SubmitError::DiskFull : SubmitError::Damaged;
}

// Fails the n-th operation of a submit. False once the submit has fewer operations than that.
bool fail_nth(DiskFault fault, int nth, bool for_ever) {
  const Hall hall;
  FaultDisk disk;
  Submission submission = sample_submission();
  bool reached = false;
  {
    Outbox outbox = hall.outbox();
    submit_one(outbox);
    disk.fail(fault, nth, for_ever);
    const auto committed = outbox.submit(submission);
    reached = disk.operations() >= nth;
    disk.mend();
    if (!committed) {
      CHECK(committed.error() == expected_error(fault));
      // The person presses again, on the same screen.
      const auto again = outbox.submit(submission);
      REQUIRE(again);
      CHECK(again->receipt->sequence == 2);
    }
    CHECK(check_whole(hall) == 2);
  }
  Outbox outbox = hall.outbox();
  CHECK(outbox.submit(submission)->sequence == 2);
  CHECK(submit_one(outbox).receipt->sequence == 3);
  CHECK(check_whole(hall) == 3);
  return reached;
}

// As above, but the program dies with the failure and the person presses again after a restart.
bool fail_nth_and_restart(DiskFault fault, int nth) {
  const Hall hall;
  Submission submission = sample_submission();
  bool reached = false;
  {
    FaultDisk disk;
    Outbox outbox = hall.outbox();
    submit_one(outbox);
    disk.fail(fault, nth, /*for_ever=*/true);
    const auto committed = outbox.submit(submission);
    reached = disk.operations() >= nth;
    CHECK((committed || committed.error() == expected_error(fault)));
  }
  Outbox outbox = hall.outbox();
  const auto again = outbox.submit(submission);
  REQUIRE(again);
  CHECK(again->sequence == 2);
  CHECK(check_whole(hall) == 2);
  return reached;
}

}  // namespace

TEST_SUITE("submit faults") {
  TEST_CASE("the disk is full at any write: nothing is said to be received, no number is burned") {
    for (const bool for_ever : {false, true}) {
      int nth = 1;
      while (fail_nth(DiskFault::Full, nth, for_ever)) ++nth;
      CHECK(nth > 5);
    }
  }

  TEST_CASE("any write fails") {
    int nth = 1;
    while (fail_nth(DiskFault::WriteError, nth, /*for_ever=*/false)) ++nth;
    CHECK(nth > 5);
  }

  TEST_CASE("the sync fails") {
    int nth = 1;
    while (fail_nth(DiskFault::SyncError, nth, /*for_ever=*/false)) ++nth;
    CHECK(nth >= 2);
  }

  TEST_CASE("the program ends with the failure and the person presses again after the restart") {
    for (const DiskFault fault : {DiskFault::Full, DiskFault::WriteError, DiskFault::SyncError}) {
      int nth = 1;
      while (fail_nth_and_restart(fault, nth)) ++nth;
      CHECK(nth >= 2);
    }
  }

  TEST_CASE("each statement of the transaction fails in turn") {
    for (const char* table : {"envelope", "attachment", "chain"}) {
      const Hall hall;
      Outbox outbox = hall.outbox();
      submit_one(outbox);
      const std::string name = "fail_" + std::string(table);
      tamper(hall, "CREATE TRIGGER " + name + " BEFORE INSERT ON " + table +
                       " BEGIN SELECT RAISE(ABORT, 'told to'); END");
      Submission submission = sample_submission();
      submission.attachments.push_back({base::Secret("photo"), "image/jpeg"});
      CHECK(outbox.submit(submission).error() == SubmitError::Damaged);
      CHECK(*outbox.waiting_count() == 1);
      tamper(hall, "DROP TRIGGER " + name);
      CHECK(check_whole(hall) == 1);
      CHECK(outbox.submit(submission)->receipt->sequence == 2);
      CHECK(check_whole(hall) == 2);
    }
  }

  TEST_CASE("reading fails: the error is told, and nothing is lost") {
    const Hall hall;
    FaultDisk disk;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    disk.fail(DiskFault::ReadError, 1, /*for_ever=*/true);
    CHECK_FALSE(Outbox::open(hall.setup(), hall.keys()));
    disk.mend();
    CHECK(check_whole(hall) == 1);
  }

  TEST_CASE("after the disk was full it goes on without a restart, and answers could be read") {
    const Hall hall;
    FaultDisk disk;
    Outbox outbox = hall.outbox();
    const Committed first = submit_one(outbox);
    disk.fail(DiskFault::Full, 1, /*for_ever=*/true);
    for (int i = 0; i < 3; ++i) {
      CHECK(outbox.submit(sample_submission()).error() == SubmitError::DiskFull);
      CHECK((*outbox.find_receipt(*first.receipt))->qr == first.receipt_qr);
      CHECK(*outbox.waiting_count() == 1);
    }
    disk.mend();
    CHECK(submit_one(outbox).receipt->sequence == 2);
    CHECK(check_whole(hall) == 2);
  }

  TEST_CASE("another process holds the queue: after five seconds that is said, and then it works") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(hall.database().c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(outbox.submit(sample_submission()).error() == SubmitError::Busy);
    REQUIRE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(submit_one(outbox).sequence == 1);
  }
}
