// A pad that collects strokes of a finger or pen, in mm of the pad with time. The owner keeps the
// strokes.
#pragma once

#include "screens/toolkit/ui.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace huimin::screens {

struct InkPoint {
  float x_mm = 0;  // from the pad's left
  float y_mm = 0;  // from its top
  std::uint32_t at_ms = 0;  // since the first point of the first stroke
};

struct Ink {
  std::vector<std::vector<InkPoint>> strokes;
  std::uint32_t started_ms = 0;  // event clock at the first point
  bool writing = false;          // the last stroke is still going on

  bool empty() const { return strokes.empty(); }
  void undo();
  void clear();
};

struct PadLook {
  std::string_view label = {};  // what to write here; pale, while empty
  double pen_mm = 1.2;
  bool base_line = true;
  bool grid = false;  // cross and diagonals of a writing square, for handwriting
  bool enabled = true;
};

// True when a stroke has just ended.
bool signature_pad(Ui& ui, std::string_view id, const Rect& rect, Ink& ink, const PadLook& look);

}  // namespace huimin::screens
