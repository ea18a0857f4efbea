#include "kiosk/uplink/delivery.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>

#include "kiosk/base/log.h"
#include "kiosk/queue/keys.h"

namespace huimin::uplink {

using base::LogEvent;
using nlohmann::json;

namespace {

constexpr std::chrono::milliseconds kLookWhenIdle{30'000};
constexpr std::chrono::milliseconds kLookForQueue{500};
constexpr int kLooksWhileMade = 20;

std::string envelope_json(queue::ByteView header, queue::ByteView body) {
  return json{{"header", queue::base64(header)}, {"body", queue::base64(body)}}.dump();
}

// The bytes under `key`; nothing when the reply is not what the interface says.
std::optional<queue::Bytes> bytes_in(const std::string& reply, const char* key) {
  const json parsed = json::parse(reply, nullptr, /*allow_exceptions=*/false);
  if (!parsed.is_object()) return std::nullopt;
  const auto found = parsed.find(key);
  if (found == parsed.end() || !found->is_string()) return std::nullopt;
  return queue::parse_base64(found->get_ref<const std::string&>());
}

// RFC 9457, 3.1.1: what has no type is of this one.
constexpr std::string_view kNoType = "about:blank";

queue::Refusal refusal_of(const Reply& reply) {
  queue::Refusal refusal{reply.status, std::string(kNoType), "", "county"};
  const json parsed = json::parse(reply.body, nullptr, /*allow_exceptions=*/false);
  if (!parsed.is_object()) return refusal;
  const auto text = [&](const char* key, std::string fallback) {
    const auto found = parsed.find(key);
    return found != parsed.end() && found->is_string() ? found->get<std::string>() : fallback;
  };
  refusal.type = text("type", refusal.type);
  refusal.detail = text("detail", text("title", ""));
  refusal.owner = text("owner", refusal.owner);
  return refusal;
}

constexpr std::string_view kOutOfOrder = "urn:huimin:problem:out-of-order";
constexpr int kMostPerRound = 16;

// Final is only what the county says in a problem document about the envelope itself. The rest may
// be different next time: something before it is missing, the county is busy, or somebody answered
// who is not the county (case C19: setting aside must not be easy).
bool is_final(const Reply& reply) {
  switch (reply.status) {
    case 400:
    case 403:
    case 409:
    case 413:
    case 415:
    case 422: break;
    default: return false;
  }
  const std::string type = refusal_of(reply).type;
  return type != kNoType && type != kOutOfOrder;
}

}  // namespace

int code_of(NoAnswer why) { return -1 - static_cast<int>(why); }

Delivery::Delivery(queue::Courier courier, Post post, const base::Clock& clock, std::uint64_t seed)
    : courier_(std::move(courier)), post_(std::move(post)), clock_(clock), patience_(seed) {}

Round Delivery::deliver() {
  Round round;
  if (!patience_.line_is_due(mono())) return round;
  for (int carried = 0; carried < kMostPerRound; ++carried) {
    if (!carry_questions(round)) return round;
    const auto envelope = courier_.next_to_send(patience_.not_yet(mono()));
    if (!envelope)
      base::log(LogEvent::StateDamaged, {{"store", static_cast<int>(envelope.error())}});
    if (!envelope || !*envelope) return round;
    if (!carry_envelope(**envelope, round)) return round;
  }
  round.more = true;
  return round;
}

tl::expected<Reply, NoAnswer> Delivery::post(std::string_view path, queue::ByteView header,
                                             queue::ByteView body) {
  auto reply = post_(path, envelope_json(header, body));
  if (!reply) {
    patience_.line_failed(mono());
    base::log(LogEvent::CountyLost, {{"why", static_cast<int>(reply.error())}});
  } else {
    patience_.line_works();
    if (line_lost_) base::log(LogEvent::CountyReached);
  }
  line_lost_ = !reply;
  return reply;
}

// False: the line is lost.
bool Delivery::carry_questions(Round& round) {
  const auto questions = courier_.open_questions();
  if (!questions) return true;
  std::set<std::string> asked;
  for (const queue::OutgoingQuestion& question : *questions) {
    asked.insert(question.id);
    if (!patience_.question_is_due(question.id, mono())) continue;
    const auto reply = post("/v1/questions", question.header_p7s, question.body_p7m);
    round.line_lost = !reply;
    if (!reply) return false;
    // The terminal opens and verifies it; what is no answer is asked again later.
    const auto sealed = reply->status == 200 ? bytes_in(reply->body, "answer") : std::nullopt;
    if (sealed && courier_.record_answer(question.id, *sealed)) {
      ++round.answered;
    } else {
      patience_.question_failed(question.id, mono());
    }
  }
  patience_.keep_questions(asked);
  return true;
}

bool Delivery::carry_envelope(const queue::Outgoing& envelope, Round& round) {
  const base::WallTime at = clock_.now().wall;
  const auto reply = post("/v1/envelopes", envelope.header_p7s, envelope.body_p7m);
  round.line_lost = !reply;
  const int status = reply ? settle(envelope, *reply, round) : code_of(reply.error());
  // Its row tells people how often and when; nothing else depends on it.
  static_cast<void>(courier_.record_attempt(envelope.sequence, at, status));
  return reply.has_value();
}

int Delivery::settle(const queue::Outgoing& envelope, const Reply& reply, Round& round) {
  const auto sequence = static_cast<std::int64_t>(envelope.sequence);
  int status = reply.status;
  if (reply.status == 200 || reply.status == 201) {
    const auto refused = take_acknowledgement(envelope, reply);
    if (!refused) {
      patience_.envelope_settled(envelope.sequence);
      ++round.acknowledged;
      base::log(LogEvent::EnvelopeAcknowledged, {{"sequence", sequence}});
      return status;
    }
    if (*refused != queue::RecordError::Store) status = code_of(NoAnswer::NotTrusted);
    base::log(LogEvent::EnvelopeRefused,
              {{"sequence", sequence}, {"acknowledgement", static_cast<int>(*refused)}});
  } else if (is_final(reply) && courier_.record_refusal(envelope.sequence, refusal_of(reply))) {
    patience_.envelope_settled(envelope.sequence);
    ++round.refused;
    base::log(LogEvent::EnvelopeRefused, {{"sequence", sequence}, {"status", reply.status}});
    return status;
  }
  ++round.put_off;
  patience_.envelope_failed(envelope.sequence, mono());
  return status;
}

// Nothing: the county's signed word on this very envelope is kept.
std::optional<queue::RecordError> Delivery::take_acknowledgement(const queue::Outgoing& envelope,
                                                                 const Reply& reply) {
  const auto signed_word = bytes_in(reply.body, "acknowledgement");
  if (!signed_word) return queue::RecordError::Forged;
  const auto taken = courier_.record_acknowledgement(*signed_word);
  if (!taken) return taken.error();
  // True of another envelope of ours: that one is settled, this one is not.
  if (taken->sequence != envelope.sequence) return queue::RecordError::Mismatch;
  return std::nullopt;
}

tl::expected<void, std::string> run_uplink(const UplinkSetup& setup, const base::Clock& clock,
                                           queue::Doorbell& bell,
                                           const std::atomic<bool>& stopping) {
  const auto certificates = queue::load_county_certificates(setup.county.keys_dir);
  if (!certificates) {
    return tl::unexpected(certificates.error().path + ": " +
                          std::string(queue::name_of(certificates.error().error)));
  }
  // The terminal makes the file; a carrier that starts first waits for it. One that looks while it
  // is being made finds it damaged, for a moment.
  auto courier = queue::Courier::open(setup.state_dir, *certificates);
  for (int damaged = 0; !courier && damaged < kLooksWhileMade && !stopping;) {
    bell.wait(kLookForQueue);
    courier = queue::Courier::open(setup.state_dir, *certificates);
    if (!courier && courier.error().error != queue::StoreError::Missing) ++damaged;
  }
  if (stopping) return {};
  if (!courier) {
    return tl::unexpected(courier.error().path + ": " +
                          std::string(queue::name_of(courier.error().error)));
  }
  County county(setup.county);
  Delivery delivery(
      std::move(*courier),
      [&](std::string_view path, const std::string& body) {
        return county.post(path, body, base::is_plausible(clock.now().wall));
      },
      clock, std::random_device{}());
  while (!stopping) {
    const Round round = delivery.deliver();
    if (round.acknowledged + round.refused + round.answered > 0)
      queue::ring(setup.state_dir, queue::kTerminalBell);
    if (round.more) continue;
    // A ring means that a person waits: worth a try even while the line rests.
    if (bell.wait(delivery.next_within(kLookWhenIdle))) delivery.line_may_be_back();
  }
  return {};
}

}  // namespace huimin::uplink
