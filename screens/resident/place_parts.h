// The parts of the picker of places: three levels, the search, one row.
#pragma once

#include <cstddef>
#include <string>

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

// County, township, village; ids "level.county" and so on. Side by side, or one under another where
// their names would not be read side by side.
void add_place_levels(Flow& flow, Stage& stage, const view::PlaceScreen& view);
void draw_place_search(Stage& stage, const Rect& rect, const view::PlaceScreen& view);
// The first letters that were typed stand out in the reading.
struct PlaceRowState {
  std::size_t typed = 0;
  bool chosen = false;
};
// Least height of the rows of this list: the longest name stands in it.
double place_row_height(Stage& stage, double width, const view::PlaceScreen& view);
void draw_place_row(Stage& stage, const Rect& rect, const view::PlaceRow& row,
                    const PlaceRowState& state);

}  // namespace huimin::screens::resident
