// Paragraphs that a person agrees to, one card with a mark before each.
#pragma once

#include <string>
#include <vector>

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

// `factor` enlarges the letters of body text.
struct Statement {
  const std::vector<std::string>& paragraphs;
  Icon icon = Icon::None;
  double factor = 1.07;
};
void add_statement(Flow& flow, Stage& stage, const Statement& statement);

}  // namespace huimin::screens::resident
