#pragma once
// How workers speak to the user's thread: they post events into its bounded inbox.

#include <functional>

#include "kiosk/journey/resident/event.h"

namespace huimin::terminal {

// Thread-safe; wakes the user's thread. An event that finds the inbox full is dropped: the device
// says it again.
using Post = std::function<void(journey::resident::Event)>;

}  // namespace huimin::terminal
