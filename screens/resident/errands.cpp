#include <algorithm>
#include <utility>

#include "screens/resident/parts.h"

namespace huimin::screens::resident {

namespace {

TextStyle what_style(const Theme& theme) {
  return {.type = is_tight(theme) ? Type::T1 : Type::T2,
          .weight = Weight::Bold,
          .factor = is_tight(theme) ? 1.0 : 1.15,
          .line_height = kTitleLine,
          .ground = Colour::Card};
}

double fact_icon(const Theme& theme) { return (theme.small_panel() ? 9 : 13) * theme.growth(); }

TextStyle state_style(const Fact& fact) {
  return {.type = Type::T2,
          .weight = fact.now ? Weight::Bold : Weight::Regular,
          .colour = fact.now ? Colour::Blue : Colour::Soft,
          .factor = 0.95,
          .line_height = 1.35,
          .ground = Colour::Card};
}

// Width of a column of states; 0: there is no room for one, and they stand below.
double state_column(Stage& stage, double room, const std::vector<Fact>& facts) {
  Canvas& canvas = stage.canvas();
  const TextStyle style = what_style(stage.theme());
  double states = 0, whats = 0;
  for (const Fact& fact : facts) {
    states = std::max(states, canvas.measure(fact.state, state_style(fact)).width + 1);
    whats = std::max(whats, canvas.measure(fact.what, style).width);
  }
  const bool two_lines = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    const TextBlock what = canvas.measure(fact.what, style, room - states - kS2);
    return what.clipped || what.lines > 1;
  });
  return states <= room / 2 && !two_lines ? states : 0;
}

void draw_fact(Stage& stage, const Rect& r, const Fact& fact, double column) {
  Canvas& canvas = stage.canvas();
  const double icon = fact_icon(stage.theme());
  const TextStyle what = what_style(stage.theme()), state = state_style(fact);
  const TextPlace middle{.vertical = VerticalAlign::Middle};
  Rect rest = r;
  canvas.icon(rest.cut_left(icon, kS3).centre(), fact.icon, icon, Colour::Blue);
  if (fact.state.empty()) {
    canvas.text(rest, fact.what, what, middle);
  } else if (column > 0) {
    canvas.text(rest.cut_right(column, kS2), fact.state, state,
                {.align = Align::Right, .vertical = VerticalAlign::Middle});
    canvas.text(rest, fact.what, what, middle);
  } else {
    const double first = canvas.measure(fact.what, what, rest.w).height;
    const double second = canvas.measure(fact.state, state, rest.w).height;
    rest = rest.centred(rest.w, first + second);
    canvas.text(rest.cut_top(first), fact.what, what);
    canvas.text(rest, fact.state, state);
  }
}

double fact_height(Stage& stage, double room, const Fact& fact, double column) {
  Canvas& canvas = stage.canvas();
  const double beside = column > 0 && !fact.state.empty() ? column + kS2 : 0;
  const double what =
      canvas.measure(fact.what, what_style(stage.theme()), room - beside).height;
  if (column > 0 || fact.state.empty()) return what;
  return what + canvas.measure(fact.state, state_style(fact), room).height;
}

}  // namespace

void add_facts(Flow& flow, Stage& stage, const std::string& heading, std::vector<Fact> facts) {
  const bool small = stage.theme().small_panel();
  const TextStyle what = what_style(stage.theme());
  flow.begin_card();
  if (!heading.empty()) {
    const double height = stage.canvas().measure(heading, what, flow.width()).height + 3;
    flow.add(height, [&stage, heading, what](const Rect& r) {
      stage.canvas().text(r, heading, what,
                          {.vertical = VerticalAlign::Middle, .role = Role::Heading});
    });
    flow.keep();
  }
  const double icon = fact_icon(stage.theme());
  const double room = flow.width() - icon - kS3;
  const double column = state_column(stage, room, facts);
  for (const Fact& fact : facts) {
    const double words = fact_height(stage, room, fact, column) + (small ? 3 : 5);
    const double least = small ? 12 : 22 * std::max(1.0, stage.theme().growth());
    const double height = std::max({least, words, icon + 2});
    flow.grow(height, height + 6,
              [&stage, fact, column](const Rect& r) { draw_fact(stage, r, fact, column); });
  }
  flow.end_card();
}

void add_tile(Flow& flow, Stage& stage, Errand errand, double max_mm) {
  const double growth = stage.theme().growth();
  // The words stand beside the icon's square and before the arrow.
  const bool tight = stage.theme().small_panel() || flow.width() < 150;
  const double full = stage.theme().extra_large() ? 41.7 : 34.7;
  const double column = tight ? 24 : full;
  const double arrow = stage.theme().extra_large() ? 0 : 15.9 * std::min(1.0, growth) - 4;
  const double room = flow.width() - (tight ? 14 + 6.5 : 19.4 + 8) - column - arrow;
  const TextStyle title{.type = Type::T3,
                        .weight = Weight::Bold,
                        .factor = tile_factor(stage.theme(), errand.kind),
                        .line_height = kTitleLine};
  const double words = stage.canvas().measure(errand.title, title, room).height +
                       stage.canvas().measure(errand.second, {.type = Type::T1}, room).height;
  const double min = std::max(kPrimaryTouch, words + (stage.theme().small_panel() ? 6 : 10));
  flow.grow(min, max_mm, [&stage, errand = std::move(errand)](const Rect& r) {
    const Tile look{
        .icon = errand.icon, .title = errand.title, .second = errand.second, .kind = errand.kind};
    if (tile(stage.ui, id_of(errand.act), r, look)) stage.press(errand.act);
  });
}

void add_row(Flow& flow, Stage& stage, Errand errand) {
  // A narrow column has no room for the largest letters beside a sign.
  constexpr double kNarrow = 160;
  if (stage.theme().extra_large() && flow.width() < kNarrow) errand.icon = Icon::None;
  const auto look = [](const Errand& e) {
    return ChoiceRow{.icon = e.icon, .title = e.title, .second = e.second, .chevron = true};
  };
  const double height =
      std::max(kPrimaryTouch, choice_row_height(stage.ui, flow.width(), look(errand)));
  flow.grow(height, height + 11, [&stage, look, errand = std::move(errand)](const Rect& r) {
    if (choice_row(stage.ui, id_of(errand.act), r, look(errand))) stage.press(errand.act);
  });
}

void add_two_buttons(Flow& flow, Stage& stage, Errand left, Errand right) {
  const auto look = [](const Errand& e) {
    return Button{.label = e.title, .icon = e.icon, .enabled = e.enabled};
  };
  const double widest =
      std::max(button_width(stage.ui, look(left)), button_width(stage.ui, look(right)));
  const bool beside = widest <= (flow.width() - kS2) / 2;
  const double height = std::max(28.0, button_height(stage.theme(), ButtonSize::Large));
  flow.add(beside ? height : 2 * height + kS2,
           [&stage, look, beside, left = std::move(left), right = std::move(right)](const Rect& r) {
             const auto places = beside ? r.columns(2, kS2) : r.rows(2, kS2);
             if (button(stage.ui, id_of(left.act), places[0], look(left))) stage.press(left.act);
             if (button(stage.ui, id_of(right.act), places[1], look(right))) stage.press(right.act);
           });
}

}  // namespace huimin::screens::resident
