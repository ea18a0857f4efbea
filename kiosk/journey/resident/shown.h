#pragma once
// How single things are shown, and which view each state has.

#include <string>
#include <string_view>

#include "kiosk/catalogue/text.h"
#include "kiosk/domain/calendar.h"
#include "kiosk/journey/resident/present.h"

namespace huimin::journey::resident {

namespace view = screens::view;

struct Scene {
  const World& world;
  const Hall& hall;
  const Resident& now;
  base::Instant at;

  catalogue::Lang lang() const;
};

// Staff were called, and the hall shows it.
bool is_signalled(const Resident& now);

catalogue::Lang lang_of(const view::Comfort& comfort);

// Masking as in the mock-ups: "王*", "138****0000"; too short a number is starred altogether.
std::string masked_name(std::string_view name);
std::string masked_phone(std::string_view digits);
std::string last_four(std::string_view number);

view::LocalTime local_time(base::WallTime wall);
view::Day day_of(const domain::Deadline& deadline);
view::Progress progress(view::Chapter chapter);
view::PrinterTrouble trouble_of(PrinterState printer);

// A field as typed; it is active and right until somebody says otherwise.
view::Typed typed(view::Field field, std::string_view value);

// The state's own view, without covers. present_arrive.cpp
view::Body show(const Scene&, const state::Attract&);
view::Body show(const Scene&, const state::Home&);
view::Body show(const Scene&, const state::Elsewhere&);
view::Body show(const Scene&, const state::NotReady&);
view::Body show(const Scene&, const state::TroublePaper&);
view::Body show(const Scene&, const state::Privacy&);
view::Body show(const Scene&, const state::Identify&);
view::Body show(const Scene&, const state::ConfirmPerson&);
view::Body show(const Scene&, const state::TypeNumber&);
view::Body show(const Scene&, const state::TypeName&);
view::Body show(const Scene&, const state::Goodbye&);
// present_tell.cpp
view::Body show(const Scene&, const state::WhatHappened&);
view::Body show(const Scene&, const state::Story&);
view::Body show(const Scene&, const state::PlacePicking&);
view::Body show(const Scene&, const state::Household&);
view::Body show(const Scene&, const state::MemberEditing&);
view::Body show(const Scene&, const state::MoneyAsked&);
view::Body show(const Scene&, const state::AccountAsked&);
view::Body show(const Scene&, const state::PhoneAsked&);
// present_check.cpp
view::Body show(const Scene&, const state::Papers&);
view::Body show(const Scene&, const state::Review&);
view::Body show(const Scene&, const state::Pledge&);
view::Body show(const Scene&, const state::Signing&);
// present_hand_in.cpp
view::Body show(const Scene&, const state::Saving&);
view::Body show(const Scene&, const state::NotSaved&);
view::Body show(const Scene&, const state::Submitted&);
view::Body show(const Scene&, const state::PrintInterrupted&);
view::Body show(const Scene&, const state::PrintUnknown&);
view::Body show(const Scene&, const state::PhoneQr&);
// present_follow.cpp
view::Body show(const Scene&, const state::ScanReceipt&);
view::Body show(const Scene&, const state::TypeReceipt&);
view::Body show(const Scene&, const state::AskingCounty&);
view::Body show(const Scene&, const state::ReceiptRefused&);
view::Body show(const Scene&, const state::Status&);

}  // namespace huimin::journey::resident
