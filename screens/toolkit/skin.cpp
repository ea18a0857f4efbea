#include "screens/toolkit/skin.h"

namespace huimin::screens {

bool is_contrast(const Theme& theme) {
  return theme.look().palette == Palette::DarkGround ||
         theme.look().palette == Palette::LightGround;
}

namespace {

Skin filled(const Theme& theme, bool pressed) {
  if (!pressed) return {Colour::Blue, Colour::Blue, Colour::OnBlue, Colour::Pale, theme.edge_mm()};
  // In black and white, ink and blue are the same: the fill is turned round instead.
  if (is_contrast(theme)) {
    return {Colour::Card, Colour::Blue, Colour::Blue, Colour::Blue, kStrong};
  }
  return {Colour::Ink, Colour::Ink, Colour::OnBlue, Colour::Pale, theme.edge_mm()};
}

Skin outlined(const Theme& theme, bool pressed) {
  if (pressed) return {Colour::BlueSoft, Colour::Blue, Colour::Blue, Colour::Soft, kStrong};
  return {Colour::Card, Colour::Blue, Colour::Blue, Colour::Soft, theme.edge_mm()};
}

Skin urgent(const Theme& theme, bool pressed) {
  if (pressed) {
    return {Colour::Rust, Colour::Rust, Colour::OnBlue, Colour::OnBlue, theme.edge_mm()};
  }
  // Orange has 5 to 1 only, and this edge says "touch me": rust, as that of an error.
  return {Colour::OrangeSoft, Colour::Rust, Colour::Rust, Colour::Rust, theme.urgent_edge_mm()};
}

Skin off(const Theme& theme) {
  return {Colour::Paper, Colour::Line, Colour::Soft, Colour::Soft,
          is_contrast(theme) ? kHairline : kEdge};
}

// What has a thin edge or none in rest goes flat: in black and white without any edge.
bool flat(ButtonKind kind) {
  return kind == ButtonKind::Quiet || kind == ButtonKind::QuietWide || kind == ButtonKind::Aid;
}

Skin flat_off(const Theme& theme) {
  return {Colour::Tray, Colour::Line, Colour::Ink, Colour::Ink,
          is_contrast(theme) ? 0 : kHairline};
}

// Keys lie on a tray; where the tray has their own colour they need an edge.
Skin quiet(const Theme& theme, Colour ground, bool pressed) {
  if (pressed) return {Colour::BlueSoft, Colour::Blue, Colour::Blue, Colour::Soft, kStrong};
  const double edge = is_contrast(theme) ? kHairline : 0;
  return {ground, Colour::Line, Colour::Ink, Colour::Soft, edge};
}

}  // namespace

Skin button_skin(const Theme& theme, ButtonKind kind, bool enabled, bool pressed) {
  if (!enabled) return flat(kind) ? flat_off(theme) : off(theme);
  switch (kind) {
    case ButtonKind::Filled: return filled(theme, pressed);
    case ButtonKind::Outlined: return outlined(theme, pressed);
    case ButtonKind::Help: return urgent(theme, pressed);
    case ButtonKind::HelpOn: return urgent(theme, !pressed);
    case ButtonKind::Quiet: return quiet(theme, Colour::Card, pressed);
    case ButtonKind::QuietWide: return quiet(theme, Colour::Paper, pressed);
    case ButtonKind::Aid: {
      Skin skin = outlined(theme, pressed);
      if (!pressed) skin.edge_mm = kHairline;
      return skin;
    }
  }
  return outlined(theme, pressed);
}

Skin tile_skin(const Theme& theme, TileKind kind, bool enabled, bool pressed) {
  if (!enabled) return off(theme);
  switch (kind) {
    case TileKind::Plain: {
      Skin skin = outlined(theme, pressed);
      skin.ink = Colour::Ink;
      return skin;
    }
    case TileKind::Primary: return filled(theme, pressed);
    case TileKind::Urgent: return urgent(theme, pressed);
  }
  return outlined(theme, pressed);
}

void draw_unused(Ui& ui, const Rect& rect, double radius_mm) {
  if (is_contrast(ui.theme())) {
    ui.canvas().box(rect, {Colour::Card, Colour::Line, kHairline, radius_mm});
  } else {
    ui.canvas().fill(rect, Colour::Line, radius_mm);
  }
}

Entry entry_for(const Ui& ui, std::string_view id, Role role, std::string_view label) {
  Entry entry;
  entry.id = id;
  entry.role = role;
  entry.label = label;
  entry.cap_mm = ui.theme().cap_mm(Type::T0);
  return entry;
}

void colours_of(const Ui& ui, Entry& entry, const Skin& skin) {
  entry.ink = ui.theme().rgb(skin.ink);
  entry.ground = ui.theme().rgb(skin.fill);
}

void mark_clipped(Ui& ui, std::string_view id, bool clipped) {
  if (clipped) ui.registry().mark_clipped(id);
}

}  // namespace huimin::screens
