// The upper or left part of the idle screen: hall, clock, hills.
#pragma once

#include "screens/resident/attract_look.h"
#include "screens/resident/stage.h"

namespace huimin::screens::resident {

// The least height in which the words stand on the sky, in mm.
double attract_scene_height(Stage& stage, double width_mm);
void draw_attract_scene(Stage& stage, const Rect& scene, const AttractLook& look);

}  // namespace huimin::screens::resident
