// The hills of the idle screen: five ridges, the sun behind them.
#pragma once

#include "screens/toolkit/canvas.h"

namespace huimin::screens::resident {

// How high the sky is free of hills at the left and of the sun at the right, in shares of the
// picture.
inline constexpr double kOpenSky = 0.42, kAboveSun = 0.16;
// Left edge of the sun, as a share of the width.
inline constexpr double kSunLeft = 0.6;

// Fills the rectangle; the nearest ridge has the colour of what stands below it.
void draw_hills(Canvas& canvas, const Rect& rect, Colour below);

}  // namespace huimin::screens::resident
