// Every state with every event. The table lists the pairs that act; each pair that it does not list
// must leave everything as it is and ask for nothing.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>

#include "tests/journey/sample_states.h"
#include "tests/journey/show_state.h"

namespace huimin::journey::resident::sample {
namespace {

using view::Answer;

// `state  event|event -> next : effects`; "=" is the same screen with something changed on it, "~"
// the same screen unchanged. What means the same on every screen stands in `common_outcome`.
constexpr const char* kPairs = R"(
Attract start -> Home : BeginSession CheckReadiness
Home apply -> Privacy
Home ask_status -> ScanReceipt
Home elsewhere -> Elsewhere
Home back -> Goodbye : EndSession
Home urgent -> Privacy : CallStaff
Elsewhere back -> Home
Elsewhere done -> Goodbye : EndSession
NotReady back -> Home
NotReady try_again -> ~ : CheckReadiness
NotReady readiness_ok -> Privacy
NotReady readiness_bad -> =
TroublePaper print_later|show_qr|printer_ready -> Privacy
TroublePaper wait_for_paper -> =
TroublePaper back -> Home
Privacy agree -> Identify
Privacy back -> Home
Privacy readiness_bad -> NotReady
Identify type_number -> TypeNumber
Identify no_card -> TypeName : CallStaff
Identify back -> Privacy
Identify card_busy|card_failed|reader_gone -> =
Identify reader_back -> ~
Identify card_read -> ConfirmPerson
ConfirmPerson right_person -> WhatHappened
ConfirmPerson wrong_person|back -> Identify
TypeNumber next -> ~
TypeNumber edit.id_number -> =
TypeNumber go_on_anyway -> TypeName
TypeNumber no_card -> TypeName : CallStaff
TypeNumber back -> Identify
TypeName next -> WhatHappened
TypeName edit.name -> =
TypeName back -> TypeNumber
WhatHappened next -> PlacePicking
WhatHappened write_story -> Story
WhatHappened back -> ConfirmPerson
WhatHappened choose.event -> =
Story next -> PlacePicking
Story back -> WhatHappened
Story edit.story -> =
PlacePicking back -> WhatHappened
PlacePicking dont_know -> Household
PlacePicking next|choose.place|choose.level|edit.place_search -> =
Household more_members -> =
Household fewer_members -> =
Household add_member|member -> MemberEditing
Household next -> MoneyAsked
Household back -> PlacePicking
MemberEditing next|remove_member|back -> Household
MemberEditing dont_know|choose.relation|edit.member_age -> =
MoneyAsked next -> AccountAsked
MoneyAsked back -> Household
MoneyAsked edit.needed|edit.spent|focus.spent -> =
MoneyAsked focus.needed -> ~
AccountAsked with_account -> =
AccountAsked without_account -> ~
AccountAsked next -> PhoneAsked
AccountAsked back -> MoneyAsked
AccountAsked edit.account_number -> =
PhoneAsked next|no_phone -> Papers
PhoneAsked back -> AccountAsked
PhoneAsked edit.phone -> =
Papers next -> Review
Papers back -> PhoneAsked
Papers paper -> =
Review next -> Pledge
Review back -> Papers
Review change.person -> ConfirmPerson
Review change.event -> WhatHappened
Review change.story -> Story
Review change.place -> PlacePicking
Review change.household -> Household
Review change.money -> MoneyAsked
Review change.account -> AccountAsked
Review change.phone -> PhoneAsked
Review change.papers -> Papers
Pledge next -> Signing
Pledge back -> Review
Pledge pledge_tick -> =
Signing submit -> Saving : Submit
Signing sign_with_staff -> = : CallStaff
Signing back -> Pledge
Signing clear_ink|undo_stroke|inked -> =
Saving committed -> Submitted : PrintReceipt
Saving save_failed -> NotSaved : CallStaff
NotSaved try_again -> Saving : Submit
NotSaved print_on_paper -> = : PrintDraft
NotSaved/printing try_again -> Saving : Submit
NotSaved/printing printed|print_stopped|print_unknown -> =
Submitted show_qr -> PhoneQr
Submitted another_matter -> Home : EndSession BeginSession CheckReadiness
Submitted done -> Goodbye : EndSession
Submitted printed|acknowledged -> =
Submitted print_stopped -> PrintInterrupted
Submitted print_unknown -> PrintUnknown
Submitted/printed print_again -> = : PrintReceipt
Submitted/printed show_qr -> PhoneQr
Submitted/printed another_matter -> Home : EndSession BeginSession CheckReadiness
Submitted/printed done -> Goodbye : EndSession
Submitted/printed acknowledged -> =
PrintInterrupted print_again -> Submitted : PrintReceipt
PrintInterrupted print_later -> Submitted
PrintInterrupted show_qr -> PhoneQr
PrintInterrupted another_matter -> Home : EndSession BeginSession CheckReadiness
PrintInterrupted done -> Goodbye : EndSession
PrintInterrupted acknowledged -> =
PrintUnknown paper_came|paper_missing|printed -> Submitted
PrintUnknown print_stopped -> PrintInterrupted
PrintUnknown another_matter -> Home : EndSession BeginSession CheckReadiness
PrintUnknown done -> Goodbye : EndSession
PrintUnknown acknowledged -> =
PhoneQr back -> Submitted
PhoneQr another_matter -> Home : EndSession BeginSession CheckReadiness
PhoneQr done -> Goodbye : EndSession
PhoneQr printed|acknowledged -> =
PhoneQr print_stopped -> PrintInterrupted
PhoneQr print_unknown -> PrintUnknown
ScanReceipt type_receipt -> TypeReceipt
ScanReceipt back -> Home
ScanReceipt scanned -> = : CheckReceipt
ScanReceipt/checking type_receipt -> TypeReceipt
ScanReceipt/checking back -> Home
ScanReceipt/checking receipt_true -> AskingCounty : AskStatus
ScanReceipt/checking receipt_altered -> ReceiptRefused
TypeReceipt next -> AskingCounty : AskStatus
TypeReceipt back|scan_receipt -> ScanReceipt
TypeReceipt edit.receipt_number -> =
AskingCounty back -> ScanReceipt
AskingCounty status|status_kept -> Status
AskingCounty status_unknown|status_silent -> ReceiptRefused
ReceiptRefused scan_receipt|back -> ScanReceipt
ReceiptRefused type_receipt -> TypeReceipt
ReceiptRefused another_matter -> Home : EndSession BeginSession CheckReadiness
ReceiptRefused done -> Goodbye : EndSession
ReceiptRefused try_again -> AskingCounty : AskStatus
Status print_again -> = : PrintStatus
Status back -> ScanReceipt
Status another_matter -> Home : EndSession BeginSession CheckReadiness
Status done -> Goodbye : EndSession
Status status -> =
Status/printing back -> ScanReceipt
Status/printing another_matter -> Home : EndSession BeginSession CheckReadiness
Status/printing done -> Goodbye : EndSession
Status/printing status|printed|print_stopped|print_unknown -> =
Goodbye start|done -> Attract
)";

struct Outcome {
  std::string next = "~";
  std::string effects;
};

using Pair = std::pair<std::string, std::string>;

std::map<Pair, Outcome> pairs() {
  std::map<Pair, Outcome> table;
  std::istringstream lines(kPairs);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    std::istringstream words(line);
    std::string state, events, arrow, colon;
    Outcome outcome;
    words >> state >> events >> arrow >> outcome.next >> colon;
    std::getline(words >> std::ws, outcome.effects);
    std::istringstream each(events);
    for (std::string event; std::getline(each, event, '|');) {
      REQUIRE(table.emplace(Pair{state, event}, outcome).second);
    }
  }
  return table;
}

using Events = std::vector<std::pair<std::string, Event>>;

void add_touches(Events& all) {
  for (int act = 0; act <= static_cast<int>(view::kLastAct); ++act) {
    all.emplace_back(view::name_of(static_cast<Act>(act)), press(static_cast<Act>(act)));
  }
  const std::map<Field, std::string> typed{
      {Field::IdNumber, "4305"},    {Field::Name, "刘"},           {Field::Story, "昨夜"},
      {Field::PlaceSearch, "s"},    {Field::MemberAge, "56"},      {Field::Needed, "5"},
      {Field::Spent, "6"},          {Field::AccountNumber, "123"}, {Field::Phone, "139"},
      {Field::ReceiptNumber, "430"}};
  for (const auto& [field, value] : typed) {
    all.emplace_back(std::string("edit.") + view::name_of(field), edit(field, value));
    all.emplace_back(std::string("focus.") + view::name_of(field),
                     event::Did{view::intent::Focus{field}});
  }
  const std::map<std::string, Answer> answers{
      {"person", Answer::Person},       {"event", Answer::Event}, {"story", Answer::Story},
      {"place", Answer::Place},         {"money", Answer::Money}, {"account", Answer::Account},
      {"household", Answer::Household}, {"phone", Answer::Phone}, {"papers", Answer::Papers}};
  for (const auto& [name, answer] : answers) all.emplace_back("change." + name, change(answer));
  all.emplace_back("choose.event", choose("illness"));
  all.emplace_back("choose.relation", choose("son"));
  all.emplace_back("choose.place", choose("430522101202"));
  all.emplace_back("choose.level", choose("level.county"));
  all.emplace_back("choose.nothing", choose("nothing of the kind"));
  all.emplace_back("paper", event::Did{view::intent::SetPaper{"evidence", true}});
  all.emplace_back("member", event::Did{view::intent::EditMember{0}});
  all.emplace_back("inked", ink());
}

void add_devices(Events& all, std::uint64_t job) {
  all.emplace_back("tick", event::Tick{});
  all.emplace_back("card_busy", event::CardBusy{9});
  all.emplace_back("card_read", card_of_liu(9));
  all.emplace_back("card_failed", event::CardFailed{9, event::CardFault::Unreadable});
  all.emplace_back("card_lifted", event::CardLifted{9});
  all.emplace_back("reader_gone", event::ReaderGone{});
  all.emplace_back("reader_back", event::ReaderBack{});
  all.emplace_back("printer_out", event::PrinterChanged{PrinterState::PaperOut});
  all.emplace_back("printer_ready", event::PrinterChanged{PrinterState::Ready});
  all.emplace_back("printed", event::Printed{job});
  all.emplace_back("print_stopped", event::PrintStopped{job, PrinterState::PaperOut});
  all.emplace_back("print_unknown", event::PrintUnknown{job});
  all.emplace_back("printed_other", event::Printed{job + 90});
  all.emplace_back("print_stopped_other", event::PrintStopped{job + 90, PrinterState::Gone});
  all.emplace_back("print_unknown_other", event::PrintUnknown{job + 90});
  all.emplace_back("scanned", event::Scanned{"code"});
  all.emplace_back("scanner_gone", event::ScannerGone{});
  all.emplace_back("scanner_back", event::ScannerBack{});
  all.emplace_back("keypad_used", event::KeypadUsed{});
  all.emplace_back("voice_gone", event::VoiceGone{});
  all.emplace_back("voice_back", event::VoiceBack{});
  all.emplace_back("signal_raised", event::SignalRaised{});
  all.emplace_back("signal_failed", event::SignalFailed{});
}

void add_answers(Events& all) {
  const domain::ReceiptNumber other{430522, 7, 999};
  domain::PublicStatus moved = status();
  moved.stage = domain::Stage::HelpFirst;
  all.emplace_back("readiness_ok", event::ReadinessChecked{});
  all.emplace_back("readiness_bad", event::ReadinessChecked{{.key = false}});
  all.emplace_back("committed", committed());
  all.emplace_back("save_failed", event::SaveFailed{event::SaveFault::Busy});
  all.emplace_back("acknowledged", event::Acknowledged{receipt(), "case", morning().wall});
  all.emplace_back("acknowledged_other", event::Acknowledged{other, "case", morning().wall});
  all.emplace_back("receipt_true", event::ReceiptChecked{event::Verdict::True, receipt()});
  all.emplace_back("receipt_altered", event::ReceiptChecked{event::Verdict::Altered, {}});
  all.emplace_back("status", event::StatusArrived{receipt(), moved, true});
  all.emplace_back("status_other", event::StatusArrived{other, moved, true});
  all.emplace_back("status_kept", event::StatusKeptHere{receipt(), morning().wall});
  all.emplace_back("status_kept_other", event::StatusKeptHere{other, morning().wall});
  all.emplace_back("status_unknown", event::StatusFailed{receipt(), event::StatusFault::NotKnown});
  all.emplace_back("status_silent", event::StatusFailed{receipt(), event::StatusFault::NoAnswer});
  all.emplace_back("status_failed_other", event::StatusFailed{other, event::StatusFault::NotKnown});
}

Events events_for(const Walk& walk) {
  Events all;
  add_touches(all);
  add_devices(all, walk.now.last_job);
  add_answers(all);
  return all;
}

// The aids, staff and the end mean the same everywhere.
std::optional<Outcome> common_outcome(const Walk& before, const std::string& event) {
  const bool called = before.now.call.has_value();
  // Comforts and what becomes of a call lie around the screen.
  const std::set<std::string> around{
      "next_language", "next_size",    "next_palette", "read_aloud",    "stop_reading",
      "voice_slower",  "voice_faster", "voice_softer", "voice_louder",  "dark_screen",
      "voice_gone",    "voice_back",   "signal_raised", "signal_failed"};
  if (around.contains(event)) return Outcome{};
  if (event == "read_typed") return Outcome{"~", "ReadTyped"};
  if (event == "keypad_used" && before.place() == "Attract") {
    return Outcome{"Home", "BeginSession CheckReadiness"};
  }
  if (event == "keypad_used") return Outcome{};
  if (event == "call_staff") return Outcome{"~", called ? "" : "CallStaff"};
  if (event == "cancel_call") return Outcome{"~", called ? "ClearCall" : ""};
  const std::set<std::string> stay{"Attract", "Saving", "Goodbye"};
  if (event != "end" || stay.contains(before.place())) return std::nullopt;
  return Outcome{"Goodbye", called ? "ClearCall EndSession" : "EndSession"};
}

std::string base_name(const std::string& sample) { return sample.substr(0, sample.find('/')); }

}  // namespace

TEST_SUITE("every state with every event") {
  TEST_CASE("there is a sample of every state") {
    std::set<std::string> seen;
    for (const Sample& sample : samples()) {
      CHECK(sample.walk.place() == base_name(sample.name));
      seen.insert(sample.walk.place());
    }
    CHECK(seen.size() == std::variant_size_v<State>);
  }

  TEST_CASE("there is an example of every event and every intent") {
    std::set<std::size_t> events, intents;
    for (const auto& [name, event] : events_for(Walk())) {
      events.insert(event.index());
      if (const auto* did = std::get_if<event::Did>(&event)) intents.insert(did->intent.index());
    }
    CHECK(events.size() == std::variant_size_v<Event>);
    CHECK(intents.size() == std::variant_size_v<view::Intent>);
  }

  TEST_CASE("a listed pair does what the table says, and every other pair does nothing") {
    std::map<Pair, Outcome> table = pairs();
    for (const Sample& sample : samples()) {
      for (const auto& [name, event] : events_for(sample.walk)) {
        CAPTURE(sample.name);
        CAPTURE(name);
        Walk after = sample.walk;
        after.effects();
        after.happens(event);
        Outcome expected;
        const auto common = common_outcome(sample.walk, name);
        auto listed = table.extract(Pair{sample.name, name});
        REQUIRE_FALSE(bool(common && listed));
        if (common) expected = *common;
        if (listed) expected = listed.mapped();
        const bool same_place = expected.next == "=" || expected.next == "~";
        CHECK(after.place() == (same_place ? base_name(sample.name) : expected.next));
        CHECK(after.effects() == expected.effects);
        const bool same_text = text_of(after.now.state) == text_of(sample.walk.now.state);
        if (same_place) CHECK(same_text == (expected.next == "~"));
        if (!common && !listed) CHECK(text_of(after.now) == text_of(sample.walk.now));
      }
    }
    std::string never_met;
    for (const auto& left : table) never_met += left.first.first + ' ' + left.first.second + '\n';
    CHECK(never_met == "");
  }

  TEST_CASE("what lies under a cover cannot be touched") {
    for (const Sample& sample : samples()) {
      for (const Cover cover : {Cover::Help, Cover::Voice, Cover::Timeout}) {
        for (const auto& [name, event] : events_for(sample.walk)) {
          if (!std::holds_alternative<event::Did>(event) || common_outcome(sample.walk, name)) {
            continue;
          }
          CAPTURE(sample.name);
          CAPTURE(name);
          Walk covered = sample.walk;
          covered.now.cover = cover;
          covered.effects();
          covered.happens(event);
          CHECK(text_of(covered.now.state) == text_of(sample.walk.now.state));
          CHECK(covered.effects() == "");
        }
      }
    }
  }
}

}  // namespace huimin::journey::resident::sample
