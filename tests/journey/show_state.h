#pragma once
// A state as text, every field of it: for comparing two, and for looking whether anything is left.

#include <string>

#include "kiosk/journey/resident/state.h"

namespace huimin::journey::resident::sample {

std::string text_of(const State& state);
std::string text_of(const Draft& draft);
// State, comforts, cover and call; not what devices report.
std::string text_of(const Resident& now);

}  // namespace huimin::journey::resident::sample
