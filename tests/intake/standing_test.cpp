// What is kept although something about it is odd: another key, another epoch, a wrong clock, an
// unusual name.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kiosk/domain/civil_date.h"
#include "kiosk/domain/person_name.h"
#include "tests/intake/desk.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;

namespace {

std::optional<CaseRecord> case_of(Desk& desk, const Envelope& envelope) {
  const auto found = desk.store->find_case(*envelope.header.receipt);
  REQUIRE(found);
  return *found;
}

std::string payload_with(const std::function<void(domain::Application&)>& edit) {
  domain::Application application = queue::testing::sample_application();
  edit(application);
  return queue::to_payload({application, {}}).text();
}

}  // namespace

TEST_CASE(
    "an envelope sealed to a key that is not here is kept, acknowledged without a case, and "
    "raised (C02)") {
  Desk desk;
  const queue::Identity elsewhere = desk.issue({"intake recipient 2",
                                                queue::Purpose::Recipient,
                                                kNow - std::chrono::hours{24},
                                                kNow + std::chrono::hours{24},
                                                {},
                                                {}});
  HandTerminal terminal = desk.terminal();
  terminal.keys.county.recipient = elsewhere.certificate;
  const Envelope sealed = terminal.write();
  const Response answer = desk.give(sealed);
  CHECK(answer.status == 201);
  CHECK(acknowledgement_of(desk, answer).case_no.empty());
  CHECK(!case_of(desk, sealed));
  CHECK(desk.store->attention()->set_aside == 1);
  CHECK(desk.give(sealed).body == answer.body);

  // What comes after it is not held up.
  terminal.keys.county.recipient = desk.hall.keys().county.recipient;
  CHECK(acknowledgement_of(desk, desk.give(terminal.write())).case_no == "SX 2026-000001");
  CHECK(desk.store->first_broken_case()->has_value() == false);
}

TEST_CASE("an old recipient key still opens what was sealed to it (C02)") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope old = terminal.write();
  const queue::Identity next = desk.issue({"intake recipient 2",
                                           queue::Purpose::Recipient,
                                           kNow - std::chrono::hours{24},
                                           kNow + std::chrono::hours{24},
                                           {},
                                           {}});
  desk.service.reset();
  desk.keys.recipients.insert(desk.keys.recipients.begin(), next);
  desk.restart();
  CHECK(!acknowledgement_of(desk, desk.give(old)).case_no.empty());
  terminal.keys.county.recipient = next.certificate;
  CHECK(!acknowledgement_of(desk, desk.give(terminal.write())).case_no.empty());
  CHECK(desk.store->attention()->set_aside == 0);
}

TEST_CASE("a receipt number that has a case already opens no second one and holds up nobody") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  HandTerminal copy = terminal;
  const Envelope first = terminal.write();
  const std::string case_no = acknowledgement_of(desk, desk.give(first)).case_no;

  // A copied state folder goes on in an epoch of its own, with numbers given out before.
  copy.begin_epoch(1);
  const Envelope again = copy.write();
  REQUIRE(again.header.receipt == first.header.receipt);
  const auto word = acknowledgement_of(desk, desk.give(again));
  CHECK(word.case_no.empty());
  CHECK(word.highest_receipt == first.header.receipt);
  CHECK(desk.store->attention()->set_aside == 1);
  CHECK(case_of(desk, first)->case_no == case_no);

  CHECK(!acknowledgement_of(desk, desk.give(copy.write())).case_no.empty());
  CHECK(acknowledgement_of(desk, desk.give(terminal.write())).case_no.empty());
  CHECK(desk.store->attention()->set_aside == 2);
  CHECK(desk.store->first_broken_case()->has_value() == false);
}

TEST_CASE("a new epoch may begin at any sequence, but only at its first") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  desk.give(terminal.write());
  terminal.begin_epoch(10);
  const Envelope first = terminal.write();
  const Envelope second = terminal.write();
  CHECK(json_of(desk.give(second)).at("expected_sequence") == 2);
  CHECK(desk.give(first).status == 201);
  const auto word = acknowledgement_of(desk, desk.give(second));
  CHECK(word.sequence == 3);
  CHECK(word.highest_receipt->sequence == 11);
}

TEST_CASE("a payload that this version cannot read opens a case all the same, and is raised") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  for (const char* payload : {"", "{}", "{\"schema\":2}", "\xFF\xFE not text"}) {
    const Envelope odd = terminal.write_payload(payload);
    CHECK(!acknowledgement_of(desk, desk.give(odd)).case_no.empty());
    const auto record = case_of(desk, odd);
    REQUIRE(record);
    CHECK(record->programme == "P08");
    CHECK(record->lane.empty());
    CHECK(record->division == "430522");
    CHECK(!record->latest);
  }
  CHECK(desk.store->attention()->set_aside == 4);
}

TEST_CASE("a programme that this county does not know opens a case without a limit") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope = terminal.write([](queue::Header& header) { header.programme = "P99"; });
  CHECK(desk.give(envelope).status == 201);
  CHECK(case_of(desk, envelope)->programme == "P99");
  CHECK(!case_of(desk, envelope)->latest);
}

TEST_CASE("who is responsible follows from where it happened") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const auto unit_for = [&](const char* digits) {
    const Envelope envelope = terminal.write_payload(payload_with(
        [&](domain::Application& made) { made.place.division = domain::Division::parse(digits); }));
    CHECK(desk.give(envelope).status == 201);
    return case_of(desk, envelope)->events.back().unit;
  };
  CHECK(unit_for("430522101") == "township office");
  CHECK(unit_for("430522101203") == "township office");
  CHECK(unit_for("430522999") == "county office");
  CHECK(unit_for("110101001") == "county office");
  CHECK(unit_for("") == "county office");
}

TEST_CASE("any time a terminal states is accepted, and limits run from the intake's clock (C15)") {
  Desk desk;
  desk.clock.at.wall = kNow + std::chrono::minutes{1};
  HandTerminal terminal = desk.terminal();
  const auto today = domain::to_local(desk.clock.at.wall).date;
  const auto* lane = shared_catalogue().find("P08", today)->lane("A");
  REQUIRE((lane != nullptr && lane->limit));
  const auto latest =
      shared_catalogue().calendar().add(today, lane->limit->days, lane->limit->unit);

  struct Stated {
    base::WallTime at;
    bool off;
  };
  const Stated all[] = {
      {kNow + std::chrono::seconds{2}, false},
      {kNow - std::chrono::hours{24 * 10}, false},  // the line was down for ten days
      {kNow - std::chrono::hours{24 * 11}, false},  // and backwards inside the chain
      {kNow + std::chrono::minutes{10}, true},
      {kNow + std::chrono::hours{24 * 365 * 40}, true},
      {base::WallTime{}, true},
      {base::WallTime{base::milliseconds{-1}}, true},
  };
  std::uint64_t off = 0;
  for (const Stated& stated : all) {
    const Envelope envelope =
        terminal.write([&](queue::Header& header) { header.created_wall = stated.at; });
    CHECK(desk.give(envelope).status == 201);
    const auto record = case_of(desk, envelope);
    REQUIRE(record);
    CHECK(record->latest == latest);
    CHECK(record->received_at == desk.clock.at.wall);
    CHECK(record->events.front().at == (stated.off ? desk.clock.at.wall : stated.at));
    CHECK(record->case_no.starts_with("SX 2026-"));
    off += stated.off ? 1 : 0;
    CHECK(desk.store->attention()->clock_off == off);
  }
  CHECK(desk.store->attention()->set_aside == 0);
}

TEST_CASE("a name that the terminal takes is never refused (C16)") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  for (const char* name : {"王", "阿卜杜热合曼·买买提·吐尔逊托合提", "𠮷", "阿依\xC2\xB7古丽",
                           "阿依\xE2\x80\xA2古丽", "阿依\xE3\x83\xBB古丽", "阿依\xE2\x80\xA7古丽",
                           "阿依\xEF\xBC\x8E古丽", "Ann-Marie O'Neil"}) {
    REQUIRE(!domain::check_name(name));
    const Envelope envelope = terminal.write_payload(
        payload_with([&](domain::Application& made) { made.applicant.name = base::Secret(name); }));
    CHECK(!acknowledgement_of(desk, desk.give(envelope)).case_no.empty());
    CHECK(case_of(desk, envelope)->lane == "A");
  }
  CHECK(desk.store->attention()->set_aside == 0);
}
