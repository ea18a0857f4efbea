#include "tests/journey/sample_states.h"

namespace huimin::journey::resident::sample {
namespace {

std::vector<Sample> samples_of_applying() {
  Walk not_ready;
  not_ready.happens(event::ReadinessChecked{{.disk = false}}).to_privacy();
  Walk no_paper;
  no_paper.happens(event::PrinterChanged{PrinterState::PaperOut}).to_privacy();
  Walk person;
  person.to_identify().happens(card_of_wang(1));
  Walk number;
  number.to_identify().press(Act::TypeNumber).edit(Field::IdNumber, "430522190001010005");
  number.press(Act::Next);
  Walk name = number;
  name.press(Act::GoOnAnyway).edit(Field::Name, "王秀英");
  Walk home = Walk().to_household().press(Act::AddMember).choose("spouse").press(Act::Next);
  home.press(Act::MoreMembers);
  Walk member = home;
  member.happens(event::Did{view::intent::EditMember{0}}).edit(Field::MemberAge, "55");
  Walk money = Walk().to_money().edit(Field::Needed, "1600");
  money.happens(event::Did{view::intent::Focus{Field::Needed}});
  return {{"Attract", Walk()},
          {"Home", Walk().press(Act::Start)},
          {"Elsewhere", Walk().press(Act::Start).press(Act::Elsewhere)},
          {"NotReady", not_ready},
          {"TroublePaper", no_paper},
          {"Privacy", Walk().to_privacy()},
          {"Identify", Walk().to_identify()},
          {"ConfirmPerson", person},
          {"TypeNumber", number.edit(Field::IdNumber, "430522190001010005").press(Act::Next)},
          {"TypeName", name},
          {"WhatHappened", Walk().to_what_happened().choose("fire")},
          {"Story", Walk().to_what_happened().choose("fire").press(Act::WriteStory)},
          {"PlacePicking", Walk().to_place()},
          {"Household", home},
          {"MemberEditing", member},
          {"MoneyAsked", money},
          {"AccountAsked", Walk().to_account()},
          {"PhoneAsked", Walk().to_phone().edit(Field::Phone, "13800000000")},
          {"Papers", Walk().to_papers()},
          {"Review", Walk().to_review()},
          {"Pledge", Walk().to_review().press(Act::Next).press(Act::PledgeTick)},
          {"Signing", Walk().to_signing().happens(ink())}};
}

std::vector<Sample> samples_after() {
  Walk not_saved;
  not_saved.to_saving().happens(event::SaveFailed{event::SaveFault::DiskFull});
  Walk slip = not_saved;
  slip.press(Act::PrintOnPaper);
  const Walk printing = Walk().to_submitted();
  const std::uint64_t job = printing.now.last_job;
  Walk stopped = printing, unknown = printing, printed = printing, qr = printing;
  Walk scan = Walk().press(Act::Start).press(Act::AskStatus);
  Walk checking = scan;
  checking.happens(event::Scanned{"code"});
  Walk typed = scan;
  typed.press(Act::TypeReceipt).edit(Field::ReceiptNumber, domain::print(receipt()));
  Walk asking = checking;
  asking.happens(event::ReceiptChecked{event::Verdict::True, receipt()});
  Walk refused = asking;
  refused.happens(event::StatusFailed{receipt(), event::StatusFault::NoAnswer});
  return {{"Saving", Walk().to_saving()},
          {"NotSaved", not_saved},
          {"NotSaved/printing", slip},
          {"Submitted", printing},
          {"Submitted/printed", printed.happens(event::Printed{job})},
          {"PrintInterrupted", stopped.happens(event::PrintStopped{job, PrinterState::PaperOut})},
          {"PrintUnknown", unknown.happens(event::PrintUnknown{job})},
          {"PhoneQr", qr.press(Act::ShowQr)},
          {"ScanReceipt", scan},
          {"ScanReceipt/checking", checking},
          {"TypeReceipt", typed},
          {"AskingCounty", asking},
          {"ReceiptRefused", refused},
          {"Status", Walk().to_status()},
          {"Status/printing", Walk().to_status().press(Act::PrintAgain)},
          {"Goodbye", Walk().press(Act::Start).press(Act::End)}};
}

}  // namespace

std::vector<Sample> samples() {
  std::vector<Sample> all = samples_of_applying();
  for (Sample& sample : samples_after()) all.push_back(std::move(sample));
  return all;
}

}  // namespace huimin::journey::resident::sample
