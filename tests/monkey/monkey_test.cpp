// Many touches by a seed. MONKEY_TOUCHES and MONKEY_SEED change how many and which.
#include "tests/monkey/monkey.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>

#include "tests/monkey/memory.h"

namespace huimin::monkey {
namespace {

std::uint64_t wish(const char* name, std::uint64_t otherwise) {
  const char* said = std::getenv(name);
  return said == nullptr ? otherwise : std::strtoull(said, nullptr, 10);
}

constexpr std::uint64_t kTouches = 50'000;
// After this part of a run every cache has seen what it will hold.
constexpr std::uint64_t kWarmUpPart = 4;
// Caches of letters are bounded, but not all full after the warm-up.
constexpr std::int64_t kMostGrowth = 3 << 20;
// Of about forty; which ones depends on the seed.
constexpr std::size_t kLeastScreens = 25;

void play(const screens::Screen& panel, std::uint64_t touches, std::uint64_t seed) {
  INFO("seed ", seed, ", ", panel.width_px, " x ", panel.height_px);
  Monkey monkey(HUIMIN_SHARE_DIR, panel, seed);
  const std::clock_t start = std::clock();
  monkey.play(touches / kWarmUpPart);
  const std::int64_t warm = allocated_bytes();
  monkey.play(touches - touches / kWarmUpPart);
  const std::int64_t growth = allocated_bytes() - warm;
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const Outcome& outcome = monkey.outcome();
  // Read by tests/benchmarks/screens.py.
  MESSAGE(outcome.touches, " touches in ", seconds, " s of CPU, ", outcome.sessions, " sessions, ",
          outcome.screens.size(), " screens, ", growth, " bytes more");
  for (const Finding& finding : outcome.findings) {
    FAIL_CHECK("seed ", seed, " step ", finding.step, ": ", finding.what);
  }
  CHECK(growth <= kMostGrowth);
  if (touches >= 10'000) CHECK(outcome.screens.size() >= kLeastScreens);
}

}  // namespace

TEST_CASE("whatever is touched on the upright panel, nothing is stuck, unanswered or leaked") {
  play({1080, 1920, 268}, wish("MONKEY_TOUCHES", kTouches) / 2, wish("MONKEY_SEED", 1));
}

TEST_CASE("whatever is touched on the lying panel, nothing is stuck, unanswered or leaked") {
  play({1920, 1080, 476.4}, wish("MONKEY_TOUCHES", kTouches) / 2, wish("MONKEY_SEED", 1) + 1);
}

}  // namespace huimin::monkey
