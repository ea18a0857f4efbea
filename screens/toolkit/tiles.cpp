#include "screens/toolkit/skin.h"
#include "screens/toolkit/widgets.h"

#include <algorithm>

namespace huimin::screens {

namespace {

// From the mock-ups, in mm: the square of the icon, and what the icon fills of it.
constexpr double kSquare = 34.7;
constexpr double kSquareExtraLarge = 41.7;
constexpr double kIconInSquare = 0.686;
constexpr double kIconAlone = 0.8;
constexpr double kSquareRadius = 6;
constexpr double kChevron = 15.9;
// Letters keep this from the upper and lower edge.
constexpr double kAir = 2;

struct Words {
  TextStyle title;
  TextStyle second;
  double gap = 1.5;
};

// Title and second line as one block in the middle; the second line goes when there is no height
// for both.
bool draw_words(Ui& ui, const Rect& area, const Tile& look, const Words& words) {
  Canvas& canvas = ui.canvas();
  const TextBlock title = canvas.measure(look.title, words.title, area.w);
  const TextBlock second = canvas.measure(look.second, words.second, area.w);
  const bool both = !look.second.empty() && title.height + words.gap + second.height <= area.h;
  const double height = title.height + (both ? words.gap + second.height : 0);
  const double top = area.y + (area.h - height) / 2;
  bool clipped = title.clipped || height > area.h + 0.5;
  canvas.paint_text({area.x, top, area.w, title.height}, look.title, words.title);
  if (both) {
    const Rect below{area.x, top + title.height + words.gap, area.w, second.height};
    clipped |= canvas.paint_text(below, look.second, words.second).clipped;
  }
  return clipped;
}

void draw_square(Ui& ui, const Rect& square, const Tile& look, const Skin& skin) {
  if (look.kind == TileKind::Urgent) {
    return ui.canvas().icon(square.centre(), look.icon, square.w * kIconAlone, skin.ink);
  }
  const bool primary = look.kind == TileKind::Primary;
  const bool off = !look.enabled;
  const Colour ground = off ? Colour::Soft : primary ? skin.ink : Colour::Blue;
  const Colour icon = off ? Colour::Paper : primary ? skin.fill : Colour::OnBlue;
  ui.canvas().fill(square, ground, square.w * kSquareRadius / kSquare);
  ui.canvas().icon(square.centre(), look.icon, square.w * kIconInSquare, icon);
}

Touch enter(Ui& ui, std::string_view id, const Rect& rect, const Tile& look) {
  Entry entry = entry_for(ui, id, Role::Tile, look.title);
  entry.value = look.second;
  entry.enabled = look.enabled;
  colours_of(ui, entry, tile_skin(ui.theme(), look.kind, look.enabled, false));
  return ui.touchable(std::move(entry), rect);
}

}  // namespace

double tile_factor(const Theme& theme, TileKind kind) {
  const bool primary = kind == TileKind::Primary;
  if (theme.small_panel()) return theme.extra_large() ? 1 : primary ? 1.1 : 0.9;
  return primary && !theme.extra_large() ? 1.304 : 1.13;
}

bool tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& look) {
  const Touch touch = enter(ui, id, rect, look);
  const Theme& theme = ui.theme();
  const Skin skin = tile_skin(theme, look.kind, look.enabled, touch.pressed);
  ui.canvas().box(rect, skin.box(kR3));

  const bool tight = theme.small_panel() || rect.w < 150;
  Rect area = rect.inset(tight ? kS3 : theme.extra_large() ? 8.7 : 9.7, kAir);
  const double full = theme.extra_large() ? kSquareExtraLarge : kSquare;
  const double side = std::min(full, rect.h - 9);
  // Urgent and plain icons stand in one column, whatever their own size.
  const double column = std::min(full, std::max(side, tight ? 24.0 : full));
  const Rect square = Rect{area.x, area.y, column, area.h}.centred(side, side);
  if (side > kTouch / 2) draw_square(ui, square, look, skin);
  area.cut_left(column, tight ? 6.5 : 8);
  if (look.chevron && !theme.extra_large()) {
    const double chevron = kChevron * std::min(1.0, theme.growth());
    const Colour ink = look.kind == TileKind::Plain ? Colour::Blue : skin.ink;
    ui.canvas().icon({rect.right() - 5.7 - chevron / 2, rect.centre().y}, Icon::ChevronRight,
                     chevron, look.enabled ? ink : Colour::Soft);
    area.w -= chevron - 4;
  }
  Words words;
  words.title = {.type = Type::T3,
                 .weight = Weight::Bold,
                 .colour = skin.ink,
                 .factor = tile_factor(theme, look.kind),
                 .line_height = theme.extra_large() ? 1.2 : kTitleLine};
  words.second = {.type = Type::T1,
                  .colour = skin.second,
                  .line_height = theme.small_panel() || theme.extra_large() ? 1.4 : kTextLine};
  mark_clipped(ui, id, draw_words(ui, area, look, words));
  if (touch.focused) ui.focus_ring(rect, kR3);
  return touch.clicked;
}

bool small_tile(Ui& ui, std::string_view id, const Rect& rect, const Tile& look) {
  const Touch touch = enter(ui, id, rect, look);
  const Theme& theme = ui.theme();
  const Skin skin = tile_skin(theme, look.kind, look.enabled, touch.pressed);
  ui.canvas().box(rect, skin.box(kR3));
  Rect area = rect.inset(theme.small_panel() ? 5.2 : 7.7, kAir);
  if (look.icon != Icon::None) {
    const double icon = (theme.small_panel() ? 13.6 : 16.9) * std::max(1.0, theme.growth());
    const Colour ink = look.kind == TileKind::Plain ? Colour::Blue : skin.ink;
    ui.canvas().icon({area.x + icon / 2, area.centre().y}, look.icon, icon,
                     look.enabled ? ink : Colour::Soft);
    area.cut_left(icon, theme.small_panel() ? 3.5 : 5.5);
  }
  Words words;
  words.title = {.type = Type::T2,
                 .weight = Weight::Bold,
                 .colour = skin.ink,
                 .factor = 1.11,
                 .line_height = kTitleLine};
  words.second = {.type = Type::T0, .colour = skin.second, .factor = 1.037};
  words.gap = 0;
  mark_clipped(ui, id, draw_words(ui, area, look, words));
  if (touch.focused) ui.focus_ring(rect, kR3);
  return touch.clicked;
}

}  // namespace huimin::screens
