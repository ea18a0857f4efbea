// The parts of the status page: programme with its days, and what was done when.
#pragma once

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

void add_status_head(Flow& flow, Stage& stage, const view::Status& view);
void add_status_timeline(Flow& flow, Stage& stage, const view::Status& view);

}  // namespace huimin::screens::resident
