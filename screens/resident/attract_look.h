// Colours of the idle screen's lower part. In black and white it keeps the ground that was chosen:
// a panel in the colour of acts would be the other way round.
#pragma once

#include "screens/toolkit/theme.h"

namespace huimin::screens::resident {

struct AttractLook {
  Colour ground = Colour::Blue;
  Colour ink = Colour::OnBlue;
  Colour second = Colour::Pale;
  Colour fill = Colour::OnBlue;  // of what is to be touched first, and of an aid that is on
  Colour on_fill = Colour::Blue;
};
AttractLook attract_look(const Theme& theme);

}  // namespace huimin::screens::resident
