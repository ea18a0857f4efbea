#pragma once
// What a run has come to, for its summary.

#include <optional>

#include "kiosk/base/clock.h"
#include "kiosk/journey/resident/event.h"

namespace huimin::terminal {

// What the hall is told about an outcome; for the summary of a headless run.
struct Outcomes {
  std::optional<journey::resident::event::Committed> committed;
  std::optional<journey::resident::event::Acknowledged> acknowledged;
  std::optional<journey::resident::event::StatusArrived> status;
  int failed_cards = 0;  // laid down and not readable
  base::MonoTime submitted_at, committed_at, acknowledged_at;
};

}  // namespace huimin::terminal
