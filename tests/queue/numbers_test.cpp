// Receipt numbers never stand on two papers (case C03).

#include <doctest/doctest.h>

#include "kiosk/queue/verify.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

namespace fs = std::filesystem;

void copy_tree(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

bool names_numbers(Outbox& outbox) {
  for (const Finding& finding : outbox.readiness(kNow)) {
    if (finding.obstacle == Obstacle::NumbersUncertain) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("receipt numbers") {
  TEST_CASE("an older copy put back is noticed before a number is given") {
    const Hall hall;
    const auto copy = hall.folder() / "copy";
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    copy_tree(hall.state(), copy);
    std::uint32_t highest = 0;
    Epoch epoch{};
    {
      Outbox outbox = hall.outbox();
      for (int i = 0; i < 3; ++i) highest = submit_one(outbox).receipt->sequence;
      epoch = stored_header(hall, 4).epoch;
    }
    copy_tree(copy, hall.state());
    Outbox outbox = hall.outbox();
    CHECK(names_numbers(outbox));
    CHECK(outbox.submit(sample_submission()).error() == SubmitError::NumbersUncertain);
    CHECK(*outbox.waiting_count() == 1);

    // Staff have looked: a new epoch begins after the highest number ever given.
    REQUIRE(outbox.continue_numbers(0));
    CHECK_FALSE(names_numbers(outbox));
    const Committed next = submit_one(outbox);
    CHECK(next.receipt->sequence == highest + 1);
    const Header header = stored_header(hall, next.sequence);
    CHECK(header.epoch != epoch);
    CHECK(header.epoch_start == next.sequence);
    CHECK_FALSE(verify_state(hall.state())->first_flaw);
  }

  TEST_CASE("a mark that is missing or damaged stops numbers, and mending it goes on safely") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    for (const bool missing : {true, false}) {
      fs::remove(hall.mark());
      if (!missing) write_text(hall.mark(), "garbage");
      Outbox outbox = hall.outbox();
      CHECK(names_numbers(outbox));
      CHECK(outbox.submit(sample_submission()).error() == SubmitError::NumbersUncertain);
      const std::uint32_t county = missing ? 100 : 200;
      REQUIRE(outbox.continue_numbers(county));
      CHECK(submit_one(outbox).receipt->sequence == county + 1);
    }
  }

  TEST_CASE("a power cut between commit and mark is healed without a question") {
    const Hall hall;
    const std::string before = read_text(hall.mark());
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
      submit_one(outbox);
    }
    write_text(hall.mark(), before);
    Outbox outbox = hall.outbox();
    CHECK_FALSE(names_numbers(outbox));
    CHECK(submit_one(outbox).receipt->sequence == 3);
  }

  TEST_CASE("the county names a higher number than is known here: both copies are wrong then") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Committed first = submit_one(outbox);
    Courier courier = hall.courier();
    REQUIRE(courier.record_acknowledgement(acknowledge(hall, first, stored_header(hall, 1), 9)));
    CHECK(outbox.submit(sample_submission()).error() == SubmitError::NumbersUncertain);
    REQUIRE(outbox.continue_numbers(0));
    CHECK(submit_one(outbox).receipt->sequence == 10);
  }

  TEST_CASE("a new database beside an old mark does not begin at one") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(hall.database().string() + end);
    Outbox outbox = hall.outbox();
    CHECK(outbox.submit(sample_submission()).error() == SubmitError::NumbersUncertain);
    REQUIRE(outbox.continue_numbers(0));
    CHECK(submit_one(outbox).receipt->sequence == 2);
  }

  TEST_CASE("after 999,999 receipts there is no number left, and that is said") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    REQUIRE(outbox.continue_numbers(999'998));
    CHECK(submit_one(outbox).receipt->sequence == 999'999);
    CHECK(outbox.submit(sample_submission()).error() == SubmitError::NumbersUsedUp);
    Submission report = sample_submission();
    report.kind = Kind::Readiness;
    report.programme.clear();
    CHECK(outbox.submit(report));
  }

  TEST_CASE("another terminal's keys do not continue this terminal's queue") {
    const Hall hall;
    {
      Outbox outbox = hall.outbox();
      submit_one(outbox);
    }
    const auto other = load_terminal_keys(hall.folder() / "other" / "keys");
    const auto outbox = Outbox::open(hall.setup(), *other);
    REQUIRE_FALSE(outbox);
    CHECK(outbox.error().error == StoreError::Damaged);
  }
}
