// Every screen of the resident with contents as they are on a working day, in either language. The
// people, villages and numbers are made up.
#pragma once

#include <string>
#include <vector>

#include "screens/view/resident.h"

namespace huimin::screens::samples {

struct Sample {
  std::string name;  // unlike name_of(), different for each
  view::Screen screen;
};

std::vector<Sample> sample_views(view::Language language);
// The one of this name.
Sample sample_view(view::Language language, const std::string& name);

}  // namespace huimin::screens::samples
