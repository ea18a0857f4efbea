// How words look and where they stand in their box.
#pragma once

#include "screens/toolkit/registry.h"
#include "screens/toolkit/theme.h"

#include <cstdint>
#include <string_view>

namespace huimin::screens {

struct TextStyle {
  Type type = Type::T1;
  Weight weight = Weight::Regular;
  Colour colour = Colour::Ink;
  double factor = 1;               // for the few sizes between two tokens
  double line_height = kTextLine;  // in units of the letter size
  Colour ground = Colour::Paper;   // what is behind it, for the audit
};

enum class Align : std::uint8_t { Left, Centre, Right };
enum class VerticalAlign : std::uint8_t { Top, Middle, Bottom };

struct TextPlace {
  Align align = Align::Left;
  VerticalAlign vertical = VerticalAlign::Top;
  int max_lines = 0;           // 0: as many as fit the width, whatever the height
  std::string_view id = {};    // in the registry; empty: numbered
  Role role = Role::Text;
};

// What text took, in mm. Clipped: more lines or more height than the box has, or a word wider
// than it.
struct TextBlock {
  double width = 0;
  double height = 0;
  int lines = 0;
  bool clipped = false;
};

}  // namespace huimin::screens
