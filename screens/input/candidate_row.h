// The row of candidates above the pinyin keyboard, with its pages.
#pragma once

#include <cstddef>
#include <optional>

#include "screens/input/typing_ways.h"

namespace huimin::screens {

// Height in mm, with the line of pinyin above the candidates where the tray is narrow.
double candidate_row_height(const Theme& theme, double tray_width_mm);
double candidate_row_least_height(const Theme& theme);

// The index of the candidate that was touched. Turns pages by itself.
std::optional<std::size_t> draw_candidate_row(Ui& ui, const Rect& row, const PinyinWay& way,
                                              PinyinState& state);

}  // namespace huimin::screens
