#include "screens/resident/place_parts.h"

#include <algorithm>
#include <array>

#include "screens/input/keys.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

constexpr std::array<std::string_view, 3> kLevels{"county", "township", "village"};

std::string level_label(const Stage& stage, const view::PlaceLevel& level) {
  if (!level.label.empty()) return level.label;
  return stage.text(level.current ? "place.choose" : "place.wait");
}

void draw_level(Stage& stage, const Rect& rect, const view::PlaceLevel& level,
                std::string_view name) {
  Canvas& canvas = stage.canvas();
  const bool enabled = level.chosen || level.current;
  const std::string label = level_label(stage, level);
  const std::string id = "level." + std::string{name};
  Entry entry = entry_of(stage, id, Role::Button, label);
  entry.value = level.chosen ? "on" : "off";
  // The one that is asked for now is open already.
  entry.enabled = level.chosen && !level.current;
  const Touch touch = stage.ui.touchable(std::move(entry), rect);
  const Colour fill = level.current || touch.pressed ? Colour::BlueSoft
                      : enabled                      ? Colour::Card
                                                     : Colour::Paper;
  const double edge = level.current || touch.pressed ? kStrong
                      : enabled                      ? stage.theme().edge_mm()
                                                     : kHairline;
  canvas.box(rect, {fill, enabled ? Colour::Blue : Colour::Line, edge, kR2});
  if (touch.focused) stage.ui.focus_ring(rect, kR2);
  const TextStyle small{.type = Type::T0,
                        .colour = enabled && level.current ? Colour::Ink : Colour::Soft,
                        .line_height = 1.3,
                        .ground = fill};
  TextStyle bold{.type = Type::T2,
                 .weight = enabled ? Weight::Bold : Weight::Regular,
                 .colour = enabled ? Colour::Ink : Colour::Soft,
                 .factor = enabled ? 1.08 : 0.85,
                 .line_height = kTitleLine,
                 .ground = fill};
  Rect inside = rect.inset(5, 0);
  const std::string above = stage.text("place." + std::string{name});
  const double first = canvas.measure(above, small).height;
  const double second = canvas.measure("0", bold).height;
  inside.cut_top((rect.h - first - second) / 2);
  Rect top = inside.cut_top(first);
  inside.h = second;
  if (level.chosen && !level.current) {
    const std::string change = stage.text("words.change");
    const TextStyle word{.type = Type::T2,
                         .weight = Weight::Bold,
                         .colour = Colour::Blue,
                         .factor = 0.9,
                         .line_height = kTitleLine,
                         .ground = fill};
    const double width = canvas.measure(change, word).width + 1;
    const bool beside = canvas.measure(label, bold).width + width + 2 <= inside.w;
    Rect& line = beside ? inside : top;
    canvas.paint_text(line.cut_right(width, 2), change, word, {.vertical = VerticalAlign::Middle});
  }
  canvas.paint_text(top, above, small, {.max_lines = 1});
  // A long name gives way down to the size of second lines.
  bold.factor = std::max(0.75, fitting_factor(stage.ui, label, bold, inside.w));
  canvas.paint_text(inside, label, bold, {.vertical = VerticalAlign::Middle, .max_lines = 1});
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

double place_levels_height(const Theme& theme) { return 30 * std::max(1.0, theme.growth()); }

void draw_place_levels(Stage& stage, const Rect& rect, const view::PlaceScreen& view) {
  const auto columns = rect.columns(3, kS1);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    draw_level(stage, columns[i], view.levels[i], kLevels[i]);
  }
}

void draw_place_search(Stage& stage, const Rect& rect, const view::PlaceScreen& view) {
  const std::string found = stage.counted("place.found", static_cast<int>(view.rows.size()));
  draw_typed(stage, rect, view.search,
             {.label = stage.text("place.search"),
              .unit = found,
              .placeholder = stage.text("place.search")});
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
  Rect inside = rect.inset(7.5, 0);
  const Icon sign = state.chosen ? Icon::Check : Icon::ChevronRight;
  canvas.icon(inside.cut_right(13, 3).centre(), sign, 13, state.chosen ? ink : Colour::Blue);
  const TextStyle name{.type = Type::T3, .colour = ink, .line_height = 1.2, .ground = ground};
  const double width = std::min(inside.w, canvas.measure(row.name, name).width + 1);
  canvas.paint_text(inside.cut_left(width, 6), row.name, name,
                    {.vertical = VerticalAlign::Middle, .max_lines = 1});
  draw_reading(stage, inside, row.pinyin, state);
  if (touch.clicked) stage.choose(row.id);
}

}  // namespace huimin::screens::resident
