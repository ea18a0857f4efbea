#pragma once
// When to try again: growing waits with jitter, never longer than a quarter of an hour, never the
// last try.

#include <chrono>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/clock.h"

namespace huimin::uplink {

inline constexpr std::chrono::milliseconds kFirstWait{1'000};
inline constexpr std::chrono::milliseconds kLongestWait{std::chrono::minutes(15)};

// The wait after the n-th failure in a row (n >= 1), before jitter: 1 s, 2 s, 4 s ... 15 min.
std::chrono::milliseconds wait_after(int failures);

// Due times of the line as a whole, of single envelopes and of single questions. Monotonic time
// only. One thread.
class Patience {
 public:
  explicit Patience(std::uint64_t seed) : random_(seed) {}

  // The county gave no answer: nothing is tried before the line's wait is over.
  void line_failed(base::MonoTime now);
  void line_works() {
    line_failures_ = 0;
    line_due_ = {};
  }
  bool line_is_due(base::MonoTime now) const { return now >= line_due_; }

  // The county answered, but could not take this envelope now.
  void envelope_failed(std::uint64_t sequence, base::MonoTime now);
  void envelope_settled(std::uint64_t sequence) { envelopes_.erase(sequence); }
  std::vector<std::uint64_t> not_yet(base::MonoTime now) const;

  // The same for a question. Those that are not asked any more are forgotten by keep_questions.
  void question_failed(const std::string& id, base::MonoTime now);
  bool question_is_due(const std::string& id, base::MonoTime now) const;
  void keep_questions(const std::set<std::string>& asked);

  // Until something is due, at most `idle`.
  std::chrono::milliseconds next_within(base::MonoTime now, std::chrono::milliseconds idle) const;

 private:
  // Half to whole of the wait, so that a county's terminals do not come back all at once.
  std::chrono::milliseconds jittered(std::chrono::milliseconds wait);

  struct Due {
    int failures = 0;
    base::MonoTime at;
  };
  void put_off(Due& due, base::MonoTime now);

  std::mt19937_64 random_;
  int line_failures_ = 0;
  base::MonoTime line_due_;
  std::map<std::uint64_t, Due> envelopes_;
  std::map<std::string, Due> questions_;
};

}  // namespace huimin::uplink
