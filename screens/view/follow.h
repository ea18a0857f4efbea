#pragma once
// The screens that follow a case by its receipt, and those that cover any other.
// Names in brackets are those of the pictures of a headless run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "screens/view/arrive.h"

namespace huimin::screens::view {

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
// What became of the hall's signal. Only Raised lets a screen say that staff were called.
enum class Summons : std::uint8_t { Asked, Raised, Failed };
struct Help {
  int number = 1;
  LocalTime called_at;
  Contact contact;
  bool urgent = false;
  Summons summons = Summons::Raised;
};  // [help]
// How the voice reads; the numbers stand in the chrome's comfort.
struct Voice {
  bool operator==(const Voice&) const = default;
};  // [voice]
struct Goodbye {
  bool card_left = false;
};  // [goodbye]

}  // namespace huimin::screens::view
