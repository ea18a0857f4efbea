#pragma once
// The resident's journey: (state, event, time) -> (next state, effects). Pure: no clock, no device,
// no thread.

#include <string>
#include <vector>

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/domain/calendar.h"
#include "kiosk/journey/resident/effect.h"
#include "kiosk/journey/resident/event.h"
#include "kiosk/journey/resident/state.h"

namespace huimin::journey::resident {

// How long people have, from configuration; defaults are those of the accessibility checklist
// (VVSG 7.2-O).
struct Patience {
  std::chrono::seconds idle{150};    // without a touch, then the warning: 2 to 5 minutes
  // The same for who is read to: a long page must come to its end. The most that VVSG 7.2-O gives.
  std::chrono::seconds idle_reading{300};
  std::chrono::seconds warning{45};  // then the session ends
  std::chrono::seconds goodbye{12};  // a guess until we have watched people
  std::chrono::seconds county{15};   // an answer to a question
};

// What the journey knows but does not own. Outlives the call.
struct World {
  const catalogue::Catalogue& catalogue;
  const domain::WorkCalendar& calendar;
  domain::Division home_division;  // township where this terminal stands, 9 digits
  Patience patience;
  // Random text for a submission's id; a different one at each call.
  std::string (*make_id)();
  // What a session begins with: the language of the hall.
  screens::view::Comfort comfort = {};
};

struct Step {
  Resident next;
  std::vector<Effect> effects;
};

Step step(const World& world, Resident now, const Event& event, base::Instant at);

// Does time alone matter now, and how soon? Zero: no tick is needed.
std::chrono::milliseconds next_tick_within(const World& world, const Resident& now,
                                           base::Instant at);

}  // namespace huimin::journey::resident
