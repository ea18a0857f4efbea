// The list of envelopes with how their sending goes, for staff and summaries.

#include "kiosk/queue/entries.h"

#include "kiosk/queue/envelope.h"
#include "kiosk/queue/rows.h"

namespace huimin::queue {
namespace {

constexpr const char* kEntries =
    "SELECT e.sequence, e.header, e.sha256, e.waits_for, ifnull(d.state, 1), "
    "ifnull(d.attempts, 0), d.last_attempt_ms, ifnull(d.last_status, 0), d.refusal_status, "
    "d.refusal_type, d.refusal_detail, d.refusal_owner, "
    "EXISTS (SELECT 1 FROM acknowledgement a WHERE a.sequence = e.waits_for) "
    "FROM envelope e LEFT JOIN delivery d ON d.sequence = e.sequence "
    "WHERE e.sequence >= ? ORDER BY e.sequence LIMIT ?";

tl::expected<QueueEntry, StoreError> entry_at(const Statement& row) {
  const auto header = peek_header(row.blob(1));
  if (!header) return tl::unexpected(StoreError::Damaged);
  QueueEntry entry;
  entry.sequence = static_cast<std::uint64_t>(row.integer(0));
  entry.kind = header->kind;
  entry.receipt = header->receipt;
  entry.sha256 = hash_of(row.blob(2));
  entry.delivery = static_cast<Delivery>(row.integer(4));
  if (!row.is_null(3)) {
    entry.waits_for = static_cast<std::uint64_t>(row.integer(3));
    const bool held = entry.delivery == Delivery::Waiting && row.integer(12) == 0;
    if (held) entry.delivery = Delivery::Held;
  }
  entry.attempts = static_cast<int>(row.integer(5));
  if (!row.is_null(6)) entry.last_attempt = base::WallTime{base::milliseconds{row.integer(6)}};
  entry.last_status = static_cast<int>(row.integer(7));
  if (!row.is_null(8)) {
    entry.refusal = Refusal{static_cast<int>(row.integer(8)), row.text(9), row.text(10),
                            row.text(11)};
  }
  return entry;
}

}  // namespace

std::string_view name_of(Delivery delivery) {
  switch (delivery) {
    case Delivery::Waiting: return "waiting";
    case Delivery::Acknowledged: return "acknowledged";
    case Delivery::Refused: return "refused";
    case Delivery::Held: return "held";
  }
  return "";
}

tl::expected<std::vector<QueueEntry>, StoreError> list_entries(Store& store, std::uint64_t from,
                                                               int most) {
  auto rows = store.prepare(kEntries);
  rows.bind(1, static_cast<std::int64_t>(from)).bind(2, std::int64_t{most});
  std::vector<QueueEntry> out;
  for (auto row = rows.step(); !row || *row; row = rows.step()) {
    if (!row) return tl::unexpected(row.error());
    auto entry = entry_at(rows);
    if (!entry) return tl::unexpected(entry.error());
    out.push_back(std::move(*entry));
  }
  return out;
}

}  // namespace huimin::queue
