// What happens when, in two columns of one card.
#pragma once

#include <string>
#include <vector>

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

struct TimetableRow {
  std::string when = {}, what = {}, second = {};
};
void add_timetable(Flow& flow, Stage& stage, const std::string& heading,
                   std::vector<TimetableRow> rows);

}  // namespace huimin::screens::resident
