#pragma once
// Chance that can be had again: the same seed gives the same numbers on every machine.

#include <cstdint>
#include <random>
#include <span>

namespace huimin::monkey {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  // 0 to n - 1; n is at least 1. The remainder's bias does not matter for small n.
  std::uint64_t below(std::uint64_t n) { return engine_() % n; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  // From 0 to 1.
  double part() { return static_cast<double>(engine_() >> 11) / 9007199254740992.0; }

  template <class Range>
  const auto& pick(const Range& range) {
    return range[static_cast<std::size_t>(below(std::size(range)))];
  }

 private:
  std::mt19937_64 engine_;  // its sequence is laid down by the standard, unlike distributions
};

}  // namespace huimin::monkey
