// The upper part of the idle screen: hall, clock, hills.
#pragma once

#include "screens/resident/stage.h"

namespace huimin::screens::resident {

void draw_attract_scene(Stage& stage, const Rect& scene);

}  // namespace huimin::screens::resident
