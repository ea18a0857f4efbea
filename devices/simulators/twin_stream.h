#pragma once
// A byte stream straight into a twin, with time turned by hand: tests of drivers need no threads
// and no waiting.

#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"
#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

// Where a twin is plugged in. Must outlive the streams opened from it.
struct TwinSocket {
  Twin& twin;
  MonoTime now{};
  bool is_plugged = true;
  int opened = 0;  // how often a driver opened it

  MonoClock clock() {
    return [this] { return now; };
  }
};

// A stream that waits by moving `socket.now` on. Unplugged: Gone, and its streams stay gone.
PortOpener opener_for(TwinSocket& socket);

}  // namespace huimin::devices::simulators
