#pragma once
// A case at the county: its stage, who has it, by when (policy 3.1), and the small public part
// that a receipt may show.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/calendar.h"
#include "kiosk/domain/civil_date.h"

namespace huimin::domain {

// Codes as in policy 3.1: sent, stored and printed; never renumber.
enum class Stage : std::uint8_t {
  PreCheck = 0,
  Submitted = 10,
  Completeness = 20,
  Supplement = 21,
  Accepted = 22,
  NotAccepted = 23,
  Transferred = 24,
  DataCheck = 30,
  Recheck = 31,
  HomeVisit = 40,
  Appraisal = 45,
  Opinion = 50,
  PublicNotice = 60,
  Objection = 61,
  Review = 70,
  Confirmed = 71,
  NotConfirmed = 72,
  Continuing = 75,
  HelpFirst = 80,
  Supplemented = 81,
  Dispute = 90,
  Withdrawn = 95,
};

std::optional<Stage> stage_from_code(int code);
// "ST10"
std::string code_of(Stage stage);
// What any programme may do (policy 3.1 with its stage skips); a programme uses a part of it. A
// withdrawal may follow every stage before the decision or the help.
bool may_follow(Stage from, Stage to);
// No limit runs in this stage any more: decided, helped, passed on or withdrawn. A dispute is not
// final: another body has its own limit there.
bool is_final(Stage stage);

// One thing that happened, as anybody with the receipt may see it: no names of residents, no
// amounts.
struct PublicEvent {
  Stage stage = Stage::Submitted;
  base::WallTime at;
  std::string unit;      // "酿溪镇社会事务办"
  std::string official;  // who is responsible there; empty when the county does not publish it
};

// What is answered for a receipt number: stage, dates, unit and remedy only (DESIGN 5).
struct PublicStatus {
  std::string case_no;
  std::string programme;  // "P08"
  Stage stage = Stage::Submitted;
  std::vector<PublicEvent> events;  // oldest first
  std::string now_unit;             // who has it now: 谁受理谁负责
  std::string now_official;
  std::string now_phone;
  std::optional<Deadline> latest;  // by when, at the latest
  int limit_days = 0;              // of the running limit; 0 when there is none
  DayUnit limit_unit = DayUnit::WorkingDay;
  int used_days = 0;
  std::string supervision_phone;  // whom to call when it is late
  base::WallTime as_of;           // the county's clock when it answered
};

}  // namespace huimin::domain
