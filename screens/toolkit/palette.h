// Colours by name, the tokens of the mock-ups, in four palettes.
#pragma once

#include <cstdint>

namespace huimin::screens {

// Standard >= 10:1; DarkGround and LightGround 21:1; Soft between 4.5:1 and 8:1, for eyes that
// white hurts.
enum class Palette : std::uint8_t { Standard, DarkGround, LightGround, Soft };

enum class Colour : std::uint8_t {
  Paper,       // ground
  Card,        // cards, bars, fields
  Tray,        // keyboard and side trays
  Line,        // hairlines, days and steps not yet used; never the only mark
  Ink,         // text
  Soft,        // second text, on paper and card only
  Blue,        // acts, done, now
  BlueSoft,    // information, the current row
  OnBlue,      // text on blue
  Pale,        // second text on blue
  Orange,      // edge of urgent and help things; a graphic, never text
  Rust,        // text, icons and error edges of urgent and help things
  OrangeSoft,  // ground of urgent and help things
  Green,       // beside a word that says it is all right
  GreenSoft,   // ground of such a tag
  HillFar,     // drawn scenery only, never with text on it
  HillMid,
  HillNear,
};

struct Rgb {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  bool operator==(const Rgb&) const = default;
};

Rgb rgb(Palette palette, Colour colour);
// 1 to 21, as WCAG 2 computes it.
double contrast(Rgb a, Rgb b);

}  // namespace huimin::screens
