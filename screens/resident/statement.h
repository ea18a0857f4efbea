// Paragraphs that a person agrees to, one card with a mark before each.
#pragma once

#include <string>
#include <vector>

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

void add_statement(Flow& flow, Stage& stage, const std::vector<std::string>& paragraphs, Icon icon);

}  // namespace huimin::screens::resident
