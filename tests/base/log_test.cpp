#include "kiosk/base/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace huimin::base;

TEST_SUITE("log") {
  TEST_CASE("every event has a name of its own, of letters and _ only") {
    std::set<std::string> names;
    const int count = static_cast<int>(LogEvent::RequestRefused) + 1;
    for (int i = 0; i < count; ++i) {
      const std::string name(name_of(static_cast<LogEvent>(i)));
      CAPTURE(name);
      CHECK(name != "unknown");
      CHECK(std::all_of(name.begin(), name.end(),
                        [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); }));
      CHECK(names.insert(name).second);
    }
  }
}
