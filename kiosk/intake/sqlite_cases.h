#pragma once
// Cases and their events as rows. For this folder's SQLite sources.

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/intake/sqlite_line.h"
#include "kiosk/intake/store.h"
#include "kiosk/intake/store_sqlite.h"

namespace huimin::intake {

inline std::int64_t ms_of(base::WallTime at) { return at.time_since_epoch().count(); }
inline base::WallTime wall_of(std::int64_t ms) { return base::WallTime(base::milliseconds(ms)); }
// The 17 digits: SQLite's integers are signed.
inline std::int64_t stored(const domain::ReceiptNumber& receipt) {
  return static_cast<std::int64_t>(domain::as_integer(receipt));
}

// Within the caller's transaction: the case's row, its first two events, its number.
tl::expected<std::string, StoreFault> open_case(SqliteLine& line, const SqliteSetup& setup,
                                                const Incoming& envelope);

// A case with what proves it.
struct StoredCase {
  CaseRecord record;
  queue::Bytes digest;                      // as stored
  std::vector<queue::Bytes> event_hashes;   // as stored, oldest first
  std::vector<std::int64_t> event_numbers;  // as stored: 1, 2, 3
};
tl::expected<std::optional<StoredCase>, StoreFault> read_case(SqliteLine& line,
                                                              const std::string& county,
                                                              const domain::ReceiptNumber& receipt);

// What `matter.digest` must be: over the row, the number of events and the last one's hash.
queue::Hash case_digest(const CaseRecord& record, const queue::Hash& last_event);

}  // namespace huimin::intake
