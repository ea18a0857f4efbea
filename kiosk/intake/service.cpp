#include "kiosk/intake/service.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

#include "kiosk/base/log.h"
#include "kiosk/domain/civil_date.h"
#include "kiosk/intake/problem.h"
#include "kiosk/intake/sealed.h"
#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/payload.h"
#include "kiosk/queue/question.h"
#include "kiosk/queue/trust.h"

namespace huimin::intake {

using base::LogEvent;
using nlohmann::json;

namespace {

Response malformed() {
  return respond(
      {400, "malformed", "The request is not a header and a body in base64", "terminal"});
}

Response refusal(queue::EnvelopeError error) {
  using queue::EnvelopeError;
  switch (error) {
    case EnvelopeError::Malformed:
      return respond({400, "malformed", "The envelope is not one strict CMS blob", "terminal"});
    case EnvelopeError::BadHeader:
      return respond({400, "bad-header", "The header is not as the format says", "terminal"});
    case EnvelopeError::UnsupportedSuite:
      return respond({415, "unsupported-suite", "The format is newer than this intake", "county"});
    case EnvelopeError::UnknownSigner:
      return respond({403, "unknown-signer", "No terminal of this county signed it", "county"});
    case EnvelopeError::SignerNotValid:
      return respond({403, "signer-not-valid", "The terminal's certificate has run out", "county"});
    case EnvelopeError::SignerWithdrawn:
      return respond({403, "signer-withdrawn", "The terminal was withdrawn", "county"});
    case EnvelopeError::Forged:
      return respond({422, "forged", "The signature does not fit", "county"});
    case EnvelopeError::ForeignTerminal:
      return respond(
          {403, "foreign", "The envelope names another terminal than its signer", "county"});
    case EnvelopeError::BodyMismatch:
      return respond({422, "body-mismatch", "The body is not the one that was signed", "terminal"});
  }
  return malformed();
}

Response refusal(queue::QuestionError error) {
  using queue::QuestionError;
  switch (error) {
    case QuestionError::Malformed:
    case QuestionError::BadContent: return malformed();
    case QuestionError::UnsupportedSuite:
      return respond({415, "unsupported-suite", "The format is newer than this intake", "county"});
    case QuestionError::CannotOpen:
      return respond({422, "cannot-open", "The question is sealed to another intake", "terminal"});
    case QuestionError::Forged:
    case QuestionError::BodyMismatch:
      return respond({422, "forged", "The signature does not fit", "county"});
    case QuestionError::UnknownSigner:
    case QuestionError::SignerNotValid:
    case QuestionError::SignerWithdrawn:
    case QuestionError::ForeignTerminal:
      return respond({403, "foreign", "No terminal of this county may ask this", "county"});
  }
  return malformed();
}

// The store did not answer; nothing was lost, the terminal sends it again.
Response busy(StoreFault fault) {
  if (fault == StoreFault::Damaged)
    base::log(LogEvent::StateDamaged, {{"fault", static_cast<int>(fault)}});
  return respond({503, "busy", "The county's store does not answer now", "county"});
}

// With a wrong clock every certificate would seem over, and every case would get the wrong dates.
Response clock_wrong() {
  base::log(LogEvent::ClockImplausible);
  return respond({503, "clock", "The county's own clock is wrong", "county"});
}

// A terminal far ahead of us has a wrong clock; one behind us may have waited for the line.
constexpr std::chrono::minutes kAheadMost{5};

bool is_off(const queue::Header& header, base::WallTime now) {
  return !header.clock_certain || !base::is_plausible(header.created_wall) ||
         header.created_wall > now + kAheadMost;
}

// Every receipt number begins with the terminal that gave it out.
bool is_own_receipt(const queue::Header& header) {
  if (!header.receipt) return true;
  return domain::print(*header.receipt).starts_with(header.terminal + "-");
}

}  // namespace

Service::Service(const ServiceParts& parts)
    : parts_(parts),
      calendar_(parts.catalogue.calendar()),
      writer_(parts.store, [&keys = parts.keys](const Incoming& each, const std::string& case_no,
                                                std::optional<domain::ReceiptNumber> highest) {
        return queue::make_acknowledgement(
            {each.header.terminal, each.header.epoch, each.header.sequence, each.sha256, case_no,
             highest, each.received_at},
            keys.signing);
      }) {}

Response Service::handle(const Request& request) {
  const bool post = request.method == "POST";
  Response response;
  if (post && request.path == "/v1/envelopes") {
    response = take_envelope(request);
  } else if (post && request.path == "/v1/questions") {
    response = answer_question(request);
  } else if (request.method == "GET" && request.path == "/v1/health") {
    response = health();
  } else {
    response = respond({404, "no-such-place", "There is nothing at this address", "terminal"});
  }
  base::log(response.status < 400 ? LogEvent::RequestServed : LogEvent::RequestRefused,
            {{"status", response.status}});
  return response;
}

Response Service::take_envelope(const Request& request) {
  auto sealed = parse_sealed(request.body);
  if (!sealed) return malformed();
  const base::WallTime now = parts_.clock.now().wall;
  if (!base::is_plausible(now)) return clock_wrong();
  const auto verified =
      queue::verify_envelope(sealed->header_p7s, sealed->body_p7m, parts_.signers, now);
  if (!verified) return refusal(verified.error());
  // The line's certificate and the signer are two keys of one terminal.
  if (verified->header.terminal != request.terminal || !is_own_receipt(verified->header))
    return refusal(queue::EnvelopeError::ForeignTerminal);

  Incoming incoming;
  incoming.header = verified->header;
  incoming.sha256 = verified->sha256;
  incoming.received_at = now;
  incoming.clock_off = is_off(incoming.header, now);
  open_seal(incoming, sealed->body_p7m);
  incoming.header_p7s = std::move(sealed->header_p7s);
  incoming.body_p7m = std::move(sealed->body_p7m);

  const auto taken = writer_.take(std::move(incoming));
  if (!taken) return busy(taken.error());
  return answer_to(*taken);
}

Response Service::answer_to(const TakenEnvelope& taken) const {
  switch (taken.taken) {
    case Taken::Stored:
    case Taken::Repeat:
      return {taken.taken == Taken::Stored ? 201 : 200, "application/json",
              json{{"acknowledgement", queue::base64(taken.acknowledgement)}}.dump()};
    case Taken::OutOfOrder:
      return respond({409,
                      "out-of-order",
                      "An envelope before this one has not come yet",
                      "terminal",
                      {{"expected_sequence", static_cast<std::int64_t>(taken.expected)}}});
    case Taken::Fork:
      return respond(
          {409, "fork", "Another envelope stands at this place; this one is set aside", "county"});
  }
  return busy(StoreFault::Damaged);
}

void Service::open_seal(Incoming& incoming, queue::ByteView body) const {
  const auto payload = queue::unseal(body, parts_.keys.recipients);
  if (!payload) {
    incoming.standing = Standing::CannotOpen;
    return;
  }
  if (incoming.header.kind != queue::Kind::Application) return;
  const auto read = queue::parse_payload(payload->text());
  if (!read) incoming.standing = Standing::Unreadable;
  incoming.opening =
      opening_of(incoming.header, read ? &read->application : nullptr, incoming.received_at);
}

CaseOpening Service::opening_of(const queue::Header& header, const domain::Application* application,
                                base::WallTime now) const {
  // What a terminal accepted is never refused for its form: an application that cannot be read
  // opens a case all the same, at the terminal's own place, and people look at it.
  CaseOpening opening;
  opening.programme = header.programme;
  opening.division = header.terminal.substr(0, 6);
  if (application != nullptr) {
    opening.lane = application->lane;
    if (application->place.division) opening.division = application->place.division->digits();
  }
  opening.stage = domain::Stage::Completeness;
  const auto place = domain::Division::parse(opening.division);
  const Office& office =
      parts_.county.office_for(place ? *place : *domain::Division::parse(parts_.county.code));
  opening.unit = office.unit;
  opening.official = office.official;
  const domain::CivilDate today = domain::to_local(now).date;
  const auto* programme = parts_.catalogue.find(opening.programme, today);
  const auto* lane = programme != nullptr ? programme->lane(opening.lane) : nullptr;
  if (lane != nullptr && lane->limit)
    opening.latest = calendar_.add(today, lane->limit->days, lane->limit->unit);
  return opening;
}

Response Service::answer_question(const Request& request) {
  const auto sealed = parse_sealed(request.body);
  if (!sealed) return malformed();
  const base::WallTime now = parts_.clock.now().wall;
  if (!base::is_plausible(now)) return clock_wrong();
  const auto question =
      queue::open_question(sealed->header_p7s, sealed->body_p7m, parts_.signers, parts_.keys, now);
  if (!question) return refusal(question.error());
  if (question->terminal != request.terminal) return refusal(queue::QuestionError::ForeignTerminal);
  const auto record = parts_.store.find_case(question->receipt);
  if (!record) return busy(record.error());
  queue::Answer answer;
  if (*record) answer = {queue::AnswerState::Known, public_status(**record, now)};
  return {
      200, "application/json",
      json{{"answer", queue::base64(queue::make_answer(*question, answer, parts_.keys.signing))}}
          .dump()};
}

domain::PublicStatus Service::public_status(const CaseRecord& record, base::WallTime now) const {
  domain::PublicStatus status;
  status.case_no = record.case_no;
  status.programme = record.programme;
  status.stage = record.stage;
  for (const CaseEvent& each : record.events)
    status.events.push_back({each.stage, each.at, each.unit, each.official});
  const auto place = domain::Division::parse(record.division);
  const Office& office =
      parts_.county.office_for(place ? *place : *domain::Division::parse(parts_.county.code));
  status.now_unit = office.unit;
  status.now_official = office.official;
  status.now_phone = office.phone;
  status.supervision_phone = office.supervision_phone;
  status.latest = record.latest;
  status.as_of = now;
  const domain::CivilDate received = domain::to_local(record.received_at).date;
  const auto* programme = parts_.catalogue.find(record.programme, received);
  const auto* lane = programme != nullptr ? programme->lane(record.lane) : nullptr;
  if (lane != nullptr && lane->limit) {
    status.limit_days = lane->limit->days;
    status.limit_unit = lane->limit->unit;
    status.used_days = calendar_.count(received, domain::to_local(now).date, lane->limit->unit);
  }
  return status;
}

Response Service::health() {
  const auto attention = parts_.store.attention();
  if (!attention) return busy(attention.error());
  return {200, "application/json",
          json{{"status", "ok"},
               {"set_aside", attention->set_aside},
               {"clock_off", attention->clock_off}}
              .dump()};
}

tl::expected<void, std::string> load_signers(const std::filesystem::path& pki_dir,
                                             queue::SignerBook& signers) {
  const auto trust = queue::TrustList::load(pki_dir);
  if (!trust) {
    return tl::unexpected((pki_dir / "trust.p7s").string() + ": " +
                          std::string(queue::name_of(trust.error())));
  }
  for (const queue::TrustedTerminal& each : trust->terminals()) {
    if (const auto added = signers.add(each.certificate, each.withdrawn_at); !added) {
      return tl::unexpected(each.certificate.common_name() + ": " +
                            std::string(queue::name_of(added.error())));
    }
  }
  return {};
}

}  // namespace huimin::intake
