#pragma once
// Time as the product sees it: a wall clock that may be wrong or jump, and a monotonic one that
// never does.
//
// Limits and time-outs are counted with `mono`; only what is shown or sent uses `wall`. Nothing
// else in the product asks the operating system for the time, so that tests and journeys can set
// it.

#include <chrono>

namespace huimin::base {

using std::chrono::milliseconds;

// Milliseconds since 1970-01-01 UTC.
using WallTime = std::chrono::sys_time<milliseconds>;
// Milliseconds since the machine was started; comparable within one boot only.
using MonoTime = std::chrono::time_point<std::chrono::steady_clock, milliseconds>;

struct Instant {
  WallTime wall;
  MonoTime mono;
};

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

// The machine's clocks.
class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

// Earlier than this nothing was ever handed in: a clock before it has lost its battery, and a paper
// must say "time not certain" instead of showing it (case C14). Later than kClockLatest is as
// wrong.
inline constexpr WallTime kClockEarliest{std::chrono::sys_days{std::chrono::year{2026} / 7 / 1}};
inline constexpr WallTime kClockLatest{std::chrono::sys_days{std::chrono::year{2046} / 1 / 1}};

constexpr bool is_plausible(WallTime wall) { return wall >= kClockEarliest && wall < kClockLatest; }

}  // namespace huimin::base
