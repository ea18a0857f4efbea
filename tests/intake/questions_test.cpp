#include <doctest/doctest.h>

#include <array>
#include <nlohmann/json.hpp>

#include "kiosk/domain/civil_date.h"
#include "kiosk/queue/question.h"
#include "kiosk/queue/seal.h"
#include "tests/intake/desk.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;

namespace {

Request request_of(const queue::MadeQuestion& question, const std::string& terminal = kTerminal) {
  return {"POST", "/v1/questions", body_of(question.header_p7s, question.body_p7m), terminal};
}

queue::Bytes sealed_answer(const Response& response) {
  REQUIRE(response.status == 200);
  const auto bytes = queue::parse_base64(json_of(response).at("answer").get<std::string>());
  REQUIRE(bytes);
  return *bytes;
}

// Asks as a terminal does, through its queue, and reads the answer there.
queue::Answer ask(Desk& desk, const domain::ReceiptNumber& receipt) {
  queue::Outbox outbox = desk.hall.outbox();
  const queue::TerminalKeys keys = desk.hall.keys();
  queue::QuestionDesk questions(outbox.store(), keys);
  const auto id = questions.ask(receipt, desk.clock.at);
  REQUIRE(id);
  queue::Courier courier = desk.hall.courier();
  const auto open = courier.open_questions();
  REQUIRE((open && open->size() == 1));
  const Response response =
      desk.handle({"POST", "/v1/questions",
                   body_of(open->front().header_p7s, open->front().body_p7m), kTerminal});
  REQUIRE(courier.record_answer(*id, sealed_answer(response)));
  const auto answer = questions.read(*id);
  REQUIRE((answer && *answer));
  REQUIRE(questions.end_session());
  return **answer;
}

}  // namespace

TEST_CASE("a known receipt is answered with stage, dates, unit and remedy") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope = terminal.write();
  desk.give(envelope);
  desk.clock.at.wall += std::chrono::hours{48};

  const queue::Answer answer = ask(desk, *envelope.header.receipt);
  REQUIRE(answer.state == queue::AnswerState::Known);
  const domain::PublicStatus& status = *answer.status;
  CHECK(status.case_no == "SX 2026-000001");
  CHECK(status.programme == "P08");
  CHECK(status.stage == domain::Stage::Completeness);
  REQUIRE(status.events.size() == 2);
  CHECK(status.events[0].stage == domain::Stage::Submitted);
  CHECK(status.events[1].unit == "township office");
  CHECK(status.now_phone == "0739-0000118");
  CHECK(status.supervision_phone == "0739-0000119");
  CHECK(status.limit_days > 0);
  CHECK(status.used_days == 2);
  CHECK(status.latest.has_value());
  CHECK(status.as_of == desk.clock.at.wall);
}

TEST_CASE("a receipt that is not here is answered as such") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  desk.give(terminal.write());
  CHECK(ask(desk, {430522, 7, 2}).state == queue::AnswerState::NoSuchReceipt);
  CHECK(ask(desk, {430522, 8, 1}).state == queue::AnswerState::NoSuchReceipt);
  CHECK(ask(desk, {110101, 1, 1}).state == queue::AnswerState::NoSuchReceipt);
}

TEST_CASE("an answer opens with the reply key only, and says nothing to whoever carries it") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope = terminal.write();
  desk.give(envelope);
  const auto question =
      queue::make_question(terminal.keys, *envelope.header.receipt, desk.clock.at);
  const Response response = desk.handle(request_of(question));
  const queue::Bytes sealed = sealed_answer(response);
  CHECK(queue::text_of(sealed).find("SX 2026") == std::string_view::npos);
  CHECK(!queue::unseal(sealed, desk.keys.recipients));
  const auto another = queue::make_question(terminal.keys, {430522, 7, 1}, desk.clock.at);
  CHECK(!queue::unseal(sealed, std::span(&another.reply, 1)));
  const auto opened = queue::unseal(sealed, std::span(&question.reply, 1));
  REQUIRE(opened);
  CHECK(opened->text().find("SX 2026-000001") != std::string::npos);
}

TEST_CASE("who is not this terminal of this county is told nothing") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const auto other = queue::load_terminal_keys(desk.hall.folder() / "other" / "keys");
  REQUIRE(other);
  Response response;
  SUBCASE("another terminal's line") {
    const auto question = queue::make_question(terminal.keys, {430522, 7, 1}, desk.clock.at);
    response = desk.handle(request_of(question, "430522-008"));
  }
  SUBCASE("another terminal's name") {
    queue::TerminalKeys thief = terminal.keys;
    thief.terminal = other->terminal;
    const auto question = queue::make_question(thief, {430522, 7, 1}, desk.clock.at);
    response = desk.handle(request_of(question));
  }
  SUBCASE("a terminal nobody knows") {
    queue::TerminalKeys stranger = terminal.keys;
    stranger.terminal = desk.issue({kTerminal,
                                    queue::Purpose::Terminal,
                                    kNow - std::chrono::hours{24},
                                    kNow + std::chrono::hours{24},
                                    {},
                                    {}});
    response =
        desk.handle(request_of(queue::make_question(stranger, {430522, 7, 1}, desk.clock.at)));
  }
  SUBCASE("a withdrawn terminal") {
    REQUIRE(desk.signers.add(terminal.keys.terminal.certificate, kNow));
    response =
        desk.handle(request_of(queue::make_question(terminal.keys, {430522, 7, 1}, desk.clock.at)));
  }
  CHECK(response.status == 403);
  CHECK(problem_of(response) == "foreign");
}

TEST_CASE("a question sealed to another intake, or altered, is refused") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  SUBCASE("another intake") {
    terminal.keys.county.recipient = desk.issue({"other",
                                                 queue::Purpose::Recipient,
                                                 kNow - std::chrono::hours{24},
                                                 kNow + std::chrono::hours{24},
                                                 {},
                                                 {}})
                                         .certificate;
    const auto question = queue::make_question(terminal.keys, {430522, 7, 1}, desk.clock.at);
    CHECK(problem_of(desk.handle(request_of(question))) == "cannot-open");
  }
  SUBCASE("its body") {
    auto question = queue::make_question(terminal.keys, {430522, 7, 1}, desk.clock.at);
    question.body_p7m.back() ^= 1U;
    CHECK(problem_of(desk.handle(request_of(question))) == "forged");
  }
  SUBCASE("its header") {
    auto question = queue::make_question(terminal.keys, {430522, 7, 1}, desk.clock.at);
    question.header_p7s.back() ^= 1U;
    CHECK(desk.handle(request_of(question)).status / 100 == 4);
  }
}

TEST_CASE("a terminal with a wrong clock gets its answer all the same (C14)") {
  Desk desk;
  HandTerminal terminal = desk.terminal();
  const Envelope envelope = terminal.write();
  desk.give(envelope);
  for (const auto wall : {base::WallTime{}, kNow + std::chrono::hours{24 * 365 * 73}}) {
    const auto question =
        queue::make_question(terminal.keys, *envelope.header.receipt, {wall, desk.clock.at.mono});
    const Response response = desk.handle(request_of(question));
    CHECK(queue::unseal(sealed_answer(response), std::span(&question.reply, 1)).has_value());
  }
}
