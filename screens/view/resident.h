#pragma once
// The resident's screens, one struct each. Names in brackets are those of the pictures of a
// headless run.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "screens/view/common.h"
#include "screens/view/intent.h"

namespace huimin::screens::view {

// What is wrong with a typed value. The words are the screen's; none of them blames.
enum class Problem : std::uint8_t {
  Missing,
  IdLength,
  IdCharacter,
  IdLegacy,
  IdDate,
  IdCheckDigit,
  NameCharacter,
  NameLong,
  AmountDigits,
  AmountLarge,
  AmountDecimals,
  AccountDigits,
  AccountLength,
  AccountCheckDigit,
  PhoneDigits,
  PhoneLength,
  PhoneBeginning,
  AgeDigits,
  AgeRange,
  ReceiptForm,
  ReceiptCheckDigits,
  TextLong
};

// A field as it is typed. `from`, `to`: the characters of `value` that the problem is about; equal
// when none.
struct Typed {
  Field field = Field::Name;
  std::string value;
  bool active = false;
  std::optional<Problem> problem;
  int from = 0, to = 0;
  int length = 0;  // characters now, for "17 of 18"
};

struct Attract {};  // [attract]
struct Home {
  bool can_apply = true;
  bool can_print = true;
};  // [home]
struct ElsewhereScreen {
  Contact contact;
};  // [elsewhere] other matters, at the window

// Before the first question: this machine cannot take an application now. [not-ready]
enum class Shortage : std::uint8_t { Disk, Key, Clock, Catalogue, Queue, Printer };
struct NotReady {
  std::vector<Shortage> shortages;
  Contact contact;
};
// The printer has no paper, said before the start. [trouble-paper]
enum class PrinterTrouble : std::uint8_t { PaperOut, CoverOpen, Gone };
struct TroublePaper {
  PrinterTrouble trouble = PrinterTrouble::PaperOut;
  bool waiting = false;
};

struct Privacy {
  std::vector<std::string> paragraphs;
  Contact contact;
};  // [privacy]

// [identify], [identify-reading], [identify-again]
enum class Reading : std::uint8_t {
  Waiting,
  Busy,
  LiftedEarly,
  Unreadable,
  TakeCardFirst,
  ReaderGone
};
struct Identify {
  Progress progress;
  Reading reading = Reading::Waiting;
  int failures = 0;
};
struct ConfirmPerson {
  Progress progress;
  std::string name, id_tail;
};  // [person] masked
struct TypeNumber {
  Progress progress;
  Typed number;
  bool may_go_on = false;
};  // [type-number]
struct TypeName {
  Progress progress;
  Typed name;
  bool without_card = false;
};  // [type-name]

struct WhatHappened {
  Progress progress;
  std::vector<Option> events;
  bool missing = false;
};  // [happened]
struct StoryScreen {
  Progress progress;
  Typed story;
};  // [story]

// County, township, village; rows of the level being chosen. [place]
struct PlaceLevel {
  std::string label;
  bool chosen = false;
  bool current = false;
};
struct PlaceRow {
  std::string id, name, pinyin;
};
struct PlaceScreen {
  Progress progress;
  PlaceLevel levels[3];
  Typed search;
  std::vector<PlaceRow> rows;
  std::string useful_initials;  // letters that still lead somewhere; the other keys are flat
  bool missing = false;
};

struct MemberRow {
  std::string relation;
  std::optional<int> age;
};
struct Household {  // [household]
  Progress progress;
  std::string applicant;  // masked
  int size = 1;
  std::vector<MemberRow> members;
};
struct MemberScreen {  // [member]
  Progress progress;
  std::vector<Option> relations;
  Typed age;
  bool is_new = true;
  bool missing = false;
};

struct MoneyScreen {
  Progress progress;
  Typed needed, spent;
};  // [money]
struct AccountScreen {
  Progress progress;
  Typed number;
  bool wanted = false;
};  // [account]
struct PhoneScreen {
  Progress progress;
  Typed phone;
};  // [phone]

enum class PaperMark : std::uint8_t { Brought, Later, Exempt, ReadFromCard };
struct PaperRow {
  std::string id, name, hint;
  PaperMark mark = PaperMark::Later;
};
struct PapersScreen {
  Progress progress;
  std::vector<PaperRow> rows;
};  // [papers]

struct ReviewRow {
  Answer answer = Answer::Person;
  std::string value;
  bool attention = false;
};
struct Review {  // [review]
  Progress progress;
  std::string applicant;  // masked, with how it was known said by `identified`
  bool by_card = true;
  std::string event, story, place;  // empty: not said
  int household = 1;
  std::string needed, spent;  // plain yuan
  bool account_wanted = false;
  std::string account_tail;  // last four
  std::string phone;         // masked; empty: none
  int papers_brought = 0, papers_later = 0, papers_exempt = 0;
};
struct Pledge {
  Progress progress;
  std::vector<std::string> paragraphs;
  bool ticked = false;
};                        // [pledge]
struct SignatureScreen {  // [signature]
  Progress progress;
  std::string pledge_title;
  std::vector<InkStroke> strokes;
  bool missing = false;
  bool with_staff = false;
};

struct Saving {
  Progress progress;
  int answers = 0;
};  // [saving]
struct NotSaved {
  Progress progress;
  int answers = 0;
  bool can_print = false;
  bool staff_coming = true;
};  // [not-saved]

enum class PaperStage : std::uint8_t { Printing, Printed, NotPrinted };
struct Submitted {  // [submitted], [printed]
  Progress progress;
  std::string receipt_no;
  LocalTime kept_at;
  std::optional<LocalTime> county_at;  // nothing: on its way
  std::string case_no;                 // empty until the county has answered
  Day latest;                          // of the decision
  int limit_days = 0;
  bool limit_in_working_days = false;
  Contact contact;
  PaperStage paper = PaperStage::Printing;
  int copies = 0;  // papers that came out so far
};
// The paper did not come out whole. [print-interrupted], [print-unknown]
struct PrintInterrupted {
  std::string receipt_no;
  PrinterTrouble trouble = PrinterTrouble::PaperOut;
  bool ready_again = false;
};
struct PrintUnknown {
  std::string receipt_no;
};
struct PhoneQr {
  std::string receipt_no;
  QrModules qr;
};  // [phone-qr]

struct ScanReceiptScreen {
  bool scanner_gone = false;
};  // [scan]
struct TypeReceiptScreen {
  Typed number;
};  // [type-receipt]
struct AskingCounty {
  std::string receipt_no;
};  // [asking]

// Why there is no status. [receipt-refused]
enum class ReceiptProblem : std::uint8_t {
  Altered,
  UnknownTerminal,
  MadeAfterWithdrawal,
  NotAReceipt,
  NotKnownToCounty,
  NoAnswer
};
struct ReceiptRefused {
  ReceiptProblem problem = ReceiptProblem::NotAReceipt;
  Contact contact;
};

struct TimelineRow {
  enum class State : std::uint8_t { Done, Now, ToCome } state = State::ToCome;
  int stage = 10;  // the stage's code, policy 3.1: the screen has the words
  Day day;         // of Done and Now; the latest day of ToCome
  bool has_day = true;
  std::string unit;  // who did it, or has it
};
struct Status {  // [status]
  std::string receipt_no, programme, case_no;
  bool reached_county = true;  // false: still kept in this terminal
  std::vector<TimelineRow> rows;
  int used_days = 0, limit_days = 0;  // 0 limit: none runs
  bool limit_in_working_days = false;
  std::optional<Day> latest;
  Contact now;  // who has it
  std::string supervision_phone;
  LocalTime as_of;
  bool fresh = true;  // false: the last known, the county could not be asked
  int age_hours = 0;
  bool can_print = true;
};

struct TimeoutWarning {
  int seconds_left = 45;
  int seconds_total = 45;
  bool submitted = false;
};  // [timeout]
struct Help {
  int before_you = 0;
  int number = 1;
  LocalTime called_at;
  Contact contact;
  bool urgent = false;
};  // [help]
struct Goodbye {
  bool card_left = false;
};  // [goodbye]

using Body =
    std::variant<Attract, Home, ElsewhereScreen, NotReady, TroublePaper, Privacy, Identify,
                 ConfirmPerson, TypeNumber, TypeName, WhatHappened, StoryScreen, PlaceScreen,
                 Household, MemberScreen, MoneyScreen, AccountScreen, PhoneScreen, PapersScreen,
                 Review, Pledge, SignatureScreen, Saving, NotSaved, Submitted, PrintInterrupted,
                 PrintUnknown, PhoneQr, ScanReceiptScreen, TypeReceiptScreen, AskingCounty,
                 ReceiptRefused, Status, TimeoutWarning, Help, Goodbye>;

struct Screen {
  Chrome chrome;
  Body body;
};

// The picture's name, such as "type-number"; the same view always has the same name.
std::string name_of(const Screen& screen);

}  // namespace huimin::screens::view
