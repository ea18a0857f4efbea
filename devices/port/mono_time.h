#pragma once
// The only clock that devices know: it never jumps, and tests turn it by hand.

#include <chrono>
#include <functional>

namespace huimin::devices {

using MonoTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

using MonoClock = std::function<MonoTime()>;

// The machine's monotonic clock.
inline MonoTime mono_now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now());
}

}  // namespace huimin::devices
