#include "kiosk/uplink/delivery.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <random>
#include <string>
#include <utility>

#include "kiosk/base/log.h"
#include "kiosk/queue/keys.h"

namespace huimin::uplink {

using base::LogEvent;
using nlohmann::json;

namespace {

constexpr std::chrono::milliseconds kLookWhenIdle{30'000};

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

// RFC 9457; a reply that is no problem document keeps its status.
queue::Refusal refusal_of(const Reply& reply) {
  queue::Refusal refusal{reply.status, "about:blank", "", "county"};
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

// Answers that may be different next time: something before it is missing, the county is busy, or
// this terminal is not admitted at the moment.
bool may_pass_later(const Reply& reply) {
  if (reply.status >= 500 || reply.status == 401 || reply.status == 408 || reply.status == 429)
    return true;
  return reply.status == 409 && refusal_of(reply).type == kOutOfOrder;
}

}  // namespace

int code_of(NoAnswer why) { return -1 - static_cast<int>(why); }

Delivery::Delivery(queue::Courier courier, Post post, std::uint64_t seed)
    : courier_(std::move(courier)), post_(std::move(post)), patience_(seed) {}

Round Delivery::deliver(base::Instant now) {
  Round round;
  if (!patience_.line_is_due(now.mono)) return round;
  if (!carry_questions(round, now)) return round;
  while (true) {
    const auto envelope = courier_.next_to_send(patience_.not_yet(now.mono));
    if (!envelope || !*envelope) return round;
    if (!carry_envelope(**envelope, round, now)) return round;
  }
}

bool Delivery::carry_questions(Round& round, base::Instant now) {
  const auto questions = courier_.open_questions();
  if (!questions) return true;
  for (const queue::OutgoingQuestion& question : *questions) {
    const auto reply =
        post_("/v1/questions", envelope_json(question.header_p7s, question.body_p7m));
    if (!reply) {
      round.line_lost = true;
      patience_.line_failed(now.mono);
      return false;
    }
    patience_.line_works();
    if (reply->status != 200) continue;
    if (const auto sealed = bytes_in(reply->body, "answer")) {
      if (courier_.record_answer(question.id, *sealed)) ++round.answered;
    }
  }
  return true;
}

bool Delivery::carry_envelope(const queue::Outgoing& envelope, Round& round, base::Instant now) {
  const auto reply = post_("/v1/envelopes", envelope_json(envelope.header_p7s, envelope.body_p7m));
  const int status = reply ? reply->status : code_of(reply.error());
  [[maybe_unused]] const auto noted = courier_.record_attempt(envelope.sequence, now.wall, status);
  if (!reply) {
    round.line_lost = true;
    patience_.line_failed(now.mono);
    base::log(LogEvent::CountyLost, {{"why", static_cast<int>(reply.error())}});
    return false;
  }
  patience_.line_works();
  settle(envelope, *reply, round, now);
  return true;
}

void Delivery::settle(const queue::Outgoing& envelope, const Reply& reply, Round& round,
                      base::Instant now) {
  const auto sequence = static_cast<std::int64_t>(envelope.sequence);
  if (reply.status == 200 || reply.status == 201) {
    const auto signed_word = bytes_in(reply.body, "acknowledgement");
    if (signed_word && courier_.record_acknowledgement(*signed_word)) {
      patience_.envelope_settled(envelope.sequence);
      ++round.acknowledged;
      base::log(LogEvent::EnvelopeAcknowledged, {{"sequence", sequence}});
      return;
    }
    // Not signed by the county: as good as no answer, and said so.
    base::log(LogEvent::EnvelopeRefused, {{"sequence", sequence}, {"forged_acknowledgement", 1}});
  } else if (!may_pass_later(reply)) {
    if (courier_.record_refusal(envelope.sequence, refusal_of(reply))) {
      patience_.envelope_settled(envelope.sequence);
      ++round.refused;
      base::log(LogEvent::EnvelopeRefused, {{"sequence", sequence}, {"status", reply.status}});
      return;
    }
  }
  ++round.put_off;
  patience_.envelope_failed(envelope.sequence, now.mono);
}

tl::expected<void, std::string> run_uplink(const UplinkSetup& setup, const base::Clock& clock,
                                           queue::Doorbell& bell,
                                           const std::atomic<bool>& stopping) {
  const auto certificates = queue::load_county_certificates(setup.county.keys_dir);
  if (!certificates) {
    return tl::unexpected(certificates.error().path + ": " +
                          std::string(queue::name_of(certificates.error().error)));
  }
  // The terminal makes the file; a carrier that starts first waits for it.
  auto courier = queue::Courier::open(setup.state_dir, *certificates);
  while (!courier && courier.error().error == queue::StoreError::Missing && !stopping) {
    bell.wait(std::chrono::milliseconds(500));
    courier = queue::Courier::open(setup.state_dir, *certificates);
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
      std::random_device{}());
  while (!stopping) {
    const Round round = delivery.deliver(clock.now());
    if (round.acknowledged + round.answered > 0) queue::ring(setup.state_dir, queue::kTerminalBell);
    // A ring means that a person waits: worth a try even while the line rests.
    if (bell.wait(delivery.next_within(clock.now(), kLookWhenIdle))) delivery.line_may_be_back();
  }
  return {};
}

}  // namespace huimin::uplink
