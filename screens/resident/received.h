// What a receipt stands for: its number, and how far the application has come.
#pragma once

#include <string>

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

void add_receipt_number(Flow& flow, Stage& stage, const std::string& number);
// Kept by this terminal; received by the county, or on its way.
void add_received(Flow& flow, Stage& stage, const view::Submitted& view);

}  // namespace huimin::screens::resident
