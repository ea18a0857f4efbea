// Every screen of the resident with the longest contents it may ever have to show, in either
// language: names of 15 characters with two dots, the longest names of places and offices, the
// largest amounts, full lists, every error, and staff called. The people are made up.
#pragma once

#include <vector>

#include "tests/screens/sample_views.h"

namespace huimin::screens::audit {

// Those of samples::sample_views() made as long as they get, and the states it leaves out. Names
// end in "+long".
std::vector<samples::Sample> long_views(view::Language language);

}  // namespace huimin::screens::audit
