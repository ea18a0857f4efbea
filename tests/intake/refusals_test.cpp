// What is refused, and with which words: each row of the table in kiosk/intake/README.md.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kiosk/queue/question.h"
#include "tests/intake/desk.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;

namespace {

// Refused with `problem` and `status`; the chain is where it was: the true first envelope goes in.
void check_refused(Desk& desk, const Response& response, int status, const std::string& problem) {
  CHECK(response.status == status);
  CHECK(problem_of(response) == problem);
  HandTerminal honest = desk.terminal();
  CHECK(desk.give(honest.write()).status == 201);
  CHECK(desk.store->attention()->set_aside == 0);
}

queue::CertificatePlan plan_of(const std::string& name, queue::Purpose purpose) {
  return {name, purpose, kNow - std::chrono::hours{24}, kNow + std::chrono::hours{24 * 365},
          {},   {}};
}

// A terminal whose envelopes are signed by `signer` instead.
HandTerminal signed_by(const Desk& desk, const queue::Identity& signer) {
  queue::TerminalKeys keys = desk.hall.keys();
  keys.terminal = signer;
  return HandTerminal(keys);
}

Envelope with_name(HandTerminal& terminal, const std::string& name) {
  return terminal.write([&](queue::Header& header) { header.terminal = name; });
}

}  // namespace

TEST_CASE("every flipped byte of the signed header is noticed") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope good = terminal.write();
  for (std::size_t at = 0; at < good.header_p7s.size(); at += 7) {
    Envelope bad = good;
    bad.header_p7s[at] ^= 0x01U;
    const Response response = desk.give(bad);
    INFO("byte ", at);
    CHECK(response.status >= 400);
    CHECK(response.status < 500);
    CHECK(!problem_of(response).empty());
  }
  CHECK(desk.store->attention()->set_aside == 0);
  CHECK(desk.give(good).status == 201);
}

TEST_CASE("every flipped byte of the sealed body is noticed") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope good = terminal.write();
  for (std::size_t at = 0; at < good.body_p7m.size(); at += 101) {
    Envelope bad = good;
    bad.body_p7m[at] ^= 0x80U;
    const Response response = desk.give(bad);
    CHECK(response.status == 422);
    CHECK(problem_of(response) == "body-mismatch");
  }
  CHECK(desk.give(good).status == 201);
}

TEST_CASE("a header whose content was exchanged is forged") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  Envelope bad = terminal.write();
  // The programme's name stands in the signed content as it is.
  const std::string text(queue::text_of(bad.header_p7s));
  bad.header_p7s[text.find("P08")] = 'Q';
  check_refused(desk, desk.give(bad), 422, "forged");
}

TEST_CASE("bytes behind the header are refused") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  Envelope bad = terminal.write();
  bad.header_p7s.push_back(0);
  check_refused(desk, desk.give(bad), 400, "malformed");
}

TEST_CASE("a terminal that the county does not know is refused") {
  Desk desk;
  const queue::Identity unknown = desk.issue(plan_of("430522-009", queue::Purpose::Terminal));
  HandTerminal terminal = signed_by(desk, unknown);
  const Envelope envelope = with_name(terminal, "430522-009");
  check_refused(desk, desk.handle(envelope_request(envelope, "430522-009")), 403, "unknown-signer");
}

TEST_CASE("a terminal of another county's CA is refused and never gets into the book") {
  Desk desk;
  const queue::Identity other_ca =
      queue::make_ca("elsewhere", kNow - std::chrono::hours{24}, kNow + std::chrono::hours{24});
  const queue::Identity stranger =
      queue::issue(other_ca, plan_of(kTerminal, queue::Purpose::Terminal));
  CHECK(desk.signers.add(stranger.certificate).error() == queue::KeyError::NotIssuedHere);
  HandTerminal terminal = signed_by(desk, stranger);
  check_refused(desk, desk.give(with_name(terminal, kTerminal)), 403, "unknown-signer");
}

TEST_CASE("an envelope re-signed by another terminal of the county is foreign") {
  Desk desk;
  const auto other = queue::load_terminal_keys(desk.hall.folder() / "other" / "keys");
  REQUIRE(other);
  HandTerminal thief = signed_by(desk, other->terminal);
  const Envelope stolen = with_name(thief, kTerminal);
  SUBCASE("over the thief's own line") {
    check_refused(desk, desk.handle(envelope_request(stolen, "430522-008")), 403, "foreign");
  }
  SUBCASE("over the line of the terminal that it names") {
    check_refused(desk, desk.give(stolen), 403, "foreign");
  }
}

TEST_CASE("a true envelope over another terminal's line is foreign") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  check_refused(desk, desk.handle(envelope_request(terminal.write(), "430522-008")), 403,
                "foreign");
}

TEST_CASE("a receipt number of another terminal is foreign") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope =
      terminal.write([](queue::Header& header) { header.receipt->terminal = 8; });
  check_refused(desk, desk.give(envelope), 403, "foreign");
}

TEST_CASE("a withdrawn terminal is refused from the moment of its withdrawal on") {
  Desk desk;
  const auto own = desk.hall.keys().terminal.certificate;
  HandTerminal terminal = desk.terminal();
  CHECK(desk.give(terminal.write()).status == 201);
  REQUIRE(desk.signers.add(own, kNow + std::chrono::hours{1}));
  CHECK(desk.give(terminal.write()).status == 201);
  desk.clock.at.wall += std::chrono::hours{1};
  const Response response = desk.give(terminal.write());
  CHECK(response.status == 403);
  CHECK(problem_of(response) == "signer-withdrawn");
}

TEST_CASE("a terminal's certificate is good between its dates only") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope = terminal.write();
  SUBCASE("after them") { desk.clock.at.wall += std::chrono::hours{24 * 365 * 3}; }
  SUBCASE("before them") { desk.clock.at.wall -= std::chrono::hours{24 * 30}; }
  const Response response = desk.give(envelope);
  CHECK(response.status == 403);
  CHECK(problem_of(response) == "signer-not-valid");
}

TEST_CASE("a certificate of another purpose signs nothing") {
  Desk desk;
  for (const auto purpose : {queue::Purpose::TerminalTls, queue::Purpose::IntakeSigning}) {
    const queue::Identity wrong = desk.issue(plan_of(kTerminal, purpose));
    CHECK(desk.signers.add(wrong.certificate).error() == queue::KeyError::WrongPurpose);
    HandTerminal terminal = signed_by(desk, wrong);
    CHECK(problem_of(desk.give(with_name(terminal, kTerminal))) == "unknown-signer");
  }
}

TEST_CASE("a newer format or suite is kept by the terminal until the county is renewed") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  Envelope envelope = terminal.write();
  std::string text = queue::to_json(envelope.header);
  SUBCASE("format") { text.replace(text.find("\"format\":1"), 10, "\"format\":2"); }
  SUBCASE("suite") { text.replace(text.find("p256-sha256"), 4, "sm2x"); }
  envelope.header_p7s = queue::sign(text, terminal.keys.terminal);
  check_refused(desk, desk.give(envelope), 415, "unsupported-suite");
}

TEST_CASE("a header that is not canonical is refused") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  Envelope envelope = terminal.write();
  const std::string text = queue::to_json(envelope.header);
  std::string changed;
  SUBCASE("a blank") { changed = "{ " + text.substr(1); }
  SUBCASE("a field more") { changed = "{\"a\":1," + text.substr(1); }
  SUBCASE("a key twice") { changed = "{\"terminal\":\"430522-008\"," + text.substr(1); }
  SUBCASE("no object") { changed = "[]"; }
  SUBCASE("nothing") { changed = ""; }
  envelope.header_p7s = queue::sign(changed, terminal.keys.terminal);
  const Response response = desk.give(envelope);
  CHECK(response.status >= 400);
  CHECK(response.status < 500);
  const std::string problem = problem_of(response);
  CHECK((problem == "bad-header" || problem == "malformed"));
}

TEST_CASE("a question in place of an envelope, and the reverse, is refused") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const auto question = queue::make_question(terminal.keys, {430522, 7, 1}, desk.clock.at);
  const std::string body = body_of(question.header_p7s, question.body_p7m);
  const Response as_envelope = desk.handle({"POST", "/v1/envelopes", body, kTerminal});
  CHECK(as_envelope.status == 400);
  CHECK(problem_of(as_envelope) == "bad-header");
  Request as_question = envelope_request(terminal.write());
  as_question.path = "/v1/questions";
  CHECK(problem_of(desk.handle(as_question)) == "malformed");
}

TEST_CASE("bodies that are not two strings of base64 are malformed") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope good = terminal.write();
  const std::string header = queue::base64(good.header_p7s);
  const std::string body = queue::base64(good.body_p7m);
  const std::string whole = body_of(good.header_p7s, good.body_p7m);
  const std::string bodies[] = {
      "",
      "null",
      "[]",
      "{}",
      "\"text\"",
      "{\"header\":\"" + header + "\"}",
      "{\"body\":\"" + body + "\"}",
      "{\"header\":\"" + header + "\",\"body\":7}",
      "{\"header\":[],\"body\":\"" + body + "\"}",
      "{\"header\":\"" + header + "\",\"header\":\"" + header + "\",\"body\":\"" + body + "\"}",
      "{\"header\":\"" + header + "\",\"body\":\"" + body + "\",\"more\":{}}",
      "{\"header\":\"" + header + "\",\"body\":\"" + body.substr(1) + "\"}",
      "{\"header\":\" " + header + "\",\"body\":\"" + body + "\"}",
      "{\"header\":\"\",\"body\":\"\"}",
      whole + "x",
      whole.substr(0, whole.size() - 1),
      "{\"header\":\"\xFF\",\"body\":\"" + body + "\"}",
      std::string(1U << 20, '['),
      "{\"header\":\"" + std::string(3U << 20, 'A') + "\",\"body\":\"AAAA\"}",
  };
  for (const std::string& each : bodies) {
    for (const char* path : {"/v1/envelopes", "/v1/questions"}) {
      const Response response = desk.handle({"POST", path, each, kTerminal});
      INFO(each.substr(0, 60));
      CHECK(response.status == 400);
      CHECK(problem_of(response) == "malformed");
    }
  }
  CHECK(desk.handle({"POST", "/v1/envelopes", whole, kTerminal}).status == 201);
}

TEST_CASE("an intake whose own clock is wrong asks everybody to come later") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope = terminal.write();
  const base::WallTime right = desk.clock.at.wall;
  SUBCASE("1970") { desk.clock.at.wall = {}; }
  SUBCASE("2066") { desk.clock.at.wall += std::chrono::hours{24 * 365 * 40}; }
  const Response response = desk.give(envelope);
  CHECK(response.status == 503);
  CHECK(problem_of(response) == "clock");
  desk.clock.at.wall = right;
  CHECK(desk.give(envelope).status == 201);
}
