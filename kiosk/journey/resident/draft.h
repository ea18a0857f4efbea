#pragma once
// What a person has said so far, and what is left of it once it is safe.

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/base/clock.h"
#include "kiosk/base/secret.h"
#include "kiosk/domain/application.h"
#include "kiosk/domain/calendar.h"
#include "kiosk/domain/receipt_number.h"
#include "screens/view/common.h"

namespace huimin::journey::resident {

// What the person has said so far, as typed and as understood. `application` holds only what was
// accepted; what is typed and not yet right stays in the `_typed` ones.
struct Draft {
  domain::Application application;
  std::string submission;  // random id, made when the journey began
  base::Secret number_typed, name_typed, needed_typed, spent_typed, account_typed, phone_typed;
  bool account_wanted = false;  // chosen; accepted together with the number
  bool account_answered = false, phone_answered = false;
  bool pledge_ticked = false, papers_answered = false;
  bool from_review = false;  // "next" leads back to the review
};

// No date can be named: there is no limit, or the clock was wrong (case C14). Not ok() on purpose.
inline constexpr domain::Deadline kNoDeadline{
    domain::CivilDate{std::chrono::year{0}, std::chrono::month{0}, std::chrono::day{0}}, false};

// A submission that is safe in the queue.
struct Kept {
  domain::ReceiptNumber receipt;
  std::string receipt_qr;
  screens::view::QrModules qr;
  base::WallTime at;
  std::optional<base::WallTime> county_at;
  std::string case_no;
  domain::Deadline latest = kNoDeadline;
  domain::Application application;  // wiped of ink; for reprints within this session only
  int copies = 0;                   // whole papers that came out
  int attempts = 0;                 // print jobs started
};

}  // namespace huimin::journey::resident
