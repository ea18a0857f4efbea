#include <algorithm>
#include <utility>

#include "screens/resident/parts.h"

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kFactWhat{.type = Type::T2,
                              .weight = Weight::Bold,
                              .factor = 1.15,
                              .line_height = kTitleLine,
                              .ground = Colour::Card};

double fact_icon(const Theme& theme) { return (theme.small_panel() ? 9 : 13) * theme.growth(); }

void draw_fact(Stage& stage, const Rect& r, const Fact& fact) {
  Canvas& canvas = stage.canvas();
  const double icon = fact_icon(stage.theme());
  Rect rest = r;
  canvas.icon(rest.cut_left(icon, kS3).centre(), fact.icon, icon, Colour::Blue);
  const TextStyle state{.type = Type::T2,
                        .weight = fact.now ? Weight::Bold : Weight::Regular,
                        .colour = fact.now ? Colour::Blue : Colour::Soft,
                        .factor = 0.95,
                        .ground = Colour::Card};
  if (!fact.state.empty()) {
    const double room = std::min(rest.w / 2, canvas.measure(fact.state, state).width + 1);
    canvas.text(rest.cut_right(room, kS2), fact.state, state,
                {.align = Align::Right, .vertical = VerticalAlign::Middle});
  }
  canvas.text(rest, fact.what, kFactWhat, {.vertical = VerticalAlign::Middle});
}

}  // namespace

void add_facts(Flow& flow, Stage& stage, const std::string& heading, std::vector<Fact> facts) {
  const bool small = stage.theme().small_panel();
  flow.begin_card();
  if (!heading.empty()) {
    const double height = stage.canvas().measure(heading, kFactWhat, flow.width()).height + 3;
    flow.add(height, [&stage, heading](const Rect& r) {
      stage.canvas().text(r, heading, kFactWhat,
                          {.vertical = VerticalAlign::Middle, .role = Role::Heading});
    });
    flow.keep();
  }
  for (const Fact& fact : facts) {
    const double icon = fact_icon(stage.theme());
    const double room = (flow.width() - icon - kS3) * (fact.state.empty() ? 1 : 0.5) - kS2;
    const double words =
        stage.canvas().measure(fact.what, kFactWhat, room).height + (small ? 3 : 5);
    const double least = small ? 12 : 22 * std::max(1.0, stage.theme().growth());
    const double height = std::max({least, words, icon + 2});
    flow.grow(height, height + 6, [&stage, fact](const Rect& r) { draw_fact(stage, r, fact); });
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
