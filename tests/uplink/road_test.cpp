// The whole carrier against the whole intake, over TLS: ten applications and a question.

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "kiosk/queue/inbox.h"
#include "kiosk/queue/question.h"
#include "kiosk/uplink/delivery.h"
#include "tests/intake/desk.h"
#include "tests/intake/http_hall.h"

using namespace huimin;
using namespace huimin::uplink;
using intake::testing::HttpHall;
using intake::testing::TodaysKeys;

namespace {

// A county on these keys. The machine's clock: TLS looks at it too.
struct Intake {
  explicit Intake(const TodaysKeys& keys) : loaded(*queue::load_intake_keys(keys.pki())) {
    REQUIRE(intake::load_signers(keys.pki(), signers));
    auto opened = intake::open_sqlite({keys.folder() / "intake" / "intake.db", "430522", "SX "});
    REQUIRE(opened);
    store = std::move(*opened);
    service = std::make_unique<intake::Service>(intake::ServiceParts{
        *store, county, intake::testing::shared_catalogue(), loaded, signers, clock});
  }
  base::SystemClock clock;
  intake::County county = intake::testing::sample_county();
  queue::IntakeKeys loaded;
  queue::SignerBook signers{loaded.ca};
  std::unique_ptr<intake::Store> store;
  std::unique_ptr<intake::Service> service;
};

// The uplink's own loop on a thread of its own.
class RunningUplink {
 public:
  RunningUplink(const TodaysKeys& keys, std::uint16_t port)
      : bell_(keys.state(), queue::kUplinkBell) {
    setup_.state_dir = keys.state();
    setup_.county.url = "https://127.0.0.1:" + std::to_string(port);
    setup_.county.keys_dir = keys.keys();
    thread_ = std::thread([this] { ended_ = run_uplink(setup_, clock_, bell_, stopping_); });
  }
  ~RunningUplink() { static_cast<void>(stop()); }
  // How it ended: empty when it was stopped, else the error.
  std::string stop() {
    stopping_ = true;
    bell_.ring_self();
    if (thread_.joinable()) thread_.join();
    return ended_ ? "" : ended_.error();
  }

 private:
  UplinkSetup setup_;
  base::SystemClock clock_;
  queue::Doorbell bell_;
  std::atomic<bool> stopping_ = false;
  tl::expected<void, std::string> ended_;
  std::thread thread_;
};

constexpr std::chrono::milliseconds kPatience{20'000};

}  // namespace

TEST_CASE("what a terminal queues reaches the county by itself, and answers come back") {
  const TodaysKeys keys;
  SUBCASE("from a queue that is not there yet when the uplink starts") {}
  SUBCASE("from one that is just being made") {
    queue::testing::write_text(keys.state() / queue::kQueueFile, "");
  }
  Intake county(keys);
  HttpHall hall(keys.setup(),
                [&](const intake::Request& request) { return county.service->handle(request); });
  queue::Doorbell bell(keys.state(), queue::kTerminalBell);
  RunningUplink uplink(keys, hall.port());

  const auto terminal_keys = queue::load_terminal_keys(keys.keys());
  REQUIRE(terminal_keys);
  auto outbox = queue::Outbox::open({keys.state(), {}, "status.huimin.example"}, *terminal_keys);
  REQUIRE(outbox);
  queue::Committed last;
  for (int i = 0; i < 10; ++i) {
    queue::Submission submission = queue::testing::sample_submission();
    submission.at = base::SystemClock().now();
    last = *outbox->submit(submission);
  }
  queue::ring(keys.state(), queue::kUplinkBell);
  while (*outbox->waiting_count() > 0) {
    if (!bell.wait(kPatience)) FAIL("the uplink is silent: ", uplink.stop());
  }
  const auto word = queue::find_acknowledgement(outbox->store(), terminal_keys->county.signing, 10);
  REQUIRE((word && *word));
  CHECK((*word)->case_no.ends_with("-000010"));
  CHECK((*word)->highest_receipt == last.receipt);
  CHECK(county.store->first_broken_case()->has_value() == false);

  queue::QuestionDesk desk(outbox->store(), *terminal_keys);
  const auto id = desk.ask(*last.receipt, base::SystemClock().now());
  REQUIRE(id);
  queue::ring(keys.state(), queue::kUplinkBell);
  REQUIRE(bell.wait(kPatience));
  const auto answer = desk.read(*id);
  REQUIRE((answer && *answer));
  CHECK((*answer)->status->case_no == (*word)->case_no);
  CHECK(uplink.stop() == "");
}

TEST_CASE("an uplink that waits for its terminal stops when it is told to") {
  const TodaysKeys keys;
  RunningUplink uplink(keys, 1);
  CHECK(uplink.stop() == "");
}

TEST_CASE("an uplink without the county's certificates says which file is missing") {
  const TodaysKeys keys;
  std::filesystem::remove(keys.keys() / "intake-signing.pem");
  queue::Doorbell bell(keys.state(), queue::kUplinkBell);
  const std::atomic<bool> stopping = false;
  const base::SystemClock clock;
  UplinkSetup setup;
  setup.state_dir = keys.state();
  setup.county.keys_dir = keys.keys();
  const auto ran = run_uplink(setup, clock, bell, stopping);
  REQUIRE(!ran);
  CHECK(ran.error().find("intake-signing.pem") != std::string::npos);
}
