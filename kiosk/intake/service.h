#pragma once
// What the county's intake does with a request: takes envelopes, answers questions.

#include <filesystem>
#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/domain/application.h"
#include "kiosk/intake/county.h"
#include "kiosk/intake/http.h"
#include "kiosk/intake/store.h"
#include "kiosk/intake/writer.h"
#include "kiosk/queue/envelope.h"
#include "kiosk/queue/keys.h"

namespace huimin::intake {

// Everything outlives the service.
struct ServiceParts {
  Store& store;
  const County& county;
  const catalogue::Catalogue& catalogue;
  const queue::IntakeKeys& keys;
  const queue::SignerBook& signers;
  const base::Clock& clock;
};

// Thread-safe: requests are handled on several threads at once.
class Service {
 public:
  explicit Service(const ServiceParts& parts);

  // POST /v1/envelopes, POST /v1/questions, GET /v1/health; openapi.yaml describes them.
  Response handle(const Request& request);

 private:
  Response take_envelope(const Request& request);
  Response answer_question(const Request& request);
  Response health();
  Response answer_to(const TakenEnvelope& taken) const;
  // How it stands, and what opens a case when its kind does.
  void open_seal(Incoming& incoming, queue::ByteView body) const;
  // `application` is nullptr when it could not be read.
  CaseOpening opening_of(const queue::Header& header, const domain::Application* application,
                         base::WallTime now) const;
  domain::PublicStatus public_status(const CaseRecord& record, base::WallTime now) const;

  ServiceParts parts_;
  domain::WorkCalendar calendar_;
  Writer writer_;
};

// The signers of a county: pki_dir's trust list, terminals with their withdrawals.
tl::expected<void, std::string> load_signers(const std::filesystem::path& pki_dir,
                                             queue::SignerBook& signers);

}  // namespace huimin::intake
