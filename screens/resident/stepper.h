// How many: a number between fewer and more.
#pragma once

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

void add_stepper(Flow& flow, Stage& stage, int size, int least);

}  // namespace huimin::screens::resident
