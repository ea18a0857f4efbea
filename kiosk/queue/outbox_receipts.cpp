// The rest of an outbox: receipts looked up and printed again, receipt numbers kept from repeating,
// readiness.

#include <algorithm>

#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/inbox.h"
#include "kiosk/queue/outbox_state.h"

namespace huimin::queue {
namespace {

constexpr const char* kFindBySequence =
    "SELECT sequence, submission, sha256, waits_for, receipt, code, header, body, digest "
    "FROM envelope WHERE sequence = ?";
std::int64_t stored(const domain::ReceiptNumber& number) {
  return static_cast<std::int64_t>(domain::as_integer(number));
}

tl::expected<int, StoreError> count_prints(Store& store, const domain::ReceiptNumber& number) {
  auto count = store.prepare("SELECT count(*) FROM print WHERE receipt = ?");
  const auto row = count.bind(1, stored(number)).step();
  if (!row) return tl::unexpected(row.error());
  return static_cast<int>(count.integer(0));
}

// The envelope of a receipt, 0 when there is none: numbers rise with the sequence.
tl::expected<std::int64_t, StoreError> find_sequence(Store& store, std::int64_t receipt,
                                                     std::int64_t last) {
  std::int64_t first = 1;
  while (first <= last) {
    const std::int64_t middle = first + (last - first) / 2;
    auto row = store.prepare("SELECT sequence, receipt FROM envelope WHERE sequence >= ? "
                             "AND receipt IS NOT NULL ORDER BY sequence LIMIT 1");
    const auto found = row.bind(1, middle).step();
    if (!found) return tl::unexpected(found.error());
    if (!*found || row.integer(0) > last || row.integer(1) > receipt) {
      last = middle - 1;
    } else if (row.integer(1) < receipt) {
      first = row.integer(0) + 1;
    } else {
      return row.integer(0);
    }
  }
  return 0;
}

// A row together with its verified header; Damaged when it is not what was written.
struct Found {
  EnvelopeRow row;
  Header header;
};
tl::expected<std::optional<Found>, StoreError> read_verified(Statement& rows,
                                                             const SignerBook& signers) {
  const auto found = rows.step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<Found>{};
  EnvelopeRow row = envelope_at(rows);
  const auto verified = verify_envelope(row.header, row.body, signers, std::nullopt);
  const bool whole = verified && row.digest() == row.stored_digest;
  if (!whole) return tl::unexpected(StoreError::Damaged);
  return std::optional(Found{std::move(row), verified->header});
}

}  // namespace

std::optional<domain::ReceiptNumber> receipt_of(const std::optional<std::uint64_t>& digits) {
  if (!digits) return std::nullopt;
  return domain::receipt_from_integer(*digits);
}

tl::expected<std::optional<Committed>, StoreError> Outbox::State::find_submission(
    const std::string& id) {
  const auto known = submissions.find(id);
  if (known == submissions.end()) return std::optional<Committed>{};
  auto rows = store.prepare(kFindBySequence);
  rows.bind(1, static_cast<std::int64_t>(known->second));
  const auto found = read_verified(rows, signers);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<Committed>{};
  const EnvelopeRow& row = (*found)->row;
  const Header& header = (*found)->header;
  return std::optional(
      Committed{row.sequence, header.receipt, row.code, row.sha256, header.created_wall});
}

tl::expected<std::uint32_t, StoreError> Outbox::State::county_highest() {
  auto row = store.prepare("SELECT highest_receipt FROM county");
  const auto found = row.step();
  if (!found) return tl::unexpected(found.error());
  return *found ? static_cast<std::uint32_t>(row.integer(0)) : 0U;
}

tl::expected<bool, StoreError> Outbox::State::numbers_are_certain() {
  // The mark may lie on a disk that came back meanwhile.
  if (!mark) {
    auto opened = NumberMark::open(mark_file(setup, keys));
    if (!opened) return false;
    mark = std::move(*opened);
  }
  const auto county = county_highest();
  if (!county) return tl::unexpected(county.error());
  if (std::max(mark->highest(), *county) > chain.highest_receipt) return false;
  return mark->raise(chain.highest_receipt).has_value();
}

std::vector<Finding> Outbox::readiness(base::WallTime now) {
  std::vector<Finding> findings = check_files(state_->setup.state_dir);
  const auto database = (state_->setup.state_dir / kQueueFile).string();
  const auto certain = state_->numbers_are_certain();
  if (!certain) findings.push_back({Obstacle::SchemaDamaged, database});
  if (certain && !*certain) {
    findings.push_back(
        {Obstacle::NumbersUncertain, mark_file(state_->setup, state_->keys).string()});
  }
  const Certificate& certificate = state_->keys.terminal.certificate;
  if (base::is_plausible(now) && now > certificate.not_after()) {
    const auto file = state_->setup.state_dir / "keys" / "terminal.pem";
    findings.push_back({Obstacle::KeyUnusable, file.string()});
  }
  return findings;
}

tl::expected<std::uint64_t, StoreError> Outbox::waiting_count() {
  auto count = state_->store.prepare("SELECT count(*) FROM acknowledgement");
  const auto row = count.step();
  if (!row) return tl::unexpected(row.error());
  // Sequences have no gaps, so the last one is how many there are.
  return state_->chain.sequence - static_cast<std::uint64_t>(count.integer(0));
}

tl::expected<std::optional<ReceiptRecord>, StoreError> Outbox::find_receipt(
    const domain::ReceiptNumber& number) {
  const auto sequence = find_sequence(state_->store, stored(number),
                                      static_cast<std::int64_t>(state_->chain.sequence));
  if (!sequence) return tl::unexpected(sequence.error());
  auto rows = state_->store.prepare(kFindBySequence);
  rows.bind(1, *sequence);
  const auto found = read_verified(rows, state_->signers);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<ReceiptRecord>{};
  const EnvelopeRow& row = (*found)->row;
  const Header& header = (*found)->header;
  ReceiptRecord record{number, row.code, row.sequence, row.sha256, header.programme,
                       header.created_wall, header.clock_certain, {}, {}, 0};
  const auto answer = find_acknowledgement(state_->store, state_->keys.county.signing,
                                           row.sequence);
  if (!answer) return tl::unexpected(answer.error());
  if (*answer) {
    record.case_no = (*answer)->case_no;
    record.acknowledged_at = (*answer)->received_at;
  }
  const auto prints = count_prints(state_->store, number);
  if (!prints) return tl::unexpected(prints.error());
  record.prints = *prints;
  return std::optional(std::move(record));
}

tl::expected<int, StoreError> Outbox::begin_print(const domain::ReceiptNumber& number,
                                                  base::Instant at) {
  int nth = 0;
  const auto done = state_->store.in_transaction([&]() -> tl::expected<void, StoreError> {
    const auto before = count_prints(state_->store, number);
    if (!before) return tl::unexpected(before.error());
    nth = *before + 1;
    return state_->store
        .prepare("INSERT INTO print (receipt, nth, begun_ms, outcome) VALUES (?, ?, ?, ?)")
        .bind(1, stored(number)).bind(2, std::int64_t{nth})
        .bind(3, std::int64_t{at.wall.time_since_epoch().count()})
        .bind(4, static_cast<std::int64_t>(PrintOutcome::Begun)).run();
  });
  if (!done) return tl::unexpected(done.error());
  return nth;
}

tl::expected<void, StoreError> Outbox::finish_print(const domain::ReceiptNumber& number, int nth,
                                                    PrintOutcome outcome) {
  return state_->store.in_transaction([&] {
    return state_->store.prepare("UPDATE print SET outcome = ? WHERE receipt = ? AND nth = ?")
        .bind(1, static_cast<std::int64_t>(outcome)).bind(2, stored(number))
        .bind(3, std::int64_t{nth}).run();
  });
}

tl::expected<void, SubmitError> Outbox::continue_numbers(std::uint32_t at_least) {
  const auto county = state_->county_highest();
  if (!county) return tl::unexpected(submit_error(county.error()));
  const auto file = mark_file(state_->setup, state_->keys);
  const auto mark = NumberMark::open(file);
  ChainRow next = state_->chain;
  next.highest_receipt = std::max({next.highest_receipt, *county, at_least,
                                   mark ? mark->highest() : 0U});
  if (next.highest_receipt > domain::kLastReceiptSequence) {
    return tl::unexpected(SubmitError::NumbersUsedUp);
  }
  next.epoch = random_epoch();
  next.epoch_start = next.sequence + 1;
  // A mark that is missing or damaged is made anew here and nowhere else: somebody has looked.
  if (!mark && !NumberMark::create(file, next.highest_receipt)) {
    return tl::unexpected(SubmitError::NumbersUncertain);
  }
  const auto done = state_->store.in_transaction([&] { return write_chain(state_->store, next); });
  if (!done) return tl::unexpected(submit_error(done.error()));
  state_->chain = next;
  state_->mark.reset();
  const auto certain = state_->numbers_are_certain();
  if (!certain || !*certain) return tl::unexpected(SubmitError::NumbersUncertain);
  return {};
}

void Outbox::checkpoint() { state_->store.checkpoint(); }

Store& Outbox::store() { return state_->store; }

}  // namespace huimin::queue
