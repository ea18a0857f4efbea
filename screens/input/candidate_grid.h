// Candidates one below the other in columns, each with its reading: for the ways that start from
// the shape of a character.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "screens/input/typing_ways.h"

namespace huimin::screens {

struct CandidateGrid {
  std::span<const std::string> texts;
  const CharactersByParts* readings = nullptr;  // null: without
  bool first_is_best = true;                    // drawn as the one to take
};

// In mm; a cell holds the widest reading.
double candidate_cell_width(Ui& ui);
// How many fit here.
std::size_t candidates_that_fit(Ui& ui, const Rect& rect);
// Draws as many as fit, from `first` on. The index of the one that was touched.
std::optional<std::size_t> draw_candidate_grid(Ui& ui, const Rect& rect, const CandidateGrid& grid,
                                               std::size_t first);

// The last page begins at a multiple of the page; one page on or back.
void turn_page(std::size_t& first, std::size_t page, bool forward);

}  // namespace huimin::screens
