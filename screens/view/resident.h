#pragma once
// The resident's screens, one struct each, and the screen that holds any of them.

#include <string>
#include <variant>

#include "screens/view/arrive.h"
#include "screens/view/follow.h"
#include "screens/view/hand_in.h"
#include "screens/view/tell.h"

namespace huimin::screens::view {

using Body =
    std::variant<Attract, Home, ElsewhereScreen, NotReady, TroublePaper, Privacy, Identify,
                 ConfirmPerson, TypeNumber, TypeName, WhatHappened, StoryScreen, PlaceScreen,
                 Household, MemberScreen, MoneyScreen, AccountScreen, PhoneScreen, PapersScreen,
                 Review, Pledge, SignatureScreen, Saving, NotSaved, Submitted, PrintInterrupted,
                 PrintUnknown, PhoneQr, ScanReceiptScreen, TypeReceiptScreen, AskingCounty,
                 ReceiptRefused, Status, TimeoutWarning, Help, Voice, Goodbye>;

struct Screen {
  Chrome chrome;
  Body body;
};

// The picture's name, such as "type-number"; the same view always has the same name.
std::string name_of(const Screen& screen);

}  // namespace huimin::screens::view
