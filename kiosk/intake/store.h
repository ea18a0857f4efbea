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

// How an envelope stands that was stored at its place in the chain. All but the first wait for a
// person; none is lost, and none stops what comes after it. Stored; never renumber.
enum class Standing : std::uint8_t {
  InOrder = 1,
  CannotOpen = 2,   // sealed to a key that is not here (case C02): kept byte for byte, no case
  NumberKnown = 3,  // its receipt number has a case already: a copied terminal; no case of its own
  Unreadable = 4,   // opened, but of a form unknown here: a case at the terminal's own place
};

// One envelope that has passed every check.
struct Incoming {
  queue::Header header;
  queue::Hash sha256{};
  queue::Bytes header_p7s, body_p7m;
  base::WallTime received_at;  // the intake's clock; every date of a case comes from it (case C15)
  // The terminal's clock was not certain or runs more than five minutes ahead: its time is kept in
  // the header, shown to nobody, and staff see the mark.
  bool clock_off = false;
  Standing standing = Standing::InOrder;
  std::optional<CaseOpening> opening;
};

enum class Taken : std::uint8_t {
  Stored,
  Repeat,      // the first answer again
  OutOfOrder,  // `expected` must come first; nothing was stored
  Fork,        // another envelope stands at this place: set aside for people to look at; of one
               // terminal at most a hundred are kept
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

// What waits for a person.
struct Attention {
  std::uint64_t set_aside = 0;  // envelopes not InOrder, and forks
  std::uint64_t clock_off = 0;  // envelopes of a terminal whose clock was wrong
};

class Store {
 public:
  virtual ~Store() = default;
  // All of `batch` in one durable commit, in order; one envelope's refusal does not touch the
  // others. An error means that nothing of it is stored.
  virtual tl::expected<std::vector<TakenEnvelope>, StoreFault> take(
      std::span<const Incoming> batch, const MakeAcknowledgement& acknowledge) = 0;
  virtual tl::expected<std::optional<CaseRecord>, StoreFault> find_case(
      const domain::ReceiptNumber& receipt) = 0;
  virtual tl::expected<Attention, StoreFault> attention() = 0;
  // The first case that is not as it was written, with the event where there is one: its number, or
  // the receipt or envelope that has lost it. Nothing: every chain is whole.
  virtual tl::expected<std::optional<std::string>, StoreFault> first_broken_case() = 0;
};

// SHA-256 over the event and the hash before it; what makes a case's history tamper-evident.
queue::Hash event_hash(const queue::Hash& previous, const std::string& case_no,
                       const CaseEvent& event);

}  // namespace huimin::intake
