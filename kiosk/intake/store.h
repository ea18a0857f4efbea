#pragma once
// Where a county keeps envelopes and cases. One interface, so that a larger database can take the
// same place.
//
// Every key begins with the county. One writer calls `take`; any number of threads call the
// questions.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/domain/case.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/header.h"

namespace huimin::intake {

// The public facts with which a case begins. What is personal stays sealed in the envelope.
struct CaseOpening {
  std::string programme;  // "P08"
  std::string lane;       // "A"
  std::string
      division;  // where it happened, digits; the terminal's township when the person did not know
  domain::Stage stage = domain::Stage::Submitted;
  std::string unit, official;  // who is responsible from now on
  std::optional<domain::Deadline> latest;
};

// One envelope that has passed every check.
struct Incoming {
  queue::Header header;
  queue::Hash sha256{};
  queue::Bytes header_p7s, body_p7m;
  base::WallTime received_at;
  // False: the seal could not be opened. It is kept byte for byte, acknowledged as received, and
  // makes no case.
  bool opened = true;
  std::optional<CaseOpening> opening;
};

enum class Taken : std::uint8_t {
  Stored,
  Repeat,      // the first answer again
  OutOfOrder,  // `expected` must come first; nothing was stored
  Fork,        // another envelope stands at this place: set aside for people to look at
};

struct TakenEnvelope {
  Taken taken = Taken::Stored;
  queue::Bytes acknowledgement;  // of Stored and Repeat, as it was made the first time
  std::uint64_t expected = 0;    // of OutOfOrder
};

// Made within the transaction, since it names the case and the highest receipt seen.
using MakeAcknowledgement = std::function<queue::Bytes(
    const Incoming&, const std::string& case_no, std::optional<domain::ReceiptNumber> highest)>;

// One event of a case, hash-chained: who, role, unit, when and what.
struct CaseEvent {
  domain::Stage stage = domain::Stage::Submitted;
  base::WallTime at;
  std::string unit, official, role;
};

struct CaseRecord {
  std::string case_no;
  domain::ReceiptNumber receipt;
  std::string programme, lane, division;
  domain::Stage stage = domain::Stage::Submitted;
  base::WallTime received_at;
  std::optional<domain::Deadline> latest;
  std::vector<CaseEvent> events;  // oldest first
};

enum class StoreFault : std::uint8_t { Full, Busy, Damaged, Unreachable };

class Store {
 public:
  virtual ~Store() = default;
  // All of `batch` in one durable commit, in order; one envelope's refusal does not touch the
  // others. An error means that nothing of it is stored.
  virtual tl::expected<std::vector<TakenEnvelope>, StoreFault> take(
      std::span<const Incoming> batch, const MakeAcknowledgement& acknowledge) = 0;
  virtual tl::expected<std::optional<CaseRecord>, StoreFault> find_case(
      const domain::ReceiptNumber& receipt) = 0;
  // Envelopes that could not be opened, and forks, that wait for a person.
  virtual tl::expected<std::uint64_t, StoreFault> set_aside_count() = 0;
  // The first case whose chain of events does not hold; nothing: all hold.
  virtual tl::expected<std::optional<std::string>, StoreFault> first_broken_case() = 0;
};

// SHA-256 over the event and the hash before it; what makes a case's history tamper-evident.
queue::Hash event_hash(const queue::Hash& previous, const std::string& case_no,
                       const CaseEvent& event);

}  // namespace huimin::intake
