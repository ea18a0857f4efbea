// Things to touch. Each takes an id, a rectangle in mm and what it says, draws rest, pressed,
// focused or off, enters itself into the registry, and says whether it was clicked: down and up
// inside, or activated by key.
#pragma once

#include "screens/toolkit/rows.h"
#include "screens/toolkit/text_field.h"
#include "screens/toolkit/ui.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace huimin::screens {

enum class ButtonKind : std::uint8_t {
  Filled,    // the one act of a card or of the bottom bar
  Outlined,
  Help,      // orange: call staff
  HelpOn,    // rust: staff have been called
  Quiet,     // on a tray: card ground, no edge (keys)
  QuietWide, // on a tray: paper ground, no edge (function keys)
  Aid,       // of the top bar: hairline edge, regular letters
};

enum class ButtonSize : std::uint8_t { Large, Medium };

struct Button {
  std::string_view label = {};
  std::string_view spoken = {};  // as in the registry
  std::string_view group = {};   // as in the registry
  ButtonKind kind = ButtonKind::Outlined;
  ButtonSize size = ButtonSize::Large;
  Icon icon = Icon::None;
  bool icon_after = false;  // behind the word, as on "next"
  bool icon_above = false;  // above the word, as in extra-large text
  bool enabled = true;      // off: say why in the label or beside it
  bool selected = false;    // drawn as filled (an aid that is on, the first candidate)
  Role role = Role::Button;
  Type type = Type::T2;     // letter size; Medium buttons use T1
  double factor = 1;        // letter size factor
  Colour ground = Colour::Paper;  // what is around it; for the focus ring
};
bool button(Ui& ui, std::string_view id, const Rect& rect, const Button& look);
// Width the words, icon and padding need.
double button_width(Ui& ui, const Button& look);
double button_height(const Theme& theme, ButtonSize size);

enum class TileKind : std::uint8_t { Plain, Primary, Urgent };
struct Tile {
  Icon icon = Icon::None;
  std::string_view title = {};
  std::string_view second = {};  // may hold line breaks
  TileKind kind = TileKind::Plain;
  bool chevron = true;
  bool enabled = true;
};
// Letter size of a tile's name, in units of Type::T3.
double tile_factor(const Theme& theme, TileKind kind);
bool tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& look);
// Icon without its square, smaller words.
bool small_tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& look);

struct Option {
  std::string_view id = {};  // "income" in the group "form.source" -> "form.source.income"
  std::string_view label = {};
  std::string_view second = {};
  Icon icon = Icon::None;
  bool enabled = true;
};
// A row of equal buttons of which one is chosen. Returns the index that was clicked.
struct Segments {
  std::span<const Option> options;
  std::optional<std::size_t> chosen = std::nullopt;
};
std::optional<std::size_t> segmented(Ui& ui, std::string_view id, const Rect& rect,
                                     const Segments& look);

}  // namespace huimin::screens
