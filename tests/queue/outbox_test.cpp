#include <doctest/doctest.h>

#include "kiosk/queue/envelope.h"
#include "kiosk/queue/receipt_token.h"
#include "kiosk/queue/trust.h"
#include "kiosk/queue/verify.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

TEST_SUITE("outbox") {
  TEST_CASE("a submission is there after closing, with its number, its code and its hash") {
    const Hall hall;
    Committed committed;
    {
      Outbox outbox = hall.outbox();
      committed = submit_one(outbox);
    }
    CHECK(committed.sequence == 1);
    CHECK(domain::print(*committed.receipt).substr(0, 17) == "430522-007-000001");
    Outbox outbox = hall.outbox();
    const auto record = outbox.find_receipt(*committed.receipt);
    REQUIRE((record && *record));
    CHECK((*record)->qr == committed.receipt_qr);
    CHECK((*record)->sha256 == committed.sha256);
    CHECK((*record)->programme == "P08");
    CHECK((*record)->at == kNow);
    CHECK_FALSE((*record)->case_no);
  }

  TEST_CASE("numbers go up by one and the chain links each envelope to the one before") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Committed first = submit_one(outbox);
    const Committed second = submit_one(outbox);
    CHECK(second.sequence == 2);
    CHECK(second.receipt->sequence == 2);
    CHECK(stored_header(hall, 1).previous == Hash{});
    CHECK(stored_header(hall, 2).previous == first.sha256);
    CHECK(stored_header(hall, 2).epoch == stored_header(hall, 1).epoch);
  }

  TEST_CASE("submitting the same id again answers the same and adds nothing") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Submission submission = sample_submission();
    const auto first = outbox.submit(submission);
    submit_one(outbox);
    const auto again = outbox.submit(submission);
    REQUIRE((first && again));
    CHECK(again->sequence == first->sequence);
    CHECK(again->receipt == first->receipt);
    CHECK(again->receipt_qr == first->receipt_qr);
    CHECK(again->sha256 == first->sha256);
    CHECK(again->at == first->at);
    CHECK(*outbox.waiting_count() == 2);
  }

  TEST_CASE("the receipt's code is true and names the envelope") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Committed committed = submit_one(outbox);
    const auto trust = TrustList::load(hall.pki());
    REQUIRE(trust);
    const ReceiptCheck check = trust->check(committed.receipt_qr);
    CHECK(check.verdict == Verdict::True);
    REQUIRE(check.claims);
    CHECK(check.claims->number == *committed.receipt);
    CHECK(std::equal(check.claims->envelope.begin(), check.claims->envelope.end(),
                     committed.sha256.begin()));
  }

  TEST_CASE("nothing personal is in the database, its journal or its index in clear") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    submit_one(outbox);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(hall.folder())) {
      if (!entry.is_regular_file()) continue;
      const std::string content = read_text(entry.path());
      INFO(entry.path().string());
      CHECK(content.find(kName) == std::string::npos);
      CHECK(content.find(kIdNumber) == std::string::npos);
      CHECK(content.find("13800000000") == std::string::npos);
    }
  }

  TEST_CASE("a clock that cannot be right is marked, and the receipt then names no time") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    Submission submission = sample_submission();
    submission.at = instant(base::WallTime{});
    const auto committed = outbox.submit(submission);
    REQUIRE(committed);
    CHECK_FALSE(stored_header(hall, 1).clock_certain);
    const auto check = TrustList::load(hall.pki())->check(committed->receipt_qr);
    REQUIRE(check.claims);
    CHECK(check.claims->at.time_since_epoch().count() == 0);
  }

  TEST_CASE("a submission without a resident's act gets no receipt number") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    Submission report = sample_submission();
    report.kind = Kind::Readiness;
    report.programme.clear();
    const auto committed = outbox.submit(report);
    REQUIRE(committed);
    CHECK_FALSE(committed->receipt);
    CHECK(committed->receipt_qr.empty());
    CHECK(submit_one(outbox).receipt->sequence == 1);
    CHECK_FALSE(verify_state(hall.state())->first_flaw);
  }

  TEST_CASE("too large a payload or attachment is refused before anything is written") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    Submission large = sample_submission();
    large.payload = base::Secret(std::string(kPayloadMost + 1, 'x'));
    CHECK(outbox.submit(large).error() == SubmitError::TooLarge);
    Submission photo = sample_submission();
    photo.attachments.push_back({base::Secret(std::string(kAttachmentMost + 1, 'x')), "image/png"});
    CHECK(outbox.submit(photo).error() == SubmitError::TooLarge);
    CHECK(*outbox.waiting_count() == 0);
  }

  TEST_CASE("a certificate that is over stops a submit, unless the clock is what is wrong") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    Submission late = sample_submission();
    late.at = instant(kNow + std::chrono::hours{24 * 365 * 3});
    CHECK(outbox.submit(late).error() == SubmitError::NoKey);
    CHECK(outbox.readiness(late.at.wall).front().obstacle == Obstacle::KeyUnusable);
    late.at = instant(base::WallTime{std::chrono::sys_days{std::chrono::year{2099} / 1 / 1}});
    CHECK(outbox.submit(late));
  }

  TEST_CASE("each print is counted, also one that never finished") {
    const Hall hall;
    Committed committed;
    {
      Outbox outbox = hall.outbox();
      committed = submit_one(outbox);
      CHECK(*outbox.begin_print(*committed.receipt, instant()) == 1);
      // The power goes here.
    }
    Outbox outbox = hall.outbox();
    const auto second = outbox.begin_print(*committed.receipt, instant());
    CHECK(*second == 2);
    CHECK(outbox.finish_print(*committed.receipt, *second, PrintOutcome::Printed));
    CHECK((*outbox.find_receipt(*committed.receipt))->prints == 2);
  }

  TEST_CASE("an unknown receipt is not found, and that is no error") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const auto record = outbox.find_receipt({430522, 7, 99});
    REQUIRE(record);
    CHECK_FALSE(*record);
  }
}
