#include "kiosk/queue/courier.h"

#include <algorithm>

#include "kiosk/queue/envelope.h"
#include "kiosk/queue/rows.h"

namespace huimin::queue {
namespace {

constexpr std::size_t kDetailMost = 500;

// Sequence numbers and delivery states of what is not acknowledged, oldest first, from a sequence
// on. Held ones (they refer to an envelope without acknowledgement) are left out.
constexpr const char* kSendable =
    "SELECT e.sequence, ifnull(d.state, 1) FROM envelope e "
    "LEFT JOIN delivery d ON d.sequence = e.sequence "
    "WHERE e.sequence >= ? AND ifnull(d.state, 1) <> 2 AND (e.waits_for IS NULL OR EXISTS "
    "(SELECT 1 FROM acknowledgement a WHERE a.sequence = e.waits_for)) ORDER BY e.sequence";
constexpr const char* kFirstUnsettled =
    "SELECT min(e.sequence) FROM envelope e LEFT JOIN delivery d ON d.sequence = e.sequence "
    "WHERE e.sequence >= ? AND ifnull(d.state, 1) <> 2";

std::int64_t stored(std::uint64_t number) { return static_cast<std::int64_t>(number); }

}  // namespace

struct Courier::State {
  Store store;
  Certificate signing;
  // Everything before it is acknowledged: the queue of years is not walked each time.
  std::uint64_t first_unsettled = 1;

  // It is here, and nobody has acknowledged it: it may be set aside or put back.
  tl::expected<void, RecordError> check_open(std::uint64_t sequence);
  tl::expected<void, StoreError> set_delivery(std::uint64_t sequence, Delivery delivery);
  tl::expected<void, StoreError> keep(const Acknowledgement& content, ByteView p7s);
  tl::expected<void, StoreError> skip_settled();
};

std::string_view name_of(RecordError error) {
  switch (error) {
    case RecordError::Store: return "the queue cannot be written";
    case RecordError::NotOurs: return "no such envelope here";
    case RecordError::Forged: return "not signed by the county";
    case RecordError::Mismatch: return "about another envelope";
    case RecordError::Settled: return "already acknowledged";
  }
  return "";
}

Courier::Courier(std::unique_ptr<State> state) : state_(std::move(state)) {}
Courier::Courier(Courier&&) noexcept = default;
Courier& Courier::operator=(Courier&&) noexcept = default;
Courier::~Courier() = default;

tl::expected<Courier, OpenError> Courier::open(const std::filesystem::path& state_dir,
                                               const CountyCertificates& county) {
  auto store = Store::open(state_dir, StoreUse::Join);
  if (!store) return tl::unexpected(store.error());
  return Courier(
      std::unique_ptr<State>(new State{std::move(*store), county.signing, 1}));
}

tl::expected<void, RecordError> Courier::State::check_open(std::uint64_t sequence) {
  auto row = store.prepare(
      "SELECT ifnull(d.state, 1) FROM envelope e LEFT JOIN delivery d ON d.sequence = e.sequence "
      "WHERE e.sequence = ?");
  const auto found = row.bind(1, stored(sequence)).step();
  if (!found) return tl::unexpected(RecordError::Store);
  if (!*found) return tl::unexpected(RecordError::NotOurs);
  const bool settled = static_cast<Delivery>(row.integer(0)) == Delivery::Acknowledged;
  if (settled) return tl::unexpected(RecordError::Settled);
  return {};
}

tl::expected<void, StoreError> Courier::State::set_delivery(std::uint64_t sequence,
                                                            Delivery delivery) {
  return store
      .prepare("INSERT INTO delivery (sequence, state, attempts, last_status) "
               "VALUES (?1, ?2, 0, 0) ON CONFLICT (sequence) DO UPDATE SET state = ?2")
      .bind(1, stored(sequence)).bind(2, static_cast<std::int64_t>(delivery)).run();
}

tl::expected<void, StoreError> Courier::State::skip_settled() {
  auto row = store.prepare(kFirstUnsettled);
  const auto found = row.bind(1, stored(first_unsettled)).step();
  if (!found) return tl::unexpected(found.error());
  if (!row.is_null(0)) first_unsettled = static_cast<std::uint64_t>(row.integer(0));
  return {};
}

tl::expected<std::optional<Outgoing>, StoreError> Courier::next_to_send(
    const std::vector<std::uint64_t>& not_yet) {
  if (auto skipped = state_->skip_settled(); !skipped) return tl::unexpected(skipped.error());
  std::uint64_t next = 0;
  {
    auto rows = state_->store.prepare(kSendable);
    rows.bind(1, stored(state_->first_unsettled));
    for (auto row = rows.step(); next == 0; row = rows.step()) {
      if (!row) return tl::unexpected(row.error());
      if (!*row) return std::optional<Outgoing>{};
      const auto sequence = static_cast<std::uint64_t>(rows.integer(0));
      const bool waits = static_cast<Delivery>(rows.integer(1)) == Delivery::Waiting;
      if (waits && std::ranges::find(not_yet, sequence) == not_yet.end()) next = sequence;
    }
  }
  return read_outgoing(next);
}

tl::expected<std::optional<Outgoing>, StoreError> Courier::read_outgoing(std::uint64_t sequence) {
  auto row = state_->store.prepare(
      "SELECT e.sha256, e.header, e.body, ifnull(d.attempts, 0) FROM envelope e "
      "LEFT JOIN delivery d ON d.sequence = e.sequence WHERE e.sequence = ?");
  const auto found = row.bind(1, stored(sequence)).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<Outgoing>{};
  Outgoing out{sequence, hash_of(row.blob(0)), row.blob(1), row.blob(2), {},
               static_cast<int>(row.integer(3))};
  // The intake verifies; the carrier only needs to know which attachments belong to it.
  const auto header = peek_header(out.header_p7s);
  if (!header) return tl::unexpected(StoreError::Damaged);
  out.attachments = header->attachments;
  return std::optional(std::move(out));
}

tl::expected<Bytes, StoreError> Courier::read_attachment(const Hash& sealed, std::uint64_t offset,
                                                         std::size_t most) {
  auto row = state_->store.prepare("SELECT substr(sealed, ?, ?) FROM attachment WHERE sha256 = ?");
  const auto found = row.bind(1, stored(offset + 1)).bind(2, stored(most))
                         .bind(3, ByteView(sealed)).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return tl::unexpected(StoreError::Missing);
  return row.blob(0);
}

tl::expected<void, StoreError> Courier::record_attempt(std::uint64_t sequence, base::WallTime at,
                                                       int status) {
  return state_->store.in_transaction([&] {
    return state_->store
        .prepare("INSERT INTO delivery (sequence, state, attempts, last_attempt_ms, last_status) "
                 "SELECT sequence, 1, 1, ?2, ?3 FROM envelope WHERE sequence = ?1 "
                 "ON CONFLICT (sequence) DO UPDATE SET "
                 "attempts = attempts + 1, last_attempt_ms = ?2, last_status = ?3")
        .bind(1, stored(sequence)).bind(2, std::int64_t{at.time_since_epoch().count()})
        .bind(3, std::int64_t{status}).run();
  });
}

tl::expected<void, StoreError> Courier::State::keep(const Acknowledgement& content, ByteView p7s) {
  const Hash digest = acknowledgement_digest(content.sequence, p7s);
  const std::int64_t highest = content.highest_receipt ? content.highest_receipt->sequence : 0;
  return store.in_transaction([&]() -> tl::expected<void, StoreError> {
    // The first answer stays: a repeat says the same with another signature.
    auto kept = store.prepare("INSERT OR IGNORE INTO acknowledgement (sequence, signed, digest) "
                              "VALUES (?, ?, ?)")
                    .bind(1, stored(content.sequence)).bind(2, p7s).bind(3, ByteView(digest))
                    .run();
    if (!kept) return kept;
    auto named = store.prepare("INSERT INTO county (id, highest_receipt) VALUES (1, ?1) "
                               "ON CONFLICT (id) DO UPDATE SET "
                               "highest_receipt = max(highest_receipt, ?1)")
                     .bind(1, highest).run();
    if (!named) return named;
    return set_delivery(content.sequence, Delivery::Acknowledged);
  });
}

tl::expected<Acknowledgement, RecordError> Courier::record_acknowledgement(ByteView p7s) {
  auto content = verify_acknowledgement(p7s, state_->signing);
  if (!content) return tl::unexpected(RecordError::Forged);
  std::optional<Header> header;
  {
    auto row = state_->store.prepare("SELECT sha256, header FROM envelope WHERE sequence = ?");
    const auto found = row.bind(1, stored(content->sequence)).step();
    if (!found) return tl::unexpected(RecordError::Store);
    if (!*found) return tl::unexpected(RecordError::NotOurs);
    if (hash_of(row.blob(0)) != content->envelope) return tl::unexpected(RecordError::Mismatch);
    header = peek_header(row.blob(1));
  }
  if (!header) return tl::unexpected(RecordError::Store);
  if (header->terminal != content->terminal || header->epoch != content->epoch) {
    return tl::unexpected(RecordError::NotOurs);
  }
  if (!state_->keep(*content, p7s)) return tl::unexpected(RecordError::Store);
  return *content;
}

tl::expected<void, RecordError> Courier::record_refusal(std::uint64_t sequence,
                                                        const Refusal& refusal) {
  if (auto open = state_->check_open(sequence); !open) return open;
  const std::string detail = refusal.detail.substr(0, kDetailMost);
  const auto done = state_->store.in_transaction([&]() -> tl::expected<void, StoreError> {
    if (auto set = state_->set_delivery(sequence, Delivery::Refused); !set) return set;
    return state_->store
        .prepare("UPDATE delivery SET refusal_status = ?, refusal_type = ?, refusal_detail = ?, "
                 "refusal_owner = ? WHERE sequence = ?")
        .bind(1, std::int64_t{refusal.status}).bind(2, refusal.type).bind(3, detail)
        .bind(4, refusal.owner).bind(5, stored(sequence)).run();
  });
  if (!done) return tl::unexpected(RecordError::Store);
  return {};
}

tl::expected<void, RecordError> Courier::put_back(std::uint64_t sequence) {
  if (auto open = state_->check_open(sequence); !open) return open;
  const auto done = state_->store.in_transaction(
      [&] { return state_->set_delivery(sequence, Delivery::Waiting); });
  if (!done) return tl::unexpected(RecordError::Store);
  return {};
}

tl::expected<std::vector<OutgoingQuestion>, StoreError> Courier::open_questions() {
  auto rows = state_->store.prepare(
      "SELECT name, header, body FROM question q "
      "WHERE NOT EXISTS (SELECT 1 FROM answer a WHERE a.question = q.name) ORDER BY id");
  std::vector<OutgoingQuestion> out;
  for (auto row = rows.step(); !row || *row; row = rows.step()) {
    if (!row) return tl::unexpected(row.error());
    out.push_back({rows.text(0), rows.blob(1), rows.blob(2)});
  }
  return out;
}

tl::expected<void, StoreError> Courier::record_answer(const std::string& question,
                                                      ByteView sealed) {
  const Hash digest = answer_digest(question, sealed);
  return state_->store.in_transaction([&] {
    return state_->store
        .prepare("INSERT OR REPLACE INTO answer (question, sealed, digest) "
                 "SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM question WHERE name = ?1)")
        .bind(1, question).bind(2, sealed).bind(3, ByteView(digest)).run();
  });
}

Store& Courier::store() { return state_->store; }

}  // namespace huimin::queue
