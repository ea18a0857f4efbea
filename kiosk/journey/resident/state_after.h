#pragma once
// The states from handing in to the end, and those of asking how far a case is.

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/domain/case.h"
#include "kiosk/journey/resident/draft.h"
#include "kiosk/journey/resident/event.h"
#include "screens/view/resident.h"

namespace huimin::journey::resident::state {

struct Saving {
  Draft draft;
};
struct NotSaved {
  Draft draft;
  event::SaveFault fault = event::SaveFault::Other;
  std::uint64_t job = 0;  // of the plain slip that is being printed; 0: none
};
struct Submitted {
  Kept kept;
  std::uint64_t job = 0;  // of the paper that is being printed; 0: none
  screens::view::PaperStage paper = screens::view::PaperStage::Printing;
};
struct PrintInterrupted {
  Kept kept;
  PrinterState because = PrinterState::PaperOut;
};
struct PrintUnknown {
  Kept kept;
  std::uint64_t job = 0;
};
struct PhoneQr {
  Kept kept;
  std::uint64_t job = 0;  // goes on while the code is shown
  screens::view::PaperStage paper = screens::view::PaperStage::NotPrinted;
};
struct ScanReceipt {
  bool checking = false;  // a line was read; further lines are the same code once more (case C11)
};
struct TypeReceipt {
  std::string typed{};
  std::optional<screens::view::Problem> problem{};
};
struct AskingCounty {
  std::optional<domain::ReceiptNumber> receipt{};
  base::MonoTime since;
};
struct ReceiptRefused {
  screens::view::ReceiptProblem problem = screens::view::ReceiptProblem::NotAReceipt;
  std::optional<domain::ReceiptNumber> receipt{};  // of NoAnswer: what to ask for again
};
struct Status {
  domain::ReceiptNumber receipt;
  domain::PublicStatus status;
  bool reached_county = true;
  bool fresh = true;
  std::uint64_t job = 0;  // of the slip that is being printed; 0: none
};
struct Goodbye {
  base::MonoTime since;
};

}  // namespace huimin::journey::resident::state
