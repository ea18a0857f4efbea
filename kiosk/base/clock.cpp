#include "kiosk/base/clock.h"

namespace huimin::base {

Instant SystemClock::now() const {
  using std::chrono::time_point_cast;
  return {time_point_cast<milliseconds>(std::chrono::system_clock::now()),
          time_point_cast<milliseconds>(std::chrono::steady_clock::now())};
}

}  // namespace huimin::base
