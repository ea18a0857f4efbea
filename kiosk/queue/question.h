#pragma once
// Questions to the county (DESIGN 5): beside the chain, sealed and signed like an envelope,
// answered to a certificate that the terminal makes for this one question and whose key lives only
// in memory.

#include <memory>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/domain/case.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/envelope.h"
#include "kiosk/queue/keys.h"
#include "kiosk/queue/store.h"

namespace huimin::queue {

// What the intake reads out of a question once it has verified and opened it.
struct Question {
  std::string id;        // random_id()
  std::string terminal;  // who asks
  domain::ReceiptNumber receipt;
  Certificate reply_to;
};

// What the county says to a question. Add at the end.
enum class AnswerState : std::uint8_t {
  Known = 1,
  NoSuchReceipt = 2,  // not here; it may still be on its way
};
struct Answer {
  AnswerState state = AnswerState::NoSuchReceipt;
  std::optional<domain::PublicStatus> status;  // with Known
};

enum class QuestionError : std::uint8_t {
  Malformed, UnknownSigner, SignerNotValid, SignerWithdrawn, Forged, BodyMismatch, ForeignTerminal,
  CannotOpen, BadContent, UnsupportedSuite,
};
std::string_view name_of(QuestionError error);

// --- the terminal
struct MadeQuestion {
  std::string id;
  Bytes header_p7s;
  Bytes body_p7m;
  Identity reply;
};
MadeQuestion make_question(const TerminalKeys& keys, const domain::ReceiptNumber& receipt,
                           base::Instant at);

// Asks and reads answers for the session that runs; one per Outbox, same thread.
class QuestionDesk {
 public:
  // Both must outlive it.
  QuestionDesk(Store& store, const TerminalKeys& keys);
  ~QuestionDesk();

  // Queues the question for the carrier; wake it afterwards. Answers the question's id.
  tl::expected<std::string, StoreError> ask(const domain::ReceiptNumber& receipt,
                                            base::Instant at);
  enum class ReadError : std::uint8_t { Store, NotAsked, Forged };
  // Nothing yet; or the answer, whose public part is now kept for looking it up offline.
  tl::expected<std::optional<Answer>, ReadError> read(const std::string& id);
  // Deletes questions, answers and reply keys, also those a crashed session left. At start and at
  // each session's end.
  tl::expected<void, StoreError> end_session();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// --- the intake
// `now` as in verify_envelope.
tl::expected<Question, QuestionError> open_question(ByteView header_p7s, ByteView body_p7m,
                                                    const SignerBook& signers,
                                                    const IntakeKeys& keys, base::WallTime now);
// Signed by the intake, sealed to the reply certificate.
Bytes make_answer(const Question& question, const Answer& answer, const Identity& intake_signing);

}  // namespace huimin::queue
