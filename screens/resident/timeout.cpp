#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

constexpr double kRing = 134;

void add_still_here(Flow& flow, Stage& stage) {
  const std::string words = stage.text("timeout.stay");
  const bool tight = is_tight(stage.theme());
  flow.add(tight ? 30 : 43.7, [&stage, words, tight](const Rect& r) {
    const Button look{.label = words,
                      .kind = ButtonKind::Filled,
                      .icon = tight ? Icon::None : Icon::TouchApp,
                      .type = tight ? Type::T3 : Type::T4,
                      .factor = 1.0};
    if (button(stage.ui, id_of(view::Act::StillHere), r, look)) stage.press(view::Act::StillHere);
  });
}

void draw_countdown(Stage& stage, const Rect& r, const view::TimeoutWarning& view) {
  Canvas& canvas = stage.canvas();
  const double radius = std::min(r.w, r.h) / 2;
  const double width = radius * 0.134;
  const double share =
      view.seconds_total > 0 ? static_cast<double>(view.seconds_left) / view.seconds_total : 0;
  canvas.disc(r.centre(), radius - width / 2, Colour::Card);
  draw_ring(stage, {.centre = r.centre(), .radius_mm = radius, .width_mm = width, .share = share});
  const std::string seconds = std::to_string(view.seconds_left),
                    word = stage.text("timeout.seconds");
  const TextStyle number{.type = Type::T6,
                         .weight = Weight::Bold,
                         .factor = 1.31 * radius / (kRing / 2),
                         .line_height = 1.1,
                         .ground = Colour::Card};
  const TextStyle below{
      .type = Type::T3, .colour = Colour::Soft, .factor = 0.957, .ground = Colour::Card};
  const double first = canvas.measure(seconds, number).height,
               second = canvas.measure(word, below).height;
  Rect inside = r.centred(radius * 1.6, first + second);
  canvas.text(inside.cut_top(first), seconds, number,
              {.align = Align::Centre, .id = "timeout.seconds"});
  canvas.text(inside, word, below, {.align = Align::Centre});
}

}  // namespace

void draw(Stage& stage, const view::TimeoutWarning& view) {
  const Place end{.act = view::Act::End, .label = stage.text("timeout.end"), .icon = Icon::Logout};
  const Page page = draw_shell(
      stage,
      {.name = "timeout", .left = end, .right = say_place(stage, "timeout.say"), .covered = true});
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  if (!flow.wide()) {
    add_hero_words(flow, stage, stage.text("timeout.title"), stage.text("timeout.lead"));
    flow.gap(kS5);
  }
  flow.grow(is_tight(stage.theme()) ? 80 : 90, kRing,
            [&stage, &view](const Rect& r) { draw_countdown(stage, r, view); });
  flow.gap(kS5);
  flow.turn();
  if (flow.wide()) {
    flow.spring();
    add_hero_words(flow, stage, stage.text("timeout.title"), stage.text("timeout.lead"));
    flow.gap(kS4);
  }
  add_still_here(flow, stage);
  flow.gap(kS4);
  const TextStyle words{.type = Type::T2, .line_height = 1.5};
  const std::string text = stage.text(view.submitted ? "timeout.what.submitted" : "timeout.what");
  flow.add(stage.canvas().measure(text, words, flow.width()).height,
           [&stage, words, text](const Rect& r) {
             stage.canvas().text(r, text, words, {.align = Align::Centre});
           });
  flow.spring();
  flow.draw("timeout.body");
}

}  // namespace huimin::screens::resident
