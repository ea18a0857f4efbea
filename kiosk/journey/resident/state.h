#pragma once
// Where a resident's journey stands: one struct a screen, each with just what it needs.

#include <cstdint>
#include <optional>
#include <variant>

#include "kiosk/domain/civil_date.h"
#include "kiosk/journey/resident/draft.h"
#include "kiosk/journey/resident/event.h"
#include "kiosk/journey/resident/state_after.h"
#include "kiosk/journey/resident/state_apply.h"

namespace huimin::journey::resident {

using State = std::variant<
    state::Attract, state::Home, state::Elsewhere, state::NotReady, state::TroublePaper,
    state::Privacy, state::Identify, state::ConfirmPerson, state::TypeNumber, state::TypeName,
    state::WhatHappened, state::Story, state::PlacePicking, state::Household, state::MemberEditing,
    state::MoneyAsked, state::AccountAsked, state::PhoneAsked, state::Papers, state::Review,
    state::Pledge, state::Signing, state::Saving, state::NotSaved, state::Submitted,
    state::PrintInterrupted, state::PrintUnknown, state::PhoneQr, state::ScanReceipt,
    state::TypeReceipt, state::AskingCounty, state::ReceiptRefused, state::Status, state::Goodbye>;

// Staff were called: how many times today this hall was (the number shown), and when.
struct StaffCall {
  int number = 0;
  base::WallTime at;
  bool urgent = false;
  screens::view::Summons summons = screens::view::Summons::Asked;
};

// Laid over the screen: the contents are covered, the state beneath stays.
enum class Cover : std::uint8_t { None, Help, Voice, Timeout };

// The whole of one terminal's resident profile. A value: `step` makes the next one.
struct Resident {
  State state;
  screens::view::Comfort comfort;
  Cover cover = Cover::None;
  std::optional<StaffCall> call;
  int calls_today = 0;
  std::optional<domain::CivilDate> calls_on;  // the day that `calls_today` counts
  base::MonoTime last_touch;                  // or other sign of a person
  base::MonoTime covered_since;               // of the time-out warning
  // Presence of a card that lies on the reader now.
  std::optional<std::uint64_t> card;
  // This presence and earlier ones have served: they never open a session again (case C11).
  std::optional<std::uint64_t> spent_card;
  PrinterState printer = PrinterState::Ready;
  bool reader_there = true, scanner_there = true, voice_there = true;
  bool keypad_used = false;  // in this session
  Readiness readiness;
  std::uint64_t last_job = 0;
};

}  // namespace huimin::journey::resident
