#pragma once
// The terminal's window: SDL events in, the picture out. Sleeps until something happens.

#include <string>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/terminal/core.h"

namespace huimin::terminal {

// Opens the window, starts the core and runs until the window is closed or SIGTERM comes. The error
// is one line for a person.
tl::expected<void, std::string> run_window(CoreSetup setup, const base::Clock& clock);

}  // namespace huimin::terminal
