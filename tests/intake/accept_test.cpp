#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kiosk/domain/civil_date.h"
#include "tests/intake/desk.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;

TEST_CASE("a stored envelope is acknowledged in a signed word that names it and its case") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope = terminal.write();
  const Response response = desk.give(envelope);
  CHECK(response.status == 201);
  const auto word = acknowledgement_of(desk, response);
  CHECK(word.terminal == kTerminal);
  CHECK(word.epoch == envelope.header.epoch);
  CHECK(word.sequence == 1);
  CHECK(word.envelope == queue::envelope_hash(envelope.header));
  CHECK(word.case_no == "SX 2026-000001");
  CHECK(word.highest_receipt == envelope.header.receipt);
  CHECK(word.received_at == kNow);
}

TEST_CASE("a repeat gets the first answer, byte for byte, also after a restart") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope first = terminal.write();
  const Response answer = desk.give(first);
  desk.give(terminal.write());
  desk.clock.at.wall += std::chrono::hours{1};

  SUBCASE("of the same bytes") {}
  SUBCASE("of the same bytes, after a restart") { desk.restart(); }
  const Response again = desk.give(first);
  CHECK(again.status == 200);
  CHECK(again.body == answer.body);
}

TEST_CASE("the same content under another signature is a repeat, not a fork") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope first = terminal.write();
  const Response answer = desk.give(first);
  const Envelope signed_again = terminal.sign_again(first);
  REQUIRE(signed_again.header_p7s != first.header_p7s);
  const Response again = desk.give(signed_again);
  CHECK(again.status == 200);
  CHECK(again.body == answer.body);
  CHECK(desk.store->attention()->set_aside == 0);
}

TEST_CASE("an envelope that comes too early is asked to wait, and nothing of it is kept") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope first = terminal.write();
  const Envelope second = terminal.write();
  const Envelope third = terminal.write();

  const Response early = desk.give(second);
  CHECK(problem_of(early) == "out-of-order");
  CHECK(early.status == 409);
  CHECK(json_of(early).at("expected_sequence") == 1);
  CHECK(desk.give(first).status == 201);
  CHECK(json_of(desk.give(third)).at("expected_sequence") == 2);
  CHECK(desk.store->find_case(*third.header.receipt)->has_value() == false);
  CHECK(desk.store->attention()->set_aside == 0);
  CHECK(desk.give(second).status == 201);
  CHECK(desk.give(third).status == 201);
}

TEST_CASE("a second envelope for the same place is set aside, and the first one stands") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  HandTerminal copy = terminal;
  const Envelope first = terminal.write();
  const Response answer = desk.give(first);
  const Envelope other =
      copy.write([&](queue::Header& header) { header.created_wall += std::chrono::hours{1}; });
  REQUIRE(other.header.epoch == first.header.epoch);

  const Response refused = desk.give(other);
  CHECK(refused.status == 409);
  CHECK(problem_of(refused) == "fork");
  CHECK(desk.store->attention()->set_aside == 1);
  CHECK(desk.give(other).status == 409);
  CHECK(desk.store->attention()->set_aside == 1);
  CHECK(desk.give(first).body == answer.body);

  SUBCASE("and so is what follows it") {
    CHECK(problem_of(desk.give(copy.write())) == "fork");
    CHECK(desk.store->attention()->set_aside == 2);
    CHECK(desk.give(terminal.write()).status == 201);
  }
}

TEST_CASE("of a terminal that forks for ever a hundred envelopes are kept") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const HandTerminal copy = terminal;
  desk.give(terminal.write());
  for (int i = 1; i <= 103; ++i) {
    HandTerminal other = copy;
    const Envelope forked = other.write(
        [&](queue::Header& header) { header.created_wall += std::chrono::milliseconds{i}; });
    CHECK(problem_of(desk.give(forked)) == "fork");
  }
  CHECK(desk.store->attention()->set_aside == 100);
}

TEST_CASE("two terminals have chains of their own") {
  Desk desk;
  HandTerminal first = desk.terminal();
  auto other_keys = queue::load_terminal_keys(desk.hall.folder() / "other" / "keys");
  REQUIRE(other_keys);
  HandTerminal second(*other_keys);
  CHECK(desk.give(first.write()).status == 201);
  const Response response = desk.handle(envelope_request(second.write(), "430522-008"));
  CHECK(response.status == 201);
  const auto word = acknowledgement_of(desk, response);
  CHECK(word.case_no == "SX 2026-000002");
  CHECK(word.highest_receipt->terminal == 8);
}

TEST_CASE("kinds that open no case are acknowledged without a case number") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  CHECK(desk.give(terminal.write()).status == 201);
  const Envelope readiness = terminal.write([](queue::Header& header) {
    header.kind = queue::Kind::Readiness;
    header.receipt.reset();
    header.programme.clear();
  });
  const auto word = acknowledgement_of(desk, desk.give(readiness));
  CHECK(word.case_no.empty());
  // The highest number is of the terminal, not of the envelope.
  CHECK(word.highest_receipt == domain::ReceiptNumber{430522, 7, 1});
  CHECK(desk.store->attention()->set_aside == 0);
}

TEST_CASE("case numbers begin anew with the year, by the intake's clock") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  desk.give(terminal.write());
  // 2027-01-01 00:30 in China is still 2026 in Greenwich.
  desk.clock.at.wall =
      domain::to_wall(domain::parse_iso_date("2027-01-01")) + std::chrono::minutes{30};
  CHECK(acknowledgement_of(desk, desk.give(terminal.write())).case_no == "SX 2027-000001");
  CHECK(desk.store->first_broken_case()->has_value() == false);
}

TEST_CASE("whoever asks for another place or by another method is told so") {
  Desk desk;
  for (const Request& request :
       {Request{"GET", "/v1/envelopes", "", kTerminal},
        Request{"POST", "/v1/health", "", kTerminal}, Request{"POST", "/", "", kTerminal},
        Request{"POST", "/v2/envelopes", "", kTerminal}}) {
    const Response response = desk.handle(request);
    CHECK(response.status == 404);
    CHECK(problem_of(response) == "no-such-place");
  }
}

TEST_CASE("health counts what waits for a person") {
  Desk desk;
  const auto before = json_of(desk.handle({"GET", "/v1/health", "", kTerminal}));
  CHECK(before == nlohmann::json{{"status", "ok"}, {"set_aside", 0}, {"clock_off", 0}});
  HandTerminal terminal = desk.terminal();
  HandTerminal copy = terminal;
  desk.give(terminal.write([](queue::Header& header) { header.clock_certain = false; }));
  desk.give(copy.write());
  const auto after = json_of(desk.handle({"GET", "/v1/health", "", kTerminal}));
  CHECK(after == nlohmann::json{{"status", "ok"}, {"set_aside", 1}, {"clock_off", 1}});
}
