#include <utility>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/sketch.h"

namespace huimin::screens::resident {

namespace {

// What is said below the picture, and the picture.
struct Situation {
  CardScene scene;
  Icon icon;
  std::string_view words, second;
  bool wrong;
};

Situation situation_of(view::Reading reading) {
  switch (reading) {
    case view::Reading::Waiting:
      return {CardScene::Bring, Icon::TouchApp, "identify.waiting", "identify.waiting.second",
              false};
    case view::Reading::Busy:
      return {CardScene::Read, Icon::HourglassTop, "identify.busy", "identify.busy.second", false};
    case view::Reading::LiftedEarly:
      return {CardScene::PutBack, Icon::Undo, "identify.lifted", "identify.lifted.second", true};
    case view::Reading::Unreadable:
      return {CardScene::Turn, Icon::Refresh, "identify.unreadable", "identify.unreadable.second",
              true};
    case view::Reading::TakeCardFirst:
      return {CardScene::Take, Icon::Badge, "identify.take", "identify.take.second", true};
    case view::Reading::ReaderGone:
      return {CardScene::Broken, Icon::Error, "identify.gone", {}, true};
  }
  return {};
}

std::string_view title_id(view::Reading reading) {
  if (reading == view::Reading::TakeCardFirst) return "identify.title.take";
  return reading == view::Reading::ReaderGone ? "identify.title.gone" : "identify.title";
}

std::string_view lead_id(view::Reading reading) {
  if (reading == view::Reading::TakeCardFirst) return "identify.lead.take";
  return reading == view::Reading::ReaderGone ? "identify.lead.gone" : "identify.lead";
}

// After so many failures the other ways stand first.
constexpr int kOftenFailed = 3;

std::string second_line(const Stage& stage, const view::Identify& view, const Situation& now) {
  if (view.reading == view::Reading::Unreadable && view.failures >= kOftenFailed) {
    return stage.text("identify.unreadable.often", {{"n", std::to_string(view.failures)}});
  }
  return now.second.empty() ? staff_text(stage) : stage.text(now.second);
}

constexpr double kPad = 9;

void draw_situation(Stage& stage, const Rect& rect, const view::Identify& view, double below) {
  Canvas& canvas = stage.canvas();
  const Situation now = situation_of(view.reading);
  canvas.fill(rect, Colour::Tray, kR3);
  Rect picture = rect, words = picture.cut_bottom(below);
  canvas.fill(words, now.wrong ? Colour::OrangeSoft : Colour::Card, kR3);
  canvas.fill({words.x, words.y, words.w, kR3}, now.wrong ? Colour::OrangeSoft : Colour::Card);
  canvas.line({words.x, words.y}, {words.right(), words.y}, Colour::Line, kHairline);
  canvas.edge(rect, now.wrong ? Colour::Orange : Colour::Line, now.wrong ? kEdge : kHairline, kR3);
  draw_card_scene(canvas, picture, now.scene);
  Rect inside = words.inset(kPad, 6);
  const Colour ground = now.wrong ? Colour::OrangeSoft : Colour::Card;
  const TextStyle bold{.type = Type::T3,
                       .weight = Weight::Bold,
                       .colour = now.wrong ? Colour::Rust : Colour::Ink,
                       .factor = 0.957,
                       .line_height = 1.3,
                       .ground = ground};
  const std::string title = stage.text(now.words);
  Rect line = inside.cut_top(canvas.measure(title, bold, inside.w - 18).height,
                             view.reading == view::Reading::Busy ? 4 : 2);
  canvas.icon(line.cut_left(14, 4).centre(), now.icon, 14, now.wrong ? Colour::Rust : Colour::Blue);
  canvas.text(line, title, bold, {.vertical = VerticalAlign::Middle, .role = Role::Heading});
  if (view.reading == view::Reading::Busy) {
    progress_bar(stage.ui, "identify.progress", inside.cut_top(6, 3),
                 {.share = 0.62, .label = title});
  }
  canvas.text(inside, second_line(stage, view, now),
              {.colour = now.wrong ? Colour::Rust : Colour::Soft, .ground = ground});
}

double words_height(Stage& stage, double width, const view::Identify& view) {
  const Situation now = situation_of(view.reading);
  const double bold =
      stage.canvas()
          .measure(stage.text(now.words),
                   {.type = Type::T3, .weight = Weight::Bold, .factor = 0.957, .line_height = 1.3},
                   width - 2 * kPad - 18)
          .height;
  const double second =
      stage.canvas().measure(second_line(stage, view, now), {}, width - 2 * kPad).height;
  return bold + second + 15 + (view.reading == view::Reading::Busy ? 11 : 0);
}

void add_card(Flow& flow, Stage& stage, const view::Identify& view) {
  const double below = words_height(stage, flow.width(), view);
  const double picture = stage.theme().small_panel() ? 36 : 70;
  flow.grow(below + picture, below + 124,
            [&stage, &view, below](const Rect& r) { draw_situation(stage, r, view, below); });
}

void add_other_ways(Flow& flow, Stage& stage) {
  Errand type{.act = view::Act::TypeNumber,
              .icon = Icon::Keyboard,
              .title = stage.text("identify.type"),
              .second = stage.text("identify.type.second")};
  Errand none{.act = view::Act::NoCard,
              .icon = Icon::Badge,
              .title = stage.text("identify.no_card"),
              .second = stage.text("identify.no_card.second")};
  // Large letters on a small panel: both ways stand on the first page, with fewer words.
  if (stage.theme().cramped()) {
    type.second.clear();
    none.second.clear();
  }
  if (!is_tight(stage.theme())) {
    flow.heading(stage.text("identify.others"));
    flow.gap(4);
  }
  add_row(flow, stage, std::move(type));
  flow.gap(4);
  add_row(flow, stage, std::move(none));
}

}  // namespace

void draw(Stage& stage, const view::Identify& view) {
  const Page page = draw_shell(stage, {.name = "identify",
                                       .left = back_place(stage),
                                       .right = say_place(stage, "identify.say"),
                                       .progress = view.progress});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  flow.title(stage.text(title_id(view.reading)));
  flow.lead(stage.text(lead_id(view.reading)));
  flow.gap(kS3);
  flow.split();
  const bool often = view.failures >= kOftenFailed;
  if (often) {
    add_other_ways(flow, stage);
  } else {
    add_card(flow, stage, view);
  }
  flow.gap(kS3);
  flow.turn();
  if (often) {
    add_card(flow, stage, view);
  } else {
    add_other_ways(flow, stage);
  }
  flow.draw("identify.body");
}

}  // namespace huimin::screens::resident
