#include <string>

#include "screens/view/resident.h"

namespace huimin::screens::view {

const char* name_of(Act act) {
  switch (act) {
    case Act::Start: return "start";
    case Act::Apply: return "apply";
    case Act::AskStatus: return "ask_status";
    case Act::Urgent: return "urgent";
    case Act::Elsewhere: return "elsewhere";
    case Act::Back: return "back";
    case Act::Next: return "next";
    case Act::End: return "end";
    case Act::CallStaff: return "call_staff";
    case Act::CancelCall: return "cancel_call";
    case Act::Resume: return "resume";
    case Act::StillHere: return "still_here";
    case Act::Agree: return "agree";
    case Act::TypeNumber: return "type_number";
    case Act::NoCard: return "no_card";
    case Act::RightPerson: return "right_person";
    case Act::WrongPerson: return "wrong_person";
    case Act::GoOnAnyway: return "go_on_anyway";
    case Act::DontKnow: return "dont_know";
    case Act::WriteStory: return "write_story";
    case Act::AddMember: return "add_member";
    case Act::RemoveMember: return "remove_member";
    case Act::MoreMembers: return "more_members";
    case Act::FewerMembers: return "fewer_members";
    case Act::WithAccount: return "with_account";
    case Act::WithoutAccount: return "without_account";
    case Act::NoPhone: return "no_phone";
    case Act::PledgeTick: return "pledge_tick";
    case Act::UndoStroke: return "undo_stroke";
    case Act::ClearInk: return "clear_ink";
    case Act::SignWithStaff: return "sign_with_staff";
    case Act::Submit: return "submit";
    case Act::TryAgain: return "try_again";
    case Act::PrintAgain: return "print_again";
    case Act::PrintOnPaper: return "print_on_paper";
    case Act::PaperCame: return "paper_came";
    case Act::PaperMissing: return "paper_missing";
    case Act::ShowQr: return "show_qr";
    case Act::AnotherMatter: return "another_matter";
    case Act::Done: return "done";
    case Act::PrintLater: return "print_later";
    case Act::WaitForPaper: return "wait_for_paper";
    case Act::TypeReceipt: return "type_receipt";
    case Act::ScanReceipt: return "scan_receipt";
    case Act::NextLanguage: return "next_language";
    case Act::NextSize: return "next_size";
    case Act::NextPalette: return "next_palette";
    case Act::ReadAloud: return "read_aloud";
    case Act::ReadTyped: return "read_typed";
    case Act::StopReading: return "stop_reading";
    case Act::VoiceSlower: return "voice_slower";
    case Act::VoiceFaster: return "voice_faster";
    case Act::VoiceSofter: return "voice_softer";
    case Act::VoiceLouder: return "voice_louder";
    case Act::DarkScreen: return "dark_screen";
  }
  return "";
}

const char* name_of(Field field) {
  switch (field) {
    case Field::IdNumber: return "id_number";
    case Field::Name: return "name";
    case Field::Story: return "story";
    case Field::PlaceSearch: return "place_search";
    case Field::MemberAge: return "member_age";
    case Field::Needed: return "needed";
    case Field::Spent: return "spent";
    case Field::AccountNumber: return "account_number";
    case Field::Phone: return "phone";
    case Field::ReceiptNumber: return "receipt_number";
  }
  return "";
}

namespace {

struct Namer {
  std::string operator()(const Attract&) const { return "attract"; }
  std::string operator()(const Home&) const { return "home"; }
  std::string operator()(const ElsewhereScreen&) const { return "elsewhere"; }
  std::string operator()(const NotReady&) const { return "not-ready"; }
  std::string operator()(const TroublePaper&) const { return "trouble-paper"; }
  std::string operator()(const Privacy&) const { return "privacy"; }
  std::string operator()(const Identify& view) const {
    switch (view.reading) {
      case Reading::Waiting: return "identify";
      case Reading::Busy: return "identify-reading";
      case Reading::LiftedEarly: return "identify-lifted";
      case Reading::Unreadable: return "identify-unreadable";
      case Reading::TakeCardFirst: return "identify-take-card";
      case Reading::ReaderGone: return "identify-no-reader";
    }
    return "identify";
  }
  std::string operator()(const ConfirmPerson&) const { return "person"; }
  std::string operator()(const TypeNumber&) const { return "type-number"; }
  std::string operator()(const TypeName&) const { return "type-name"; }
  std::string operator()(const WhatHappened&) const { return "happened"; }
  std::string operator()(const StoryScreen&) const { return "story"; }
  std::string operator()(const PlaceScreen&) const { return "place"; }
  std::string operator()(const Household&) const { return "household"; }
  std::string operator()(const MemberScreen&) const { return "member"; }
  std::string operator()(const MoneyScreen&) const { return "money"; }
  std::string operator()(const AccountScreen&) const { return "account"; }
  std::string operator()(const PhoneScreen&) const { return "phone"; }
  std::string operator()(const PapersScreen&) const { return "papers"; }
  std::string operator()(const Review&) const { return "review"; }
  std::string operator()(const Pledge&) const { return "pledge"; }
  std::string operator()(const SignatureScreen&) const { return "signature"; }
  std::string operator()(const Saving&) const { return "saving"; }
  std::string operator()(const NotSaved&) const { return "not-saved"; }
  std::string operator()(const Submitted& view) const {
    return view.paper == PaperStage::Printing ? "submitted" : "printed";
  }
  std::string operator()(const PrintInterrupted&) const { return "print-interrupted"; }
  std::string operator()(const PrintUnknown&) const { return "print-unknown"; }
  std::string operator()(const PhoneQr&) const { return "phone-qr"; }
  std::string operator()(const ScanReceiptScreen&) const { return "scan"; }
  std::string operator()(const TypeReceiptScreen&) const { return "type-receipt"; }
  std::string operator()(const AskingCounty&) const { return "asking"; }
  std::string operator()(const ReceiptRefused&) const { return "receipt-refused"; }
  std::string operator()(const Status&) const { return "status"; }
  std::string operator()(const TimeoutWarning&) const { return "timeout"; }
  std::string operator()(const Help&) const { return "help"; }
  std::string operator()(const Voice&) const { return "voice"; }
  std::string operator()(const Goodbye&) const { return "goodbye"; }
};

}  // namespace

std::string name_of(const Screen& screen) { return std::visit(Namer{}, screen.body); }

}  // namespace huimin::screens::view
