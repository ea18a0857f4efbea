#include "kiosk/base/clock.h"

#include <doctest/doctest.h>

using namespace huimin::base;
using namespace std::chrono;

TEST_SUITE("clock") {
  TEST_CASE("a clock that lost its battery, or is far ahead, is not plausible") {
    for (const auto date : {1970y / January / 1, 2000y / January / 1, 2099y / January / 1}) {
      CHECK_FALSE(is_plausible(sys_days{date}));
    }
  }

  TEST_CASE("plausible begins with 1 July 2026 and ends before 2046") {
    CHECK_FALSE(is_plausible(sys_days{2026y / July / 1} - 1ms));
    CHECK(is_plausible(sys_days{2026y / July / 1}));
    CHECK(is_plausible(sys_days{2046y / January / 1} - 1ms));
    CHECK_FALSE(is_plausible(sys_days{2046y / January / 1}));
  }

  TEST_CASE("the machine's monotonic clock never goes back") {
    const SystemClock clock;
    Instant before = clock.now();
    for (int i = 0; i < 1000; ++i) {
      const Instant now = clock.now();
      CHECK(now.mono >= before.mono);
      before = now;
    }
  }
}
