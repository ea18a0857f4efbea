// One draw function a view. Each draws what it is given and turns touches into intents; none
// decides.
#pragma once

#include "screens/resident/stage.h"
#include "screens/view/resident.h"

namespace huimin::screens::resident {

// Arriving: attract.cpp, home.cpp, elsewhere.cpp, not_ready.cpp, trouble_paper.cpp, privacy.cpp
void draw(Stage& stage, const view::Attract& view);
void draw(Stage& stage, const view::Home& view);
void draw(Stage& stage, const view::ElsewhereScreen& view);
void draw(Stage& stage, const view::NotReady& view);
void draw(Stage& stage, const view::TroublePaper& view);
void draw(Stage& stage, const view::Privacy& view);

// Who: identify.cpp, person.cpp, type_number.cpp, type_name.cpp
void draw(Stage& stage, const view::Identify& view);
void draw(Stage& stage, const view::ConfirmPerson& view);
void draw(Stage& stage, const view::TypeNumber& view);
void draw(Stage& stage, const view::TypeName& view);

// Telling: happened.cpp, story.cpp, place.cpp, household.cpp, member.cpp, money.cpp, account.cpp,
// phone.cpp, papers.cpp
void draw(Stage& stage, const view::WhatHappened& view);
void draw(Stage& stage, const view::StoryScreen& view);
void draw(Stage& stage, const view::PlaceScreen& view);
void draw(Stage& stage, const view::Household& view);
void draw(Stage& stage, const view::MemberScreen& view);
void draw(Stage& stage, const view::MoneyScreen& view);
void draw(Stage& stage, const view::AccountScreen& view);
void draw(Stage& stage, const view::PhoneScreen& view);
void draw(Stage& stage, const view::PapersScreen& view);

// Handing in: review.cpp, pledge.cpp, signature.cpp, saving.cpp, submitted.cpp, print_trouble.cpp,
// phone_qr.cpp
void draw(Stage& stage, const view::Review& view);
void draw(Stage& stage, const view::Pledge& view);
void draw(Stage& stage, const view::SignatureScreen& view);
void draw(Stage& stage, const view::Saving& view);
void draw(Stage& stage, const view::NotSaved& view);
void draw(Stage& stage, const view::Submitted& view);
void draw(Stage& stage, const view::PrintInterrupted& view);
void draw(Stage& stage, const view::PrintUnknown& view);
void draw(Stage& stage, const view::PhoneQr& view);

// Following: receipts.cpp, receipt_refused.cpp, status.cpp; covering: covers.cpp
void draw(Stage& stage, const view::ScanReceiptScreen& view);
void draw(Stage& stage, const view::TypeReceiptScreen& view);
void draw(Stage& stage, const view::AskingCounty& view);
void draw(Stage& stage, const view::ReceiptRefused& view);
void draw(Stage& stage, const view::Status& view);
void draw(Stage& stage, const view::TimeoutWarning& view);
void draw(Stage& stage, const view::Help& view);
void draw(Stage& stage, const view::Voice& view);
void draw(Stage& stage, const view::Goodbye& view);

}  // namespace huimin::screens::resident
