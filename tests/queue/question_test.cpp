#include <doctest/doctest.h>

#include "kiosk/queue/inbox.h"
#include "kiosk/queue/question.h"
#include "kiosk/queue/verify.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

constexpr domain::ReceiptNumber kReceipt{430522, 7, 1};

domain::PublicStatus status_at(base::WallTime as_of) {
  domain::PublicStatus status;
  status.case_no = "430522-2026-000123";
  status.programme = "P08";
  status.stage = domain::Stage::Accepted;
  status.now_unit = "酿溪镇社会事务办";
  status.as_of = as_of;
  return status;
}

tl::expected<Question, QuestionError> open_at_intake(const Hall& hall,
                                                     const OutgoingQuestion& asked) {
  const IntakeKeys intake = hall.intake();
  SignerBook signers(intake.ca);
  REQUIRE(signers.add(hall.keys().terminal.certificate));
  return open_question(asked.header_p7s, asked.body_p7m, signers, intake, kNow);
}

// The county answers everything that is open.
void answer_all(const Hall& hall, Courier& courier, const Answer& answer) {
  const auto questions = courier.open_questions();
  REQUIRE(questions);
  for (const OutgoingQuestion& asked : *questions) {
    const auto question = open_at_intake(hall, asked);
    REQUIRE(question);
    CHECK(question->receipt == kReceipt);
    CHECK(question->terminal == kTerminal);
    REQUIRE(courier.record_answer(asked.id,
                                  make_answer(*question, answer, hall.intake().signing)));
  }
}

}  // namespace

TEST_SUITE("question") {
  TEST_CASE("a question goes out sealed, the answer comes back and its public part stays") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const TerminalKeys keys = hall.keys();
    Courier courier = hall.courier();
    QuestionDesk desk(outbox.store(), keys);
    const auto id = desk.ask(kReceipt, instant());
    REQUIRE(id);
    CHECK_FALSE(*desk.read(*id));
    answer_all(hall, courier, {AnswerState::Known, status_at(kNow)});
    CHECK(courier.open_questions()->empty());
    const auto answer = desk.read(*id);
    REQUIRE((answer && *answer));
    CHECK((*answer)->state == AnswerState::Known);
    CHECK((*answer)->status->now_unit == "酿溪镇社会事务办");
    CHECK_FALSE(verify_state(hall.state())->first_flaw);

    REQUIRE(desk.end_session());
    CHECK(desk.read(*id).error() == QuestionDesk::ReadError::NotAsked);
    const auto known = find_known_status(outbox.store(), keys.county.signing, kReceipt);
    REQUIRE((known && *known));
    CHECK((*known)->as_of == kNow);
    CHECK_FALSE(verify_state(hall.state())->first_flaw);
  }

  TEST_CASE("a receipt the county does not know leaves nothing behind") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const TerminalKeys keys = hall.keys();
    Courier courier = hall.courier();
    QuestionDesk desk(outbox.store(), keys);
    const auto id = desk.ask(kReceipt, instant());
    answer_all(hall, courier, {AnswerState::NoSuchReceipt, {}});
    CHECK((*desk.read(*id))->state == AnswerState::NoSuchReceipt);
    const auto known = find_known_status(outbox.store(), keys.county.signing, kReceipt);
    REQUIRE(known);
    CHECK_FALSE(*known);
  }

  TEST_CASE("after the session no row is left, and a late answer finds nobody") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const TerminalKeys keys = hall.keys();
    Courier courier = hall.courier();
    QuestionDesk desk(outbox.store(), keys);
    const auto id = desk.ask(kReceipt, instant());
    const auto asked = courier.open_questions();
    const auto question = open_at_intake(hall, asked->front());
    REQUIRE(question);
    REQUIRE(desk.end_session());
    CHECK(courier.record_answer(
        *id, make_answer(*question, {AnswerState::Known, status_at(kNow)},
                         hall.intake().signing)));
    auto rows = outbox.store().prepare(
        "SELECT (SELECT count(*) FROM question) + (SELECT count(*) FROM answer)");
    REQUIRE(*rows.step());
    CHECK(rows.integer(0) == 0);
  }

  TEST_CASE("the carrier cannot read question or answer, nor answer in the county's name") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const TerminalKeys keys = hall.keys();
    Courier courier = hall.courier();
    QuestionDesk desk(outbox.store(), keys);
    const auto id = desk.ask(kReceipt, instant());
    const OutgoingQuestion asked = courier.open_questions()->front();
    const std::string bytes = std::string(text_of(asked.header_p7s)) +
                              std::string(text_of(asked.body_p7m));
    CHECK(bytes.find("43052200700000") == std::string::npos);
    const auto question = open_at_intake(hall, asked);
    const Bytes answer = make_answer(*question, {AnswerState::Known, status_at(kNow)},
                                     hall.intake().signing);
    CHECK(text_of(answer).find("430522-2026") == std::string_view::npos);
    // Signed with a key that is not the county's.
    const Bytes forged = make_answer(*question, {AnswerState::Known, status_at(kNow)},
                                     keys.terminal);
    REQUIRE(courier.record_answer(*id, forged));
    CHECK(desk.read(*id).error() == QuestionDesk::ReadError::Forged);
  }

  TEST_CASE("an answer to another question is not taken") {
    const Hall hall;
    Outbox outbox = hall.outbox();
    const TerminalKeys keys = hall.keys();
    Courier courier = hall.courier();
    QuestionDesk desk(outbox.store(), keys);
    const auto first = desk.ask(kReceipt, instant());
    const auto second = desk.ask(kReceipt, instant());
    const auto asked = courier.open_questions();
    REQUIRE(asked->size() == 2);
    auto question = open_at_intake(hall, (*asked)[0]);
    question->reply_to = open_at_intake(hall, (*asked)[1])->reply_to;
    REQUIRE(courier.record_answer(
        *second, make_answer(*question, {AnswerState::NoSuchReceipt, {}},
                             hall.intake().signing)));
    CHECK(desk.read(*second).error() == QuestionDesk::ReadError::Forged);
    CHECK_FALSE(*desk.read(*first));
  }

  TEST_CASE("an envelope is no question, a question no envelope, a changed one nothing") {
    const Hall hall;
    const IntakeKeys intake = hall.intake();
    const TerminalKeys keys = hall.keys();
    SignerBook signers(intake.ca);
    REQUIRE(signers.add(keys.terminal.certificate));
    const MadeQuestion made = make_question(keys, kReceipt, instant());
    CHECK(verify_envelope(made.header_p7s, made.body_p7m, signers, kNow).error() ==
          EnvelopeError::BadHeader);
    CHECK(open_question(made.header_p7s, seal("{}", keys.county.recipient), signers, intake, kNow)
              .error() == QuestionError::BodyMismatch);
    Bytes forged = made.header_p7s;
    forged.back() ^= 1;
    CHECK(open_question(forged, made.body_p7m, signers, intake, kNow).error() ==
          QuestionError::Forged);
    Outbox outbox = hall.outbox();
    submit_one(outbox);
    const auto envelope = hall.courier().next_to_send({});
    CHECK(open_question((*envelope)->header_p7s, (*envelope)->body_p7m, signers, intake, kNow)
              .error() == QuestionError::BadContent);
    CHECK(open_question(made.header_p7s, made.body_p7m, SignerBook(intake.ca), intake, kNow)
              .error() == QuestionError::UnknownSigner);
  }
}
