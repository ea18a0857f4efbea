// Which values of a screen are numbers, names and amounts, and which of them are personal.
//
// It is told from the view, where a value still has its type, so no draw function has to say it
// and none can forget it (EN 301 549, 5.1.3.8; case C18).
#pragma once

#include "screens/locale/formats.h"
#include "screens/view/resident.h"

namespace huimin::screens {

// Notes in the wording's recorder how the values of this screen are said. Before it is drawn: what
// a draw function notes itself counts more.
void note_values(const Wording& wording, const view::Screen& screen);

}  // namespace huimin::screens
