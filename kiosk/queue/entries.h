#pragma once
// The list of envelopes with how their sending goes, for staff and summaries.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/header.h"
#include "kiosk/queue/store.h"

namespace huimin::queue {

// Stored; never renumber.
enum class Delivery : std::uint8_t {
  Waiting = 1,       // to be sent
  Acknowledged = 2,  // the county has it: final
  Refused = 3,       // the county will not have it as it is; kept, with reason and owner
  Held = 4,          // waits for the envelope it refers to
};
std::string_view name_of(Delivery delivery);

// A refusal as the county gave it (RFC 9457): kept for staff, never shown to residents.
struct Refusal {
  int status = 0;       // HTTP status
  std::string type;     // problem type, an URI
  std::string detail;   // the county's words, at most 500 bytes are kept
  std::string owner;    // who has to act: "county", "terminal"
};

struct QueueEntry {
  std::uint64_t sequence = 0;
  Kind kind = Kind::Application;
  Delivery delivery = Delivery::Waiting;
  Hash sha256{};
  std::optional<domain::ReceiptNumber> receipt;
  int attempts = 0;
  std::optional<base::WallTime> last_attempt;
  int last_status = 0;  // HTTP status, or below zero: the caller's own code for "no answer"
  std::optional<Refusal> refusal;
  std::optional<std::uint64_t> waits_for;
};

// From a sequence on, at most `most`.
tl::expected<std::vector<QueueEntry>, StoreError> list_entries(Store& store, std::uint64_t from,
                                                               int most);

}  // namespace huimin::queue
