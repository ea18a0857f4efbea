#pragma once
// Where a resident's journey stands: one struct a screen, each with just what it needs.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/domain/application.h"
#include "kiosk/domain/case.h"
#include "kiosk/domain/person_name.h"
#include "kiosk/journey/resident/event.h"
#include "screens/view/resident.h"

namespace huimin::journey::resident {

// What the person has said so far, as typed and as understood.
struct Draft {
  domain::Application application;
  std::string submission;         // random id, made when the journey began
  std::string number_typed, name_typed, needed_typed, spent_typed, account_typed, phone_typed;
  bool account_answered = false, phone_answered = false, pledge_ticked = false, papers_answered = false;
  bool from_review = false;       // "next" leads back to the review
};

// A submission that is safe in the queue.
struct Kept {
  domain::ReceiptNumber receipt;
  std::string receipt_qr;
  screens::view::QrModules qr;
  base::WallTime at;
  std::optional<base::WallTime> county_at;
  std::string case_no;
  domain::Deadline latest;
  domain::Application application;  // wiped of ink; for reprints within this session only
  int copies = 0;                   // whole papers that came out
  int attempts = 0;                 // print jobs started
};

namespace state {

struct Attract {};
struct Home {};
struct Elsewhere {};
struct NotReady { std::vector<screens::view::Shortage> shortages; };
struct TroublePaper { bool waiting = false; };
struct Privacy {};
struct Identify { Draft draft; screens::view::Reading reading = screens::view::Reading::Waiting; int failures = 0; };
struct ConfirmPerson { Draft draft; };
struct TypeNumber { Draft draft; std::optional<domain::IdProblem> problem; };
struct TypeName { Draft draft; std::optional<domain::NameError> problem; bool without_card = false; };
struct WhatHappened { Draft draft; bool missing = false; };
struct Story { Draft draft; bool too_long = false; };
struct PlacePicking {
  Draft draft;
  domain::DivisionLevel level = domain::DivisionLevel::County;  // the one being chosen
  std::optional<domain::Division> chosen;  // of the level above
  std::string search;
  bool missing = false;
};
struct Household { Draft draft; };
struct MemberEditing { Draft draft; int index = 0; domain::Member member; std::string age_typed; bool is_new = true;
                       bool missing = false; std::optional<screens::view::Problem> problem; };
struct MoneyAsked { Draft draft; screens::view::Field active = screens::view::Field::Needed;
                    std::optional<screens::view::Problem> needed_problem, spent_problem; };
struct AccountAsked { Draft draft; std::optional<screens::view::Problem> problem; bool warned = false; };
struct PhoneAsked { Draft draft; std::optional<domain::PhoneError> problem; };
struct Papers { Draft draft; };
struct Review { Draft draft; };
struct Pledge { Draft draft; };
struct Signing { Draft draft; bool missing = false; bool with_staff = false; };
struct Saving { Draft draft; };
struct NotSaved { Draft draft; event::SaveFault fault = event::SaveFault::Other; };
struct Submitted { Kept kept; std::uint64_t job = 0; screens::view::PaperStage paper = screens::view::PaperStage::Printing; };
struct PrintInterrupted { Kept kept; PrinterState because = PrinterState::PaperOut; };
struct PrintUnknown { Kept kept; std::uint64_t job = 0; };
struct PhoneQr { Kept kept; };
struct ScanReceipt {};
struct TypeReceipt { std::string typed; std::optional<screens::view::Problem> problem; };
struct AskingCounty { std::optional<domain::ReceiptNumber> receipt; base::MonoTime since; };
struct ReceiptRefused { screens::view::ReceiptProblem problem = screens::view::ReceiptProblem::NotAReceipt; };
struct Status { domain::ReceiptNumber receipt; domain::PublicStatus status; bool reached_county = true; bool fresh = true; };
struct Goodbye { base::MonoTime since; };

}  // namespace state

using State = std::variant<state::Attract, state::Home, state::Elsewhere, state::NotReady, state::TroublePaper,
                           state::Privacy, state::Identify, state::ConfirmPerson, state::TypeNumber, state::TypeName,
                           state::WhatHappened, state::Story, state::PlacePicking, state::Household,
                           state::MemberEditing, state::MoneyAsked, state::AccountAsked, state::PhoneAsked,
                           state::Papers, state::Review, state::Pledge, state::Signing, state::Saving, state::NotSaved,
                           state::Submitted, state::PrintInterrupted, state::PrintUnknown, state::PhoneQr,
                           state::ScanReceipt, state::TypeReceipt, state::AskingCounty, state::ReceiptRefused,
                           state::Status, state::Goodbye>;

// Staff were called: how many times today this hall was (the number shown), and when.
struct StaffCall { int number = 0; base::WallTime at; bool urgent = false; };

// Laid over the screen: the contents are covered, the state beneath stays.
enum class Cover : std::uint8_t { None, Help, Timeout };

// The whole of one terminal's resident profile. A value: `step` makes the next one.
struct Resident {
  State state;
  screens::view::Comfort comfort;
  Cover cover = Cover::None;
  std::optional<StaffCall> call;
  int calls_today = 0;
  base::MonoTime last_touch;         // or other sign of a person
  base::MonoTime covered_since;      // of the time-out warning
  std::optional<std::uint64_t> card; // presence of a card that lies on the reader now
  std::optional<std::uint64_t> spent_card;  // a presence that has served its session: never opens another (C11)
  PrinterState printer = PrinterState::Ready;
  bool reader_there = true, scanner_there = true;
  Readiness readiness;
  std::uint64_t last_job = 0;
};

}  // namespace huimin::journey::resident
