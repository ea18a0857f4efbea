// The terminal's side of questions, for the session that runs.

#include <map>

#include "kiosk/queue/answer.h"
#include "kiosk/queue/rows.h"

namespace huimin::queue {

struct QuestionDesk::State {
  Store& store;
  const TerminalKeys& keys;
  // The only place of the reply keys: who takes the database cannot open an answer.
  std::map<std::string, Identity> replies;
};

QuestionDesk::QuestionDesk(Store& store, const TerminalKeys& keys)
    : state_(new State{store, keys, {}}) {}
QuestionDesk::~QuestionDesk() = default;

tl::expected<std::string, StoreError> QuestionDesk::ask(const domain::ReceiptNumber& receipt,
                                                        base::Instant at) {
  const MadeQuestion made = make_question(state_->keys, receipt, at);
  const Hash digest = question_digest(made.id, made.header_p7s, made.body_p7m);
  const auto done = state_->store.in_transaction([&] {
    return state_->store
        .prepare("INSERT INTO question (name, header, body, digest) VALUES (?, ?, ?, ?)")
        .bind(1, made.id).bind(2, ByteView(made.header_p7s)).bind(3, ByteView(made.body_p7m))
        .bind(4, ByteView(digest)).run();
  });
  if (!done) return tl::unexpected(done.error());
  state_->replies.emplace(made.id, made.reply);
  return made.id;
}

tl::expected<std::optional<Answer>, QuestionDesk::ReadError> QuestionDesk::read(
    const std::string& id) {
  const auto reply = state_->replies.find(id);
  if (reply == state_->replies.end()) return tl::unexpected(ReadError::NotAsked);
  Bytes sealed;
  {
    auto rows = state_->store.prepare("SELECT sealed FROM answer WHERE question = ?");
    const auto found = rows.bind(1, id).step();
    if (!found) return tl::unexpected(ReadError::Store);
    if (!*found) return std::optional<Answer>{};
    sealed = rows.blob(0);
  }
  const auto opened = unseal(sealed, std::span(&reply->second, 1));
  if (!opened) return tl::unexpected(ReadError::Forged);
  const ByteView signed_answer = view_of(opened->text());
  const auto content = verify_answer(signed_answer, state_->keys.county.signing);
  if (!content || content->question != id) return tl::unexpected(ReadError::Forged);
  if (content->answer.state == AnswerState::Known) {
    const std::uint64_t receipt = domain::as_integer(content->receipt);
    const Hash digest = known_status_digest(receipt, signed_answer);
    const auto kept = state_->store.in_transaction([&] {
      return state_->store
          .prepare("INSERT OR REPLACE INTO known_status (receipt, signed, digest) "
                   "VALUES (?, ?, ?)")
          .bind(1, static_cast<std::int64_t>(receipt)).bind(2, signed_answer)
          .bind(3, ByteView(digest)).run();
    });
    if (!kept) return tl::unexpected(ReadError::Store);
  }
  return std::optional(content->answer);
}

tl::expected<void, StoreError> QuestionDesk::end_session() {
  state_->replies.clear();
  return state_->store.in_transaction([&]() -> tl::expected<void, StoreError> {
    if (auto gone = state_->store.prepare("DELETE FROM question").run(); !gone) return gone;
    return state_->store.prepare("DELETE FROM answer").run();
  });
}

}  // namespace huimin::queue
