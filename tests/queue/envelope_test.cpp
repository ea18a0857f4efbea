#include <doctest/doctest.h>

#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/envelope.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

struct Sent {
  Bytes header_p7s;
  Bytes body_p7m;
};

Sent send(const Header& header_without_body, const TerminalKeys& keys) {
  Sent sent;
  Header header = header_without_body;
  sent.body_p7m = seal("{}", keys.county.recipient);
  header.body_sha256 = sha256(sent.body_p7m);
  header.body_size = sent.body_p7m.size();
  sent.header_p7s = sign(to_json(header), keys.terminal);
  return sent;
}

Header feedback(const TerminalKeys& keys) {
  Header header;
  header.kind = Kind::Feedback;
  header.terminal = keys.terminal_id();
  header.created_wall = kNow;
  return header;
}

}  // namespace

TEST_SUITE("envelope") {
  TEST_CASE("a whole envelope verifies and is named by its header's hash") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    SignerBook signers(keys.county.ca);
    REQUIRE(signers.add(keys.terminal.certificate));
    const Sent sent = send(feedback(keys), keys);
    const auto verified = verify_envelope(sent.header_p7s, sent.body_p7m, signers, kNow);
    REQUIRE(verified);
    CHECK(verified->sha256 == envelope_hash(verified->header));
  }

  TEST_CASE("forged, foreign, re-signed, expired and withdrawn envelopes are told apart") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    const auto other = *load_terminal_keys(hall.folder() / "other" / "keys");
    SignerBook signers(keys.county.ca);
    REQUIRE(signers.add(keys.terminal.certificate));
    const auto error_of = [&](const Sent& sent, base::WallTime now = kNow) {
      return verify_envelope(sent.header_p7s, sent.body_p7m, signers, now).error();
    };
    const Sent good = send(feedback(keys), keys);

    Sent forged = good;
    forged.header_p7s.back() ^= 1;
    CHECK(error_of(forged) == EnvelopeError::Forged);
    CHECK(error_of(send(feedback(other), other)) == EnvelopeError::UnknownSigner);
    // Another enrolled terminal signs what names this one.
    REQUIRE(signers.add(other.terminal.certificate));
    CHECK(error_of(send(feedback(keys), other)) == EnvelopeError::ForeignTerminal);
    Sent swapped = good;
    swapped.body_p7m = seal("{}", keys.county.recipient);
    CHECK(error_of(swapped) == EnvelopeError::BodyMismatch);
    CHECK(error_of(good, kNow + std::chrono::hours{24 * 365 * 3}) ==
          EnvelopeError::SignerNotValid);
    REQUIRE(signers.add(keys.terminal.certificate, kNow));
    CHECK(error_of(good) == EnvelopeError::SignerWithdrawn);
    CHECK(verify_envelope(good.header_p7s, good.body_p7m, signers,
                          kNow - std::chrono::milliseconds{1}));
  }

  TEST_CASE("a signed text that is no header is refused, an acknowledgement too") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    SignerBook signers(keys.county.ca);
    REQUIRE(signers.add(keys.terminal.certificate));
    const Bytes body = seal("{}", keys.county.recipient);
    const auto error_of = [&](const Bytes& p7s) {
      return verify_envelope(p7s, body, signers, kNow).error();
    };
    CHECK(error_of(sign("{}", keys.terminal)) == EnvelopeError::UnsupportedSuite);
    CHECK(error_of(sign("no json", keys.terminal)) == EnvelopeError::BadHeader);
    Acknowledgement content;
    content.terminal = kTerminal;
    content.sequence = 1;
    CHECK(error_of(make_acknowledgement(content, keys.terminal)) ==
          EnvelopeError::UnsupportedSuite);
    CHECK(error_of({}) == EnvelopeError::Malformed);
  }

  TEST_CASE("only terminals' certificates of this county come into the book") {
    const Hall hall;
    const TerminalKeys keys = hall.keys();
    SignerBook signers(keys.county.ca);
    CHECK(signers.add(keys.county.signing).error() == KeyError::WrongPurpose);
    const Identity other = make_ca("other", kNow, kNow + std::chrono::hours{1});
    const Identity foreign = issue(other, {kTerminal, Purpose::Terminal, kNow,
                                           kNow + std::chrono::hours{1}, {}, {}});
    CHECK(signers.add(foreign.certificate).error() == KeyError::NotIssuedHere);
    CHECK_FALSE(signers.find(keys.terminal.certificate.id()));
  }

  TEST_CASE("the place of an envelope in its chain") {
    Header header;
    header.sequence = 5;
    header.epoch_start = 1;
    header.previous = sha256("4");
    CHECK(place_in_chain(header, ChainHead{4, sha256("4")}) == Place::Next);
    CHECK(place_in_chain(header, ChainHead{4, sha256("x")}) == Place::Fork);
    CHECK(place_in_chain(header, ChainHead{3, sha256("3")}) == Place::Later);
    CHECK(place_in_chain(header, ChainHead{5, sha256("5")}) == Place::Earlier);
    CHECK(place_in_chain(header, std::nullopt) == Place::Later);
    header.epoch_start = 5;
    CHECK(place_in_chain(header, std::nullopt) == Place::Next);
  }
}

TEST_SUITE("acknowledgement") {
  TEST_CASE("comes back as it was, and only from the intake's signing key") {
    const Hall hall;
    const IntakeKeys intake = hall.intake();
    Acknowledgement content;
    content.terminal = kTerminal;
    content.epoch = {9};
    content.sequence = 3;
    content.envelope = sha256("e");
    content.case_no = "430522-2026-000123";
    content.highest_receipt = domain::ReceiptNumber{430522, 7, 3};
    content.received_at = kNow;
    const Bytes p7s = make_acknowledgement(content, intake.signing);
    const auto again = verify_acknowledgement(p7s, intake.signing.certificate);
    REQUIRE(again);
    CHECK(*again == content);

    const TerminalKeys keys = hall.keys();
    CHECK(verify_acknowledgement(make_acknowledgement(content, keys.terminal),
                                 intake.signing.certificate).error() == AckError::WrongSigner);
    Bytes forged = p7s;
    forged.back() ^= 1;
    CHECK(verify_acknowledgement(forged, intake.signing.certificate).error() == AckError::Forged);
    CHECK(verify_acknowledgement(sign("{}", intake.signing), intake.signing.certificate).error() ==
          AckError::BadContent);
  }
}
