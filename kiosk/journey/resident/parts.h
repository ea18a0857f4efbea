#pragma once
// Which state answers to what: the whole journey as a table of contents. A pair that is not
// declared here is ignored on purpose; tests/journey/pairs_test.cpp goes through every pair.

#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {

using screens::view::Act;
namespace intent = screens::view::intent;

template <class StateHere, class What>
Next on(Turn&, const StateHere&, const What&) {
  return std::nullopt;
}

// arrive.cpp: from the idle screen to the privacy notice
Next on(Turn&, const state::Attract&, Act);
Next on(Turn&, const state::Home&, Act);
Next on(Turn&, const state::Elsewhere&, Act);
Next on(Turn&, const state::NotReady&, Act);
Next on(Turn&, const state::NotReady&, const event::ReadinessChecked&);
Next on(Turn&, const state::TroublePaper&, Act);
Next on(Turn&, const state::TroublePaper&, const event::PrinterChanged&);
Next on(Turn&, const state::Privacy&, Act);
Next on(Turn&, const state::Privacy&, const event::ReadinessChecked&);
Next on(Turn&, const state::Goodbye&, Act);

// identify.cpp: who applies, by card
Next on(Turn&, const state::Identify&, Act);
Next on(Turn&, const state::Identify&, const event::CardBusy&);
Next on(Turn&, const state::Identify&, const event::CardRead&);
Next on(Turn&, const state::Identify&, const event::CardFailed&);
Next on(Turn&, const state::Identify&, const event::CardLifted&);
Next on(Turn&, const state::Identify&, const event::ReaderGone&);
Next on(Turn&, const state::Identify&, const event::ReaderBack&);
Next on(Turn&, const state::ConfirmPerson&, Act);

// identify_by_hand.cpp: who applies, typed
Next on(Turn&, const state::TypeNumber&, Act);
Next on(Turn&, const state::TypeNumber&, const intent::Edit&);
Next on(Turn&, const state::TypeName&, Act);
Next on(Turn&, const state::TypeName&, const intent::Edit&);

// tell.cpp: what happened, in a choice and in own words
Next on(Turn&, const state::WhatHappened&, Act);
Next on(Turn&, const state::WhatHappened&, const intent::Choose&);
Next on(Turn&, const state::Story&, Act);
Next on(Turn&, const state::Story&, const intent::Edit&);

// place.cpp
Next on(Turn&, const state::PlacePicking&, Act);
Next on(Turn&, const state::PlacePicking&, const intent::Choose&);
Next on(Turn&, const state::PlacePicking&, const intent::Edit&);

// household.cpp
Next on(Turn&, const state::Household&, Act);
Next on(Turn&, const state::Household&, const intent::EditMember&);
Next on(Turn&, const state::MemberEditing&, Act);
Next on(Turn&, const state::MemberEditing&, const intent::Choose&);
Next on(Turn&, const state::MemberEditing&, const intent::Edit&);

// money.cpp: amounts, account, phone
Next on(Turn&, const state::MoneyAsked&, Act);
Next on(Turn&, const state::MoneyAsked&, const intent::Edit&);
Next on(Turn&, const state::MoneyAsked&, const intent::Focus&);
Next on(Turn&, const state::AccountAsked&, Act);
Next on(Turn&, const state::AccountAsked&, const intent::Edit&);
Next on(Turn&, const state::PhoneAsked&, Act);
Next on(Turn&, const state::PhoneAsked&, const intent::Edit&);

// check.cpp: papers, review, pledge, signature
Next on(Turn&, const state::Papers&, Act);
Next on(Turn&, const state::Papers&, const intent::SetPaper&);
Next on(Turn&, const state::Review&, Act);
Next on(Turn&, const state::Review&, const intent::Change&);
Next on(Turn&, const state::Pledge&, Act);
Next on(Turn&, const state::Signing&, Act);
Next on(Turn&, const state::Signing&, const intent::Inked&);

// hand_in.cpp: saving
Next on(Turn&, const state::Saving&, const event::Committed&);
Next on(Turn&, const state::Saving&, const event::SaveFailed&);
Next on(Turn&, const state::NotSaved&, Act);
Next on(Turn&, const state::NotSaved&, const event::Printed&);
Next on(Turn&, const state::NotSaved&, const event::PrintStopped&);
Next on(Turn&, const state::NotSaved&, const event::PrintUnknown&);

// receipt.cpp: what is kept, and its paper
Next on(Turn&, const state::Submitted&, Act);
Next on(Turn&, const state::Submitted&, const event::Printed&);
Next on(Turn&, const state::Submitted&, const event::PrintStopped&);
Next on(Turn&, const state::Submitted&, const event::PrintUnknown&);
Next on(Turn&, const state::Submitted&, const event::Acknowledged&);
Next on(Turn&, const state::PrintInterrupted&, Act);
Next on(Turn&, const state::PrintInterrupted&, const event::Acknowledged&);
Next on(Turn&, const state::PrintUnknown&, Act);
Next on(Turn&, const state::PrintUnknown&, const event::Printed&);
Next on(Turn&, const state::PrintUnknown&, const event::PrintStopped&);
Next on(Turn&, const state::PrintUnknown&, const event::Acknowledged&);
Next on(Turn&, const state::PhoneQr&, Act);
Next on(Turn&, const state::PhoneQr&, const event::Printed&);
Next on(Turn&, const state::PhoneQr&, const event::PrintStopped&);
Next on(Turn&, const state::PhoneQr&, const event::PrintUnknown&);
Next on(Turn&, const state::PhoneQr&, const event::Acknowledged&);

// follow.cpp: how far is it
Next on(Turn&, const state::ScanReceipt&, Act);
Next on(Turn&, const state::ScanReceipt&, const event::Scanned&);
Next on(Turn&, const state::ScanReceipt&, const event::ReceiptChecked&);
Next on(Turn&, const state::TypeReceipt&, Act);
Next on(Turn&, const state::TypeReceipt&, const intent::Edit&);
Next on(Turn&, const state::AskingCounty&, Act);
Next on(Turn&, const state::AskingCounty&, const event::StatusArrived&);
Next on(Turn&, const state::AskingCounty&, const event::StatusKeptHere&);
Next on(Turn&, const state::AskingCounty&, const event::StatusFailed&);
Next on(Turn&, const state::ReceiptRefused&, Act);
Next on(Turn&, const state::Status&, Act);
Next on(Turn&, const state::Status&, const event::StatusArrived&);
Next on(Turn&, const state::Status&, const event::Printed&);
Next on(Turn&, const state::Status&, const event::PrintStopped&);
Next on(Turn&, const state::Status&, const event::PrintUnknown&);

// covers.cpp: what means the same on every screen, and what only time does
std::optional<Next> on_any_screen(Turn&, Act);
Next on_tick(Turn&);
// Any key of the keypad, beside what it does on the screen.
Next on_keypad(Turn&);

}  // namespace huimin::journey::resident
