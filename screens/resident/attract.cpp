#include <algorithm>
#include <string>
#include <vector>

#include "screens/resident/attract_foot.h"
#include "screens/resident/attract_scene.h"
#include "screens/resident/parts.h"
#include "screens/resident/screens.h"

namespace huimin::screens::resident {

AttractLook attract_look(const Theme& theme) {
  if (!is_contrast(theme)) return {};
  return {Colour::Card, Colour::Ink, Colour::Ink, Colour::Blue, Colour::OnBlue};
}

namespace {

constexpr double kAboveAble = 6, kBelowIcon = 3;
// A row of what can be done grows by this, if there is room.
constexpr double kMoreInRow = 8;

struct Able {
  Icon icon;
  std::string_view title, second;
};
constexpr Able kAbles[] = {
    {Icon::Assignment, "attract.apply", "attract.apply.second"},
    {Icon::Search, "attract.status", "attract.status.second"},
    {Icon::ReceiptLong, "attract.receipt", "attract.receipt.second"},
};

// The largest of a few letters in which each line of the words stays one line.
TextStyle fitting(Stage& stage, std::string_view words, double width,
                  std::vector<TextStyle> styles) {
  for (const TextStyle& style : styles) {
    if (stage.canvas().measure(words, style).width <= width) return style;
  }
  return styles.back();
}

// What can be done here: three columns, or three rows where the words have no room in columns.
struct Ables {
  TextStyle title, second;
  bool columns = true, seconds = true;
  double icon = 0, title_width = 0, gap = kS2, column = 0, row = 0;

  double height() const { return columns ? column : 3 * row; }
};

Ables ables_of(Stage& stage, double width, const AttractLook& look) {
  Canvas& canvas = stage.canvas();
  Ables ables;
  ables.title = {.type = Type::T3,
                 .weight = Weight::Bold,
                 .colour = look.ink,
                 .factor = 0.925,
                 .line_height = 1.3,
                 .ground = look.ground};
  ables.second = {
      .type = Type::T1, .colour = look.second, .line_height = 1.3, .ground = look.ground};
  double second_width = 0;
  for (const Able& able : kAbles) {
    ables.title_width =
        std::max(ables.title_width, canvas.measure(stage.text(able.title), ables.title).width);
    second_width =
        std::max(second_width, canvas.measure(stage.text(able.second), ables.second).width);
  }
  const double column = (width - 2 * kS2) / 3;
  const double title = stage.theme().letter_mm(Type::T3, ables.title.factor) * 1.3;
  const double second = stage.theme().letter_mm(Type::T1) * 1.3;
  ables.columns = std::max(ables.title_width, second_width) <= column;
  if (ables.columns) {
    ables.icon = stage.theme().small_panel() ? 14 : 22.8;
    ables.column = kAboveAble + ables.icon + kBelowIcon + title + 1 + second;
    return ables;
  }
  ables.icon = title;
  const double room = width - ables.icon - kS2 - ables.title_width - second_width;
  ables.seconds = room >= kS2;
  ables.gap = std::clamp(room, kS2, kS5);
  ables.row = title + 4;
  return ables;
}

void draw_able_column(Stage& stage, Rect column, const Able& able, const Ables& ables) {
  Canvas& canvas = stage.canvas();
  canvas.fill({column.x, column.y, column.w, 1}, ables.title.colour);
  column.cut_top(kAboveAble);
  const Rect icon = column.cut_top(ables.icon, kBelowIcon);
  // The glyph has air on its left; the words below begin at the edge.
  canvas.icon({icon.x + ables.icon / 2 - 2.5, icon.centre().y}, able.icon, ables.icon,
              ables.title.colour);
  const std::string title = stage.text(able.title);
  canvas.text(column.cut_top(canvas.measure(title, ables.title, column.w).height, 1), title,
              ables.title);
  canvas.text(column, stage.text(able.second), ables.second);
}

void draw_able_row(Stage& stage, Rect row, const Able& able, const Ables& ables) {
  Canvas& canvas = stage.canvas();
  canvas.fill({row.x, row.y, row.w, 0.75}, ables.title.colour);
  row.cut_top(0.75);
  canvas.icon(row.cut_left(ables.icon, kS2).centre(), able.icon, ables.icon, ables.title.colour);
  const TextPlace middle{.vertical = VerticalAlign::Middle};
  canvas.text(row.cut_left(ables.title_width + 0.5, ables.gap - 0.5), stage.text(able.title),
              ables.title, middle);
  if (ables.seconds) canvas.text(row, stage.text(able.second), ables.second, middle);
}

void draw_ables(Stage& stage, const Rect& rect, const Ables& ables) {
  const auto places = ables.columns ? rect.columns(3, kS2) : rect.rows(3, 0);
  for (std::size_t i = 0; i < places.size(); ++i) {
    ables.columns ? draw_able_column(stage, places[i], kAbles[i], ables)
                  : draw_able_row(stage, places[i], kAbles[i], ables);
  }
}

double tile_height(const Theme& theme) {
  return theme.small_panel() ? 30 : theme.extra_large() && !theme.portrait() ? 36 : 45.7;
}

void draw_start(Stage& stage, const Rect& tile, const Touch& touch, const AttractLook& look) {
  Canvas& canvas = stage.canvas();
  canvas.fill(tile, touch.pressed ? Colour::BlueSoft : look.fill, kR3);
  if (touch.pressed) canvas.edge(tile, look.ink, kStrong, kR3);
  const Colour ink = touch.pressed && is_contrast(stage.theme()) ? Colour::Blue : look.on_fill;
  const std::string words = stage.text("attract.start");
  const double icon = stage.theme().small_panel() ? 16 : 26.8;
  const double room = tile.w - icon - 3 * kS2;
  TextStyle style{.type = Type::T4, .weight = Weight::Bold, .colour = ink, .factor = 1.097,
                  .line_height = 1.2, .ground = look.fill};
  TextStyle smaller = style;
  smaller.type = Type::T3;
  style = fitting(stage, words, room, {style, smaller});
  Rect row = tile.centred(icon + kS2 + canvas.measure(words, style).width + 1, tile.h);
  canvas.icon(row.cut_left(icon, kS2).centre(), Icon::TouchApp, icon, ink);
  if (canvas.paint_text(row, words, style, {.vertical = VerticalAlign::Middle}).clipped) {
    stage.ui.registry().mark_clipped(id_of(view::Act::Start));
  }
  if (touch.focused) stage.ui.focus_ring(tile, kR3, look.ground);
}

// Title, what can be done, and the tile, with the room that is left between them.
struct Panel {
  std::string title;
  TextStyle style;
  Ables ables;
  double title_height = 0, above = 0, tile = 0;

  double height() const { return above + title_height + kS3 + ables.height() + kS3 + tile; }
};

Panel panel_of(Stage& stage, double width, const AttractLook& look) {
  const Theme& theme = stage.theme();
  Panel panel{.title = stage.text("attract.title"), .style = {}, .ables = {}};
  TextStyle style{.type = Type::T5, .weight = Weight::Bold, .colour = look.ink, .factor = 0.958,
                  .line_height = 1.2, .ground = look.ground};
  TextStyle smaller = style;
  smaller.type = Type::T4;
  panel.style = fitting(stage, panel.title, width, {style, smaller});
  panel.title_height = stage.canvas().measure(panel.title, panel.style, width).height;
  panel.ables = ables_of(stage, width, look);
  panel.above = theme.portrait() ? 0 : theme.small_panel() ? 8 : theme.extra_large() ? 12 : 20;
  panel.tile = tile_height(theme);
  return panel;
}

void draw_panel(Stage& stage, const Rect& rect, const Panel& panel, const AttractLook& look) {
  Canvas& canvas = stage.canvas();
  canvas.fill(rect, look.ground);
  Rect inside = rect.inset(stage.theme().margin_mm(), 0);
  inside.cut_top(panel.above);
  Ables ables = panel.ables;
  double spare = std::max(0.0, rect.h - panel.height());
  if (!ables.columns) {
    const double more = std::min(kMoreInRow, spare / 5);
    ables.row += more;
    spare -= 3 * more;
  }
  canvas.text(inside.cut_top(panel.title_height, kS3 + spare * 0.3), panel.title, panel.style,
              {.id = "title", .role = Role::Title});
  draw_ables(stage, inside.cut_top(ables.height()), ables);
}

}  // namespace

void draw(Stage& stage, const view::Attract&) {
  stage.ui.enter_screen("attract");
  const Theme& theme = stage.theme();
  const AttractLook look = attract_look(theme);
  Rect rest = theme.whole();
  const Rect foot = rest.cut_bottom(attract_foot_height(theme));
  const Rect above = rest;
  // A small panel has less room for words than for hills.
  const double share = theme.small_panel() ? 0.56 : 0.5;
  const double width = (theme.portrait() ? rest.w : rest.w * share) - 2 * theme.margin_mm();
  const Panel panel = panel_of(stage, width, look);
  const double half = theme.whole().h / 2;
  const Rect scene = theme.portrait() ? rest.cut_top(std::min(half, rest.h - panel.height()))
                                      : rest.cut_left(rest.w * (1 - share));
  draw_attract_scene(stage, scene, look);
  // All of the screen above the last line starts, not only the tile that says so.
  const Touch touch = stage.ui.touchable(
      entry_of(stage, id_of(view::Act::Start), Role::Tile, stage.text("attract.start"),
               {look.on_fill, look.fill, Type::T3}),
      above);
  draw_panel(stage, rest, panel, look);
  Rect tile = rest.inset(theme.margin_mm(), 0);
  draw_start(stage, tile.cut_bottom(panel.tile), touch, look);
  draw_attract_foot(stage, foot, look);
  if (touch.clicked) stage.press(view::Act::Start);
}

}  // namespace huimin::screens::resident
