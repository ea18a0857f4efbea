// The foot of the idle screen: call staff in the middle, as everywhere, two aids on either side.
#pragma once

#include "screens/resident/attract_look.h"
#include "screens/resident/stage.h"

namespace huimin::screens::resident {

double attract_foot_height(const Theme& theme);
void draw_attract_foot(Stage& stage, const Rect& rect, const AttractLook& look);

}  // namespace huimin::screens::resident
