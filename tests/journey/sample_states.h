#pragma once
// A walk to every state of the journey.

#include <string>
#include <vector>

#include "tests/journey/sample_world.h"

namespace huimin::journey::resident::sample {

struct Sample {
  std::string name;  // of the state, with a variant behind a slash
  Walk walk;
};

std::vector<Sample> samples();

}  // namespace huimin::journey::resident::sample
