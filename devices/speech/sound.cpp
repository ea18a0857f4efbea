#include "devices/speech/sound.h"

#include <algorithm>
#include <cmath>

namespace huimin::devices {

double gain_of(const Loudness& loudness) {
  const int steps = std::max(loudness.steps, 1);
  const int below = steps - 1 - std::clamp(loudness.step, 0, steps - 1);
  const int step_db = std::clamp(loudness.step_db, 1, 10);
  return std::pow(10.0, -below * step_db / 20.0);
}

}  // namespace huimin::devices
