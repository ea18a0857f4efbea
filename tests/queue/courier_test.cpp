#include <doctest/doctest.h>

#include "kiosk/queue/inbox.h"
#include "kiosk/queue/seal.h"
#include "kiosk/queue/verify.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

Refusal refusal() {
  return {422, "urn:huimin:problem:bad-form", std::string(2'000, 'd'), "county"};
}

// All that would be sent now, each once.
std::vector<std::uint64_t> sendable(Courier& courier) {
  std::vector<std::uint64_t> out;
  for (auto next = courier.next_to_send(out); next && *next; next = courier.next_to_send(out)) {
    out.push_back((*next)->sequence);
  }
  return out;
}

}  // namespace

TEST_SUITE("courier") {
  TEST_CASE("what is sent is what was committed, oldest first") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Committed first = submit_one(outbox);
    submit_one(outbox);
    Courier courier = hall.courier();
    const auto next = courier.next_to_send({});
    REQUIRE((next && *next));
    CHECK((*next)->sequence == 1);
    CHECK((*next)->sha256 == first.sha256);
    CHECK(sendable(courier) == std::vector<std::uint64_t>{1, 2});
  }

  TEST_CASE("an acknowledgement settles an envelope, is kept and found by receipt") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Committed first = submit_one(outbox);
    Courier courier = hall.courier();
    const Bytes p7s = acknowledge(hall, first, stored_header(hall, 1));
    REQUIRE(courier.record_acknowledgement(p7s));
    REQUIRE(courier.record_acknowledgement(p7s));
    CHECK(sendable(courier).empty());
    CHECK(*outbox.waiting_count() == 0);
    const auto record = outbox.find_receipt(*first.receipt);
    REQUIRE((record && *record));
    CHECK((*record)->case_no == "430522-2026-000123");
    CHECK((*record)->acknowledged_at == kNow + std::chrono::minutes{5});
    CHECK(verify_state(hall.state())->acknowledged == 1);
    CHECK_FALSE(verify_state(hall.state())->first_flaw);
  }

  TEST_CASE("forged, foreign and mistaken acknowledgements settle nothing") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Committed first = submit_one(outbox);
    const Committed second = submit_one(outbox);
    const Header header = stored_header(hall, 1);
    Courier courier = hall.courier();
    Bytes forged = acknowledge(hall, first, header);
    forged.back() ^= 1;
    CHECK(courier.record_acknowledgement(forged).error() == RecordError::Forged);
    Committed mixed = first;
    mixed.sha256 = second.sha256;
    CHECK(courier.record_acknowledgement(acknowledge(hall, mixed, header)).error() ==
          RecordError::Mismatch);
    Header other_epoch = header;
    other_epoch.epoch[0] ^= 1;
    CHECK(courier.record_acknowledgement(acknowledge(hall, first, other_epoch)).error() ==
          RecordError::NotOurs);
    Committed unknown = first;
    unknown.sequence = 99;
    CHECK(courier.record_acknowledgement(acknowledge(hall, unknown, header)).error() ==
          RecordError::NotOurs);
    CHECK(*outbox.waiting_count() == 2);
  }

  TEST_CASE("one envelope that fails does not hold up the others, and what refers to it waits") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    for (int i = 1; i <= 10; ++i) {
      Submission submission = sample_submission();
      if (i == 7) submission.waits_for = 3;
      REQUIRE(outbox.submit(submission));
    }
    Courier courier = hall.courier();
    REQUIRE(courier.record_refusal(3, refusal()));
    REQUIRE(courier.record_attempt(5, kNow, 503));
    CHECK(sendable(courier) == std::vector<std::uint64_t>{1, 2, 4, 5, 6, 8, 9, 10});
    // Number 5 waits by the caller's clock.
    const auto after = courier.next_to_send({1, 2, 4, 5});
    CHECK((*after)->sequence == 6);

    const auto entries = list_entries(courier.store(), 1, 100);
    REQUIRE(entries);
    CHECK((*entries)[2].delivery == Delivery::Refused);
    CHECK((*entries)[2].refusal->status == 422);
    CHECK((*entries)[2].refusal->owner == "county");
    CHECK((*entries)[2].refusal->detail.size() == 500);
    CHECK((*entries)[4].attempts == 1);
    CHECK((*entries)[4].last_status == 503);
    CHECK((*entries)[4].last_attempt == kNow);
    CHECK((*entries)[6].delivery == Delivery::Held);
    CHECK((*entries)[6].waits_for == 3U);
    CHECK(*outbox.waiting_count() == 10);

    // Mended at the county: 3 goes out again, and once it is acknowledged so does 7.
    REQUIRE(courier.put_back(3));
    CHECK((*courier.next_to_send({1, 2}))->sequence == 3);
    const auto header = stored_header(hall, 3);
    REQUIRE(courier.record_acknowledgement(
        acknowledge(hall, {3, header.receipt, "", envelope_hash(header), {}}, header)));
    CHECK(sendable(courier) == std::vector<std::uint64_t>{1, 2, 4, 5, 6, 7, 8, 9, 10});
    CHECK_FALSE(verify_state(hall.state())->first_flaw);
  }

  TEST_CASE("nobody sets aside what the county has") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const Committed first = submit_one(outbox);
    Courier courier = hall.courier();
    REQUIRE(courier.record_acknowledgement(acknowledge(hall, first, stored_header(hall, 1))));
    CHECK(courier.record_refusal(1, refusal()).error() == RecordError::Settled);
    CHECK(courier.put_back(1).error() == RecordError::Settled);
    CHECK(courier.record_refusal(2, refusal()).error() == RecordError::NotOurs);
  }

  TEST_CASE("attachments are read piece by piece as they were sealed") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    Submission submission = sample_submission();
    submission.attachments.push_back({base::Secret(std::string(10'000, 'p')), "image/jpeg"});
    REQUIRE(outbox.submit(submission));
    Courier courier = hall.courier();
    const auto next = courier.next_to_send({});
    REQUIRE((*next)->attachments.size() == 1);
    const AttachmentEntry entry = (*next)->attachments.front();
    Bytes sealed;
    for (;;) {
      const auto part = courier.read_attachment(entry.sha256, sealed.size(), 3'000);
      REQUIRE(part);
      if (part->empty()) break;
      sealed.insert(sealed.end(), part->begin(), part->end());
    }
    CHECK(sealed.size() == entry.size);
    CHECK(sha256(sealed) == entry.sha256);
    CHECK(unseal(sealed, hall.intake().recipients)->text() == std::string(10'000, 'p'));
    CHECK(courier.read_attachment(sha256("x"), 0, 10).error() == StoreError::Missing);
  }

  TEST_CASE("a carrier without a queue says which file is missing and makes none") {
    const Hall hall;
    const auto courier = Courier::open(hall.state(), hall.keys().county);
    REQUIRE_FALSE(courier);
    CHECK(courier.error().error == StoreError::Missing);
    CHECK(courier.error().path == hall.database().string());
    CHECK_FALSE(std::filesystem::exists(hall.database()));
  }
}
