#pragma once
// From a state to exactly what may be shown: masked, ordered, nothing more.

#include "kiosk/journey/resident/step.h"
#include "screens/view/resident.h"

namespace huimin::journey::resident {

// What stands on the hall's door: from the configuration.
struct Hall {
  std::string name;
  screens::view::Contact contact;
  std::string supervision_phone;
};

screens::view::Screen present(const World& world, const Hall& hall, const Resident& now,
                              base::Instant at);

}  // namespace huimin::journey::resident
