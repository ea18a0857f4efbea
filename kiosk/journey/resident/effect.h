#pragma once
// What a journey asks the terminal to do. Each is carried out by a worker; its outcome comes back
// as an event.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/domain/application.h"
#include "kiosk/domain/case.h"
#include "kiosk/domain/receipt_number.h"
#include "screens/view/common.h"

namespace huimin::journey::resident::effect {

// -> ReadinessChecked
struct CheckReadiness {};
// Seal, sign, chain and insert in one transaction -> Committed or SaveFailed. `submission` is the
// same for a retry: the store makes one envelope of it however often it is asked.
struct Submit {
  std::string submission;
  domain::Application application;
};
// -> Printed, PrintStopped or PrintUnknown with the same job.
struct PrintReceipt {
  std::uint64_t job = 0;
  domain::ReceiptNumber receipt;
  std::string receipt_qr;
  base::WallTime kept_at;
  int copy = 1;  // 1: the first; more: the paper says so
  std::string programme;  // id, "P08"
  std::string masked_name;
  bool by_card = true;
  std::vector<domain::PaperAnswer> papers;
  bool signed_with_staff = false;
  domain::Deadline latest;  // not ok(): no date can be named (case C14)
  screens::view::Language language;
};
// The status as a slip; same outcome events.
struct PrintStatus {
  std::uint64_t job = 0;
  domain::ReceiptNumber receipt;
  domain::PublicStatus status;
  screens::view::Language language;
};
// What was filled in but could not be saved, as a plain slip without number or code.
struct PrintDraft {
  std::uint64_t job = 0;
  domain::Application application;
  screens::view::Language language;
};
// Shows or clears the hall's signal. CallStaff -> SignalRaised or SignalFailed.
struct CallStaff {
  bool urgent = false;
};
struct ClearCall {};
// Says what stands in the field that is being typed.
struct ReadTyped {};
// A scanned text -> ReceiptChecked, offline.
struct CheckReceipt {
  std::string text;
};
// -> StatusArrived, StatusKeptHere or StatusFailed.
struct AskStatus {
  domain::ReceiptNumber receipt;
};
// Wipes what workers, queues and keyboards hold of this person; questions and answers are deleted.
struct EndSession {};
// A person has begun: what was queued by devices before is dropped.
struct BeginSession {};

}  // namespace huimin::journey::resident::effect

namespace huimin::journey::resident {

using Effect =
    std::variant<effect::CheckReadiness, effect::Submit, effect::PrintReceipt, effect::PrintStatus,
                 effect::PrintDraft, effect::CallStaff, effect::ClearCall, effect::ReadTyped,
                 effect::CheckReceipt, effect::AskStatus, effect::EndSession, effect::BeginSession>;

}  // namespace huimin::journey::resident
