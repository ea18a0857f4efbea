#pragma once
// The paper of a kept submission.

#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {

// The first paper comes by itself if it can.
State first_paper(Turn& turn, Kept kept);

}  // namespace huimin::journey::resident
