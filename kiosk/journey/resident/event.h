#pragma once
// What can happen to a resident's journey: a touch, a device, the store, the county, the passing of
// time.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/clock.h"
#include "kiosk/domain/case.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/journey/resident/device_event.h"
#include "screens/view/intent.h"

namespace huimin::journey::resident {

// What must hold before the first question is asked; false is a shortage.
struct Readiness {
  bool disk = true, key = true, clock = true, catalogue = true, queue = true;
  bool all() const { return disk && key && clock && catalogue && queue; }
};

namespace event {

struct Did {
  screens::view::Intent intent;
};
// At least once a second while anything waits for time.
struct Tick {};

struct ReadinessChecked {
  Readiness readiness;
};

// The submission is durable: only this lets a screen say "kept".
struct Committed {
  domain::ReceiptNumber receipt;
  std::string receipt_qr;  // text of the code
  screens::view::QrModules qr;
  base::WallTime at;
};
enum class SaveFault : std::uint8_t { DiskFull, Busy, Damaged, NoKey, NumbersUncertain, Other };
struct SaveFailed {
  SaveFault fault = SaveFault::Other;
};

// The county's signed acknowledgement of a submission came in.
struct Acknowledged {
  domain::ReceiptNumber receipt;
  std::string case_no;
  base::WallTime received_at;
};

// What a scanned or typed text turned out to be.
enum class Verdict : std::uint8_t {
  True,
  TrueBeforeWithdrawal,
  MadeAfterWithdrawal,
  UnknownTerminal,
  Altered,
  NotAReceipt
};
struct ReceiptChecked {
  Verdict verdict = Verdict::NotAReceipt;
  std::optional<domain::ReceiptNumber> receipt;
};

// The answer to AskStatus: fresh from the county, or the last known with its age.
struct StatusArrived {
  domain::ReceiptNumber receipt;
  domain::PublicStatus status;
  bool fresh = true;
};
// This terminal made the receipt and still keeps the envelope: the county has not seen it yet.
struct StatusKeptHere {
  domain::ReceiptNumber receipt;
  base::WallTime kept_at;
};
enum class StatusFault : std::uint8_t { NotKnown, NoAnswer };
struct StatusFailed {
  domain::ReceiptNumber receipt;
  StatusFault fault = StatusFault::NoAnswer;
};

}  // namespace event

using Event =
    std::variant<event::Did, event::Tick, event::CardBusy, event::CardRead, event::CardFailed,
                 event::CardLifted, event::ReaderGone, event::ReaderBack, event::PrinterChanged,
                 event::Printed, event::PrintStopped, event::PrintUnknown, event::Scanned,
                 event::ScannerGone, event::ScannerBack, event::KeypadUsed, event::VoiceGone,
                 event::VoiceBack, event::SignalRaised, event::SignalFailed,
                 event::ReadinessChecked, event::Committed, event::SaveFailed, event::Acknowledged,
                 event::ReceiptChecked, event::StatusArrived, event::StatusKeptHere,
                 event::StatusFailed>;

}  // namespace huimin::journey::resident
