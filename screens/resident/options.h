// Things of which one is chosen, as large cards with a picture or as plain buttons. Ids are
// "option.<id>".
#pragma once

#include <vector>

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

// Icon above, name and example below; rows grow while there is room.
void add_option_cards(Flow& flow, Stage& stage, const std::vector<view::Option>& options,
                      int columns);
void add_option_buttons(Flow& flow, Stage& stage, const std::vector<view::Option>& options,
                        int columns);

}  // namespace huimin::screens::resident
