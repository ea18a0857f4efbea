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
          .line_height = kTitleLine,
          .ground = chosen ? Colour::Blue : Colour::Card};
}

TextStyle hint_style(bool chosen) {
  return {.type = Type::T0,
          .colour = chosen ? Colour::Pale : Colour::Soft,
          .line_height = 1.35,
          .ground = chosen ? Colour::Blue : Colour::Card};
}

// The words of a button without a second line; never under the band of their size.
TextStyle button_style(const Theme& theme, bool chosen) {
  TextStyle style = name_style(chosen);
  style.factor = std::max(0.86, theme.cap_mm(Type::T0) / theme.cap_mm(style.type));
  return style;
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
  TextStyle style = button_style(stage.theme(), option.chosen);
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

struct GridLook {
  int columns = 2;
  double least = 0, most = 0;  // height of a row
  Draw draw = draw_card;
};

// A block a row: a page may be cut between two rows.
void add_grid(Flow& flow, Stage& stage, const std::vector<view::Option>& options,
              const GridLook& look) {
  const auto columns = static_cast<std::size_t>(look.columns);
  for (std::size_t first = 0; first < options.size(); first += columns) {
    if (first > 0) flow.gap(4);
    flow.grow(look.least, look.most, [&stage, &options, look, first, columns](const Rect& r) {
      const auto cells = r.columns(look.columns, 4);
      for (std::size_t i = first; i < std::min(first + columns, options.size()); ++i) {
        look.draw(stage, cells[i - first], options[i]);
      }
    });
  }
}

double cell_width(const Flow& flow, int columns) {
  return (flow.width() - 4 * (columns - 1)) / columns;
}

// No word is broken in its cell.
int fitting_columns(Flow& flow, Stage& stage, const std::vector<view::Option>& options, int most) {
  for (int columns = most; columns > 1; --columns) {
    const double room = cell_width(flow, columns) - 6 - 10;
    const TextStyle style = button_style(stage.theme(), true);
    const bool all = std::all_of(options.begin(), options.end(), [&](const view::Option& option) {
      return stage.canvas().measure(option.label, style, room).lines <= 2;
    });
    if (all) return columns;
  }
  return 1;
}

}  // namespace

void add_option_cards(Flow& flow, Stage& stage, const std::vector<view::Option>& options,
                      int columns) {
  const bool beside = icon_beside(stage.theme());
  const double width = cell_width(flow, columns) - 2 * kOptionPad - (beside ? kCardIcon + 4 : 0);
  double words = 0;
  for (const view::Option& option : options) {
    const double hint = option.hint.empty()
                            ? 0
                            : stage.canvas().measure(option.hint, hint_style(false), width).height;
    words = std::max(words,
                     stage.canvas().measure(option.label, name_style(false), width).height + hint);
  }
  const double least = beside ? std::max(kCardIcon, words) + 7 : words + kLeastCardIcon + 7;
  add_grid(flow, stage, options, {columns, least, least + 23, draw_card});
}

void add_option_buttons(Flow& flow, Stage& stage, const std::vector<view::Option>& options,
                        int columns) {
  const int fitting = fitting_columns(flow, stage, options, columns);
  const TextStyle style = button_style(stage.theme(), true);
  double least = kTouch + 2;
  for (const view::Option& option : options) {
    const double room = cell_width(flow, fitting) - 6 - 10;
    least = std::max(least, stage.canvas().measure(option.label, style, room).height + 3);
  }
  add_grid(flow, stage, options, {fitting, least, least + 6, draw_button});
}

}  // namespace huimin::screens::resident
