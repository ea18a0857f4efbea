#pragma once
// One application as a resident made it, before it is sealed: what a journey gathers and the
// county opens.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/base/secret.h"
#include "kiosk/domain/division.h"
#include "kiosk/domain/money.h"
#include "kiosk/domain/resident_id.h"

namespace huimin::domain {

// How this terminal came to know who applies. Sealed with the application; add at the end.
enum class IdentifiedBy : std::uint8_t { Card = 1, TypedNumber = 2, NameOnly = 3 };

struct Applicant {
  IdentifiedBy by = IdentifiedBy::Card;
  base::Secret name;
  base::Secret id_number;  // empty for NameOnly
  // The check character was wrong and the person went on (policy 6.1 c).
  bool id_check_failed = false;
  base::Secret address;  // as on the card; empty when typed
  base::Secret phone;    // digits, may be empty: "no phone" is an answer
};

// A member in short form: first issue's form of policy 5.2.
struct Member {
  std::string relation;    // id of the catalogue's list: spouse, son, daughter, parent, other ...
  std::optional<int> age;  // whole years; nothing when not known
};

struct Place {
  std::optional<Division> division;  // nothing: the person does not know
  base::Secret detail;               // where exactly, in own words; may be empty
};

struct Account {
  bool wanted = false;       // false: by cash or decided later at the window
  base::Secret number;       // digits
  base::Secret bank;         // id of the catalogue's bank list or own words
  bool luhn_failed = false;  // only ever a warning: passbooks have no check digit (policy 6.6)
};

enum class PaperState : std::uint8_t { Brought = 1, Exempt = 2, Later = 3 };

struct PaperAnswer {
  std::string paper;  // id in the programme's list of papers
  PaperState state = PaperState::Later;
};

// A pen's way over the pad: millimetres from its upper left, milliseconds from the first touch.
struct InkPoint {
  float x_mm = 0;
  float y_mm = 0;
  std::uint32_t at_ms = 0;
};
using InkStroke = std::vector<InkPoint>;

enum class SignedBy : std::uint8_t { Ink = 1, StaffWitness = 2 };

struct Signature {
  SignedBy by = SignedBy::Ink;
  std::vector<InkStroke> strokes;
};

struct Application {
  std::string programme;          // "P08"
  std::string programme_version;  // of the catalogue's file
  std::string lane;               // "A"
  std::string language;           // "zh_CN" or "en": what the person read
  Applicant applicant;
  std::string event;   // id in the programme's list of events
  base::Secret story;  // own words; may be empty
  Place place;
  int household_size = 1;       // 1-20, the applicant counted
  std::vector<Member> members;  // the others; may be fewer than the size says
  Money needed;
  Money spent;
  Account account;
  std::vector<PaperAnswer> papers;
  std::string privacy_notice_version;
  std::string pledge_version;
  Signature signature;
  base::Instant signed_at;
};

// Luhn's check of a bank card number (ISO/IEC 7812). Precondition: ASCII digits.
bool passes_luhn(std::string_view digits);

enum class PhoneError : std::uint8_t { Empty, NotDigits, Length, Beginning };
// Mobile 1[3-9] and nine more digits, or a landline with area code (0 and 10-11 digits); blanks
// and hyphens forgiven. Returns the digits.
tl::expected<std::string, PhoneError> parse_phone(std::string_view typed);

}  // namespace huimin::domain
