#include "screens/resident/place_parts.h"

#include <algorithm>
#include <array>

#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

constexpr std::array<std::string_view, 3> kLevels{"county", "township", "village"};

constexpr double kLevelPad = 5, kLeastLine = 17;
constexpr double kRowPad = 7.5, kSign = 13;

TextStyle row_style(const Theme& theme) {
  return {.type = theme.cramped() ? Type::T2 : Type::T3, .line_height = 1.2};
}

std::string level_label(const Stage& stage, const view::PlaceLevel& level) {
  if (!level.label.empty()) return level.label;
  return stage.text(level.current ? "place.choose" : "place.wait");
}

struct LevelLook {
  bool enabled = false;
  Colour ground = Colour::Card;
  TextStyle above = {}, name = {}, change = {};
};

LevelLook look_of(const view::PlaceLevel& level, Colour ground) {
  LevelLook look{.enabled = level.chosen || level.current, .ground = ground};
  look.above = {.type = Type::T0,
                .colour = look.enabled && level.current ? Colour::Ink : Colour::Soft,
                .line_height = 1.3,
                .ground = ground};
  look.name = {.type = Type::T2,
               .weight = look.enabled ? Weight::Bold : Weight::Regular,
               .colour = look.enabled ? Colour::Ink : Colour::Soft,
               .line_height = kTitleLine,
               .ground = ground};
  look.change = {.type = Type::T2,
                 .weight = Weight::Bold,
                 .colour = Colour::Blue,
                 .line_height = kTitleLine,
                 .ground = ground};
  return look;
}

bool can_change(const view::PlaceLevel& level) { return level.chosen && !level.current; }

// Ground, edge and touch of one level; returns what is under its words.
struct LevelTouch {
  Colour ground = Colour::Card;
  bool clicked = false;
};

LevelTouch touch_level(Stage& stage, const Rect& rect, const view::PlaceLevel& level,
                       const std::string& id) {
  const bool enabled = level.chosen || level.current;
  Entry entry = entry_of(stage, id, Role::Button, level_label(stage, level));
  entry.value = level.chosen ? "on" : "off";
  // The one that is asked for now is open already.
  entry.enabled = can_change(level);
  const Touch touch = stage.ui.touchable(std::move(entry), rect);
  const Colour fill = level.current || touch.pressed ? Colour::BlueSoft
                      : enabled                      ? Colour::Card
                                                     : Colour::Paper;
  const double edge = level.current || touch.pressed ? kStrong
                      : enabled                      ? stage.theme().edge_mm()
                                                     : kHairline;
  stage.canvas().box(rect, {fill, enabled ? Colour::Blue : Colour::Line, edge, kR2});
  if (touch.focused) stage.ui.focus_ring(rect, kR2);
  return {fill, touch.clicked};
}

void draw_change(Stage& stage, Rect& line, const LevelLook& look) {
  const std::string change = stage.text("words.change");
  const double width = stage.canvas().measure(change, look.change).width + 1;
  stage.canvas().paint_text(line.cut_right(width, 2), change, look.change,
                            {.vertical = VerticalAlign::Middle});
}

// Its kind above its name.
void draw_level(Stage& stage, const Rect& rect, const view::PlaceLevel& level,
                std::string_view name) {
  Canvas& canvas = stage.canvas();
  const std::string id = "level." + std::string{name};
  const LevelTouch touch = touch_level(stage, rect, level, id);
  const LevelLook look = look_of(level, touch.ground);
  const std::string above = stage.text("place." + std::string{name});
  const std::string label = level_label(stage, level), change = stage.text("words.change");
  Rect inside = rect.inset(kLevelPad, 0);
  const double first = canvas.measure(above, look.above).height;
  const double second = canvas.measure("0", look.name).height;
  inside.cut_top((rect.h - first - second) / 2);
  Rect top = inside.cut_top(first);
  inside.h = second;
  if (can_change(level)) {
    const double width = canvas.measure(change, look.change).width + 3;
    const bool beside = canvas.measure(label, look.name).width + width <= inside.w;
    draw_change(stage, beside ? inside : top, look);
  }
  canvas.paint_text(top, above, look.above, {.max_lines = 1});
  canvas.paint_text(inside, label, look.name,
                    {.vertical = VerticalAlign::Middle, .max_lines = 1});
  if (touch.clicked) stage.choose(id);
}

// Whether all three have room for their names in columns.
bool fit_in_columns(Stage& stage, double width, const view::PlaceScreen& view) {
  const double room = (width - 2 * kS1) / 3 - 2 * kLevelPad;
  const double change = stage.canvas().measure(stage.text("words.change"),
                                               look_of({}, Colour::Card).change).width + 3;
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    const view::PlaceLevel& level = view.levels[i];
    const LevelLook look = look_of(level, Colour::Card);
    const std::string above = stage.text("place." + std::string{kLevels[i]});
    const double first = stage.canvas().measure(above, look.above).width;
    if (stage.canvas().measure(level_label(stage, level), look.name).width > room) return false;
    if (first + (can_change(level) ? change : 0) > room) return false;
  }
  return true;
}

// One line, or as many as the name needs; what can be changed says so at the right.
double level_words_width(Stage& stage, double width, const view::PlaceLevel& level) {
  const LevelLook look = look_of(level, Colour::Card);
  const double change =
      can_change(level) ? stage.canvas().measure(stage.text("words.change"), look.change).width + 4
                        : 0;
  return width - 2 * kLevelPad - change;
}

// What is still to be chosen says what it is, and if there is room, that it is to be chosen.
std::string level_words(Stage& stage, double width, const view::PlaceLevel& level,
                        std::string_view name) {
  const std::string label = level_label(stage, level);
  if (level.chosen) return label;
  const std::string kind = stage.text("place." + std::string{name});
  const std::string both = kind + " · " + label;
  const TextStyle style = look_of(level, Colour::Card).name;
  const double room = level_words_width(stage, width, level);
  return stage.canvas().measure(both, style).width <= room ? both : kind;
}

double level_line_height(Stage& stage, double width, const view::PlaceLevel& level,
                         std::string_view name) {
  const double room = level_words_width(stage, width, level);
  const TextStyle style = look_of(level, Colour::Card).name;
  const std::string words = level_words(stage, width, level, name);
  return std::max(kLeastLine, stage.canvas().measure(words, style, room).height + 3);
}

void draw_level_line(Stage& stage, const Rect& rect, const view::PlaceLevel& level,
                     std::string_view name) {
  const std::string id = "level." + std::string{name};
  const LevelTouch touch = touch_level(stage, rect, level, id);
  const LevelLook look = look_of(level, touch.ground);
  Rect inside = rect.inset(kLevelPad, 0);
  if (can_change(level)) draw_change(stage, inside, look);
  stage.canvas().paint_text(inside, level_words(stage, rect.w, level, name), look.name,
                            {.vertical = VerticalAlign::Middle});
  if (touch.clicked) stage.choose(id);
}

// The reading with its typed initials in bold, word by word.
void draw_reading(Stage& stage, Rect rect, const std::string& pinyin, const PlaceRowState& state) {
  Canvas& canvas = stage.canvas();
  const Colour ground = state.chosen ? Colour::Blue : Colour::Card;
  const TextStyle plain{.type = Type::T1,
                        .colour = state.chosen ? Colour::Pale : Colour::Soft,
                        .factor = 1.07,
                        .ground = ground};
  const TextStyle bold{.type = Type::T1,
                       .weight = Weight::Bold,
                       .colour = state.chosen ? Colour::OnBlue : Colour::Blue,
                       .factor = 1.07,
                       .ground = ground};
  // All of it or nothing: a piece would look like another name.
  if (canvas.measure(pinyin, bold).width + 2 > rect.w) return;
  std::size_t begin = 0, syllable = 0;
  while (begin < pinyin.size()) {
    const std::size_t end = std::min(pinyin.find(' ', begin), pinyin.size());
    std::size_t rest = begin;
    if (syllable++ < state.typed) {
      const std::string initial = pinyin.substr(begin, 1);
      const double width = canvas.measure(initial, bold).width;
      canvas.paint_text(rect.cut_left(width), initial, bold,
                        {.vertical = VerticalAlign::Middle, .max_lines = 1});
      rest = begin + 1;
    }
    const std::string letters = pinyin.substr(rest, end - rest);
    const double width = canvas.measure(letters, plain).width;
    if (width > rect.w) return;
    canvas.paint_text({rect.x, rect.y, width + 1, rect.h}, letters, plain,
                      {.vertical = VerticalAlign::Middle, .max_lines = 1});
    rect.cut_left(width + 2);
    begin = end + 1;
  }
}

}  // namespace

void add_place_levels(Flow& flow, Stage& stage, const view::PlaceScreen& view) {
  const double width = flow.width();
  if (fit_in_columns(stage, width, view)) {
    flow.add(30 * std::max(1.0, stage.theme().growth()), [&stage, &view](const Rect& r) {
      const auto columns = r.columns(3, kS1);
      for (std::size_t i = 0; i < columns.size(); ++i) {
        draw_level(stage, columns[i], view.levels[i], kLevels[i]);
      }
    });
    return;
  }
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    if (i > 0) flow.gap(kS1);
    const view::PlaceLevel& level = view.levels[i];
    const double height = level_line_height(stage, width, level, kLevels[i]);
    flow.add(height, [&stage, &level, i](const Rect& r) {
      draw_level_line(stage, r, level, kLevels[i]);
    });
  }
}

void draw_place_search(Stage& stage, const Rect& rect, const view::PlaceScreen& view) {
  const std::string found = stage.counted("place.found", static_cast<int>(view.rows.size()));
  draw_typed(stage, rect, view.search,
             {.label = stage.text("place.search"),
              .unit = found,
              .placeholder = stage.text("place.search")});
}

double place_row_height(Stage& stage, double width, const view::PlaceScreen& view) {
  const TextStyle style = row_style(stage.theme());
  const double room = width - 2 * kRowPad - kSign - 3;
  const double line = stage.canvas().measure("0", style).height;
  double highest = stage.theme().small_panel() ? std::max(kTouch + 2, line)
                                               : 24 * std::max(1.0, stage.theme().growth());
  for (const view::PlaceRow& row : view.rows) {
    highest = std::max(highest, stage.canvas().measure(row.name, style, room).height + 2);
  }
  return highest;
}

void draw_place_row(Stage& stage, const Rect& rect, const view::PlaceRow& row,
                    const PlaceRowState& state) {
  Canvas& canvas = stage.canvas();
  const Colour ground = state.chosen ? Colour::Blue : Colour::Card;
  const Colour ink = state.chosen ? Colour::OnBlue : Colour::Ink;
  Entry entry = entry_of(stage, "row." + row.id, Role::Row, row.name, {ink, ground});
  entry.value = state.chosen ? "on" : "off";
  const Touch touch = stage.ui.touchable(std::move(entry), rect);
  canvas.box(rect, {touch.pressed && !state.chosen ? Colour::BlueSoft : ground, Colour::Blue,
                    touch.pressed ? kStrong : stage.theme().edge_mm(), kR2});
  if (touch.focused) stage.ui.focus_ring(rect, kR2);
  Rect inside = rect.inset(kRowPad, 0);
  const Icon sign = state.chosen ? Icon::Check : Icon::ChevronRight;
  canvas.icon(inside.cut_right(kSign, 3).centre(), sign, kSign, state.chosen ? ink : Colour::Blue);
  TextStyle name = row_style(stage.theme());
  name.colour = ink;
  name.ground = ground;
  const double width = std::min(inside.w, canvas.measure(row.name, name).width + 1);
  canvas.paint_text(inside.cut_left(width, 6), row.name, name,
                    {.vertical = VerticalAlign::Middle});
  draw_reading(stage, inside, row.pinyin, state);
  if (touch.clicked) stage.choose(row.id);
}

}  // namespace huimin::screens::resident
