// Colours and edge of a thing to touch in one state. Internal to the toolkit.
#pragma once

#include "screens/toolkit/ui.h"
#include "screens/toolkit/widgets.h"

namespace huimin::screens {

struct Skin {
  Colour fill = Colour::Card;
  Colour edge = Colour::Blue;
  Colour ink = Colour::Blue;
  Colour second = Colour::Soft;  // of second lines
  double edge_mm = kEdge;

  Box box(double radius_mm) const { return {fill, edge, edge_mm, radius_mm}; }
};

// Black and white only: there is no second colour to show a state with.
bool is_contrast(const Theme& theme);

Skin button_skin(const Theme& theme, ButtonKind kind, bool enabled, bool pressed);
Skin tile_skin(const Theme& theme, TileKind kind, bool enabled, bool pressed);

// The part of something that is not used yet: a plain line colour, or only an edge where that
// would look used.
void draw_unused(Ui& ui, const Rect& rect, double radius_mm);

// An entry with the colours and letter size that the audit wants to know.
Entry entry_for(const Ui& ui, std::string_view id, Role role, std::string_view label);
void colours_of(const Ui& ui, Entry& entry, const Skin& skin);
// Writes what became of the texts into the entry that was added last under this id.
void mark_clipped(Ui& ui, std::string_view id, bool clipped);

}  // namespace huimin::screens
