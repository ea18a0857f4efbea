#pragma once
// A county's intake at work in a folder of its own, and terminals that make envelopes by hand,
// wrong ones too.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "kiosk/intake/service.h"
#include "kiosk/intake/store_sqlite.h"
#include "tests/queue/hall.h"

namespace huimin::intake::testing {

using queue::testing::kNow;
using queue::testing::kTerminal;

class FakeClock final : public base::Clock {
 public:
  base::Instant now() const override { return at; }
  base::Instant at = queue::testing::instant();
};

struct Envelope {
  queue::Header header;
  queue::Bytes header_p7s, body_p7m;
};

// Writes a chain of envelopes with a terminal's keys, as its outbox would.
class HandTerminal {
 public:
  explicit HandTerminal(queue::TerminalKeys keys);

  // The next application; `edit` may make it a wrong one. What it writes becomes the chain's head.
  Envelope write(const std::function<void(queue::Header&)>& edit = {});
  // The same with another payload than the sample application.
  Envelope write_payload(std::string_view payload);
  // Somebody begins a new epoch at the next sequence, giving out numbers from `next_receipt` on.
  void begin_epoch(std::uint32_t next_receipt);
  // The content of `envelope` under a signature of its own.
  Envelope sign_again(const Envelope& envelope) const;

  queue::TerminalKeys keys;

 private:
  queue::Header last_;
  std::uint32_t next_receipt_ = 1;
  bool new_epoch_ = true;
};

// The bytes of a POST.
std::string body_of(queue::ByteView header_p7s, queue::ByteView body_p7m);
Request envelope_request(const Envelope& envelope, const std::string& terminal = kTerminal);

const catalogue::Catalogue& shared_catalogue();
County sample_county();

class Desk {
 public:
  Desk();
  ~Desk();

  Response give(const Envelope& envelope) { return handle(envelope_request(envelope)); }
  Response handle(const Request& request) { return service->handle(request); }
  // Stops the service and starts another on the same file.
  void restart();
  std::filesystem::path database() const { return hall.folder() / "intake" / "intake.db"; }
  SqliteSetup store_setup() const { return {database(), "430522", "SX "}; }
  HandTerminal terminal() const { return HandTerminal(hall.keys()); }
  // A certificate of this county's CA, or of `ca`.
  queue::Identity issue(queue::CertificatePlan plan) const;
  // edit_database between a stop and a start.
  void tamper(const std::string& sql);

  queue::testing::Hall hall;
  FakeClock clock;
  County county = sample_county();
  queue::IntakeKeys keys;
  queue::SignerBook signers;
  std::unique_ptr<Store> store;
  std::unique_ptr<Service> service;
};

// Runs SQL on a file that nobody has open, as somebody with a database tool would.
void edit_database(const std::filesystem::path& file, const std::string& sql);

// The last part of a problem's type; checks that the whole document is as RFC 9457 and openapi.yaml
// say. Empty when the response is none.
std::string problem_of(const Response& response);
nlohmann::json json_of(const Response& response);
// The acknowledgement in a response, verified.
queue::Acknowledgement acknowledgement_of(const Desk& desk, const Response& response);

}  // namespace huimin::intake::testing
