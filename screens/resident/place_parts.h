// The parts of the picker of places: three levels, the search, one row.
#pragma once

#include <cstddef>
#include <string>

#include "screens/resident/stage.h"

namespace huimin::screens::resident {

// County, township, village, side by side; ids "level.county" and so on.
void draw_place_levels(Stage& stage, const Rect& rect, const view::PlaceScreen& view);
double place_levels_height(const Theme& theme);
void draw_place_search(Stage& stage, const Rect& rect, const view::PlaceScreen& view);
// The first letters that were typed stand out in the reading.
struct PlaceRowState {
  std::size_t typed = 0;
  bool chosen = false;
};
void draw_place_row(Stage& stage, const Rect& rect, const view::PlaceRow& row,
                    const PlaceRowState& state);

}  // namespace huimin::screens::resident
