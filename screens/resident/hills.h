// The hills of the idle screen: five ridges, the sun behind them.
#pragma once

#include "screens/toolkit/canvas.h"

namespace huimin::screens::resident {

// Fills the rectangle; the nearest ridge ends in the colour of what stands below it (blue).
void draw_hills(Canvas& canvas, const Rect& rect);

}  // namespace huimin::screens::resident
