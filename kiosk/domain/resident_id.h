#pragma once
// Numbers of identity documents: 公民身份号码 (GB 11643-1999) and the permits that share its form
// (policy 6.1, 6.2).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/base/secret.h"
#include "kiosk/domain/civil_date.h"

namespace huimin::domain {

enum class IdKind : std::uint8_t {
  ResidentCard,        // first digits: division of first registration, today's or historical
  HongKongPermit,      // 810000
  MacaoPermit,         // 820000
  TaiwanPermit,        // 830000
  ForeignPermanent,    // first digit 9, edition of 2023
  ForeignPermanentOld  // three letters and twelve digits, edition before 2023-12; no known check
};

// The first rule that the number breaks, so that the screen can say what is wrong and where.
enum class IdError : std::uint8_t {
  Empty,
  Length,      // not 18 characters (15 for the old foreigner's permit)
  Character,   // something else than digits, X only as the 18th; a number never begins with 0
  Legacy15,    // a number of the first generation: no longer valid, can be upgraded
  BadDate,     // digits 7 to 14 are not a day that has been
  CheckDigit,  // warns and offers staff; never blocks an emergency (policy 6.1 c)
};

enum class Sex : std::uint8_t { Unknown, Male, Female };

// What a number says by itself; suggestions only, numbers with errors exist (policy 6.1 d, e).
struct ResidentId {
  base::Secret number;  // 18 (or 15) characters, X in upper case
  IdKind kind = IdKind::ResidentCard;
  std::optional<CivilDate> birth;
  Sex sex = Sex::Unknown;
};

// Which group of the number an error stands in, as offsets of characters in the normalised text,
// `to` not included: for showing it. Length: what is missing before the 18th, or what is too much
// after it.
struct IdProblem {
  IdError error;
  std::uint8_t from = 0;
  std::uint8_t to = 0;
  std::uint8_t typed = 0;  // characters after normalising
};

// Full-width digits and letters become ASCII, x becomes X, blanks and hyphens go.
std::string normalise_id(std::string_view typed);

// `today` bounds the birth date: nobody is born tomorrow, nobody more than 130 years ago. A
// foreigner's permit is only held to its characters and its check character; its birth date is a
// suggestion if there is one.
tl::expected<ResidentId, IdProblem> parse_resident_id(std::string_view typed, CivilDate today);

// The 18th character for 17 digits (ISO 7064 MOD 11-2). Precondition: 17 ASCII digits.
char id_check_character(std::string_view first17);

// "430522190001010004" from the 15-digit "430522000101000"; nothing when that is not 15 digits
// with a real day of the years 1900 to 1999.
std::optional<std::string> upgrade_legacy_id(std::string_view fifteen);

// Whole years on `today`; who was born on 29 February is a year older on 1 March of other years.
int age_on(CivilDate birth, CivilDate today);

}  // namespace huimin::domain
