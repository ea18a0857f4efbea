#pragma once
// The screens from the last look to the paper in one's hand.
// Names in brackets are those of the pictures of a headless run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "screens/view/arrive.h"

namespace huimin::screens::view {

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

}  // namespace huimin::screens::view
