#include "screens/resident/options.h"

#include <algorithm>

namespace huimin::screens::resident {

namespace {

constexpr double kCardIcon = 24, kLeastCardIcon = 17, kOptionPad = 5;

TextStyle name_style(bool chosen) {
  return {.type = Type::T2,
          .weight = Weight::Bold,
          .colour = chosen ? Colour::OnBlue : Colour::Ink,
          .factor = 1.11,
          .line_height = 1.25,
          .ground = chosen ? Colour::Blue : Colour::Card};
}

TextStyle hint_style(bool chosen) {
  return {.type = Type::T0,
          .colour = chosen ? Colour::Pale : Colour::Soft,
          .line_height = 1.35,
          .ground = chosen ? Colour::Blue : Colour::Card};
}

// A panel that is wider than high has no height for an icon above the words.
bool icon_beside(const Theme& theme) { return !theme.portrait(); }

Touch touch_option(Stage& stage, const Rect& rect, const view::Option& option) {
  const Colour ground = option.chosen ? Colour::Blue : Colour::Card;
  Entry entry = entry_of(stage, "option." + option.id, Role::Choice, option.label,
                         {name_style(option.chosen).colour, ground});
  entry.value = option.chosen ? "on" : "off";
  return stage.ui.touchable(std::move(entry), rect);
}

void draw_ground(Stage& stage, const Rect& rect, bool chosen, const Touch& touch) {
  const Colour fill = touch.pressed ? (chosen ? Colour::Ink : Colour::BlueSoft)
                                    : (chosen ? Colour::Blue : Colour::Card);
  const double edge = touch.pressed ? kStrong : stage.theme().edge_mm();
  stage.canvas().box(rect, {fill, chosen ? fill : Colour::Blue, edge, kR3});
  if (touch.focused) stage.ui.focus_ring(rect, kR3);
}

void draw_card(Stage& stage, const Rect& rect, const view::Option& option) {
  const Touch touch = touch_option(stage, rect, option);
  draw_ground(stage, rect, option.chosen, touch);
  Canvas& canvas = stage.canvas();
  const Colour ink = option.chosen ? Colour::OnBlue : Colour::Blue;
  const TextStyle name = name_style(option.chosen), hint = hint_style(option.chosen);
  Rect inside = rect.inset(kOptionPad, 0);
  const bool beside = icon_beside(stage.theme());
  if (beside) {
    canvas.icon(inside.cut_left(kCardIcon, 4).centre(), icon_of(option.icon), kCardIcon - 3, ink);
  }
  const double label = canvas.measure(option.label, name, inside.w).height;
  const double example =
      option.hint.empty() ? 0 : 1 + canvas.measure(option.hint, hint, inside.w).height;
  const double icon =
      beside ? 0 : std::clamp(rect.h - label - example - 10, kLeastCardIcon, kCardIcon) + 2;
  inside.cut_top((rect.h - icon - label - example) / 2);
  if (!beside) canvas.icon(inside.cut_top(icon).centre(), icon_of(option.icon), icon - 2, ink);
  const Align align = beside ? Align::Left : Align::Centre;
  canvas.paint_text(inside.cut_top(label, 1), option.label, name, {.align = align});
  canvas.paint_text(inside, option.hint, hint, {.align = align});
  if (option.chosen) canvas.icon({rect.right() - 12, rect.y + 11}, Icon::Check, 14, ink);
  if (touch.clicked) stage.choose(option.id);
}

void draw_button(Stage& stage, const Rect& rect, const view::Option& option) {
  const Touch touch = touch_option(stage, rect, option);
  draw_ground(stage, rect, option.chosen, touch);
  Canvas& canvas = stage.canvas();
  TextStyle style = name_style(option.chosen);
  style.factor = 0.86;
  style.weight = option.chosen ? Weight::Bold : Weight::Regular;
  Rect inside = rect.inset(3, 0);
  const double mark = option.chosen ? 10 : 0;
  const double words =
      std::min(inside.w - mark, canvas.measure(option.label, style, inside.w - mark).width + 1);
  inside = inside.centred(mark + words, rect.h);
  if (option.chosen) canvas.icon(inside.cut_left(mark).centre(), Icon::Check, 9, Colour::OnBlue);
  canvas.paint_text(inside, option.label, style,
                    {.align = Align::Centre, .vertical = VerticalAlign::Middle});
  if (touch.clicked) stage.choose(option.id);
}

using Draw = void (*)(Stage&, const Rect&, const view::Option&);

void draw_grid(Stage& stage, const Rect& rect, const std::vector<view::Option>& options,
               int columns, Draw draw_one) {
  const int rows = (static_cast<int>(options.size()) + columns - 1) / columns;
  std::size_t next = 0;
  for (const Rect& row : rect.rows(rows, 4)) {
    for (const Rect& cell : row.columns(columns, 4)) {
      if (next < options.size()) draw_one(stage, cell, options[next++]);
    }
  }
}

}  // namespace

void add_option_cards(Flow& flow, Stage& stage, const std::vector<view::Option>& options,
                      int columns) {
  if (options.empty()) return;
  const int rows = (static_cast<int>(options.size()) + columns - 1) / columns;
  const bool beside = icon_beside(stage.theme());
  const double width =
      (flow.width() - 4 * (columns - 1)) / columns - 2 * kOptionPad - (beside ? kCardIcon + 4 : 0);
  double words = 0;
  for (const view::Option& option : options) {
    const double hint = option.hint.empty()
                            ? 0
                            : stage.canvas().measure(option.hint, hint_style(false), width).height;
    words = std::max(words,
                     stage.canvas().measure(option.label, name_style(false), width).height + hint);
  }
  const double least = beside ? std::max(kCardIcon, words) + 7 : words + kLeastCardIcon + 7;
  const auto height = [&](double one) { return rows * one + (rows - 1) * 4.0; };
  flow.grow(height(least), height(least + 23), [&stage, &options, columns](const Rect& r) {
    draw_grid(stage, r, options, columns, draw_card);
  });
}

void add_option_buttons(Flow& flow, Stage& stage, const std::vector<view::Option>& options,
                        int columns) {
  if (options.empty()) return;
  const int rows = (static_cast<int>(options.size()) + columns - 1) / columns;
  const double one = 18 * std::max(1.0, stage.theme().growth());
  const double least = rows * one + (rows - 1) * 4.0;
  flow.grow(least, least + rows * 6, [&stage, &options, columns](const Rect& r) {
    draw_grid(stage, r, options, columns, draw_button);
  });
}

}  // namespace huimin::screens::resident
