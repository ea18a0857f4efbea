#pragma once
// The machine's clocks, moved forward by what a journey script asks for.

#include <atomic>

#include "kiosk/base/clock.h"

namespace huimin::terminal {

// Thread-safe.
class AdjustableClock final : public base::Clock {
 public:
  base::Instant now() const override {
    const base::Instant real = system_.now();
    return {real.wall + base::milliseconds(wall_.load()),
            real.mono + base::milliseconds(mono_.load())};
  }
  // Time passes: both clocks.
  void advance(base::milliseconds by) {
    wall_ += by.count();
    mono_ += by.count();
  }
  // A moment passes that no clock on the wall shows: for a player that is quicker than a person.
  void advance_unseen(base::milliseconds by) { mono_ += by.count(); }
  // The wall clock alone jumps, as after an empty clock battery (case C14).
  void set_wall(base::WallTime to) { wall_ += (to - now().wall).count(); }

 private:
  base::SystemClock system_;
  std::atomic<std::int64_t> wall_{0};
  std::atomic<std::int64_t> mono_{0};
};

}  // namespace huimin::terminal
