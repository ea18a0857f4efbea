#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

constexpr double kRing = 134;

void add_still_here(Flow& flow, Stage& stage) {
  const std::string words = stage.text("timeout.stay");
  flow.add(43.7, [&stage, words](const Rect& r) {
    const Button look{.label = words, .kind = ButtonKind::Filled, .icon = Icon::TouchApp,
                      .type = Type::T4, .factor = 1.0};
    if (button(stage.ui, id_of(view::Act::StillHere), r, look)) stage.press(view::Act::StillHere);
  });
}

void draw_ring(Stage& stage, const Rect& r, const view::TimeoutWarning& view) {
  Canvas& canvas = stage.canvas();
  const double radius = std::min(r.w, r.h) / 2;
  const double width = radius * 0.134;
  const double share =
      view.seconds_total > 0 ? static_cast<double>(view.seconds_left) / view.seconds_total : 0;
  canvas.disc(r.centre(), radius, Colour::Line);
  canvas.disc(r.centre(), radius - width, Colour::Card);
  canvas.arc({.centre = r.centre(), .radius_mm = radius, .to_turn = share, .width_mm = width}, Colour::Blue);
  const std::string seconds = std::to_string(view.seconds_left), word = stage.text("timeout.seconds");
  const TextStyle number{.type = Type::T6, .weight = Weight::Bold, .factor = 1.31 * radius / (kRing / 2),
                         .line_height = 1.1, .ground = Colour::Card};
  const TextStyle below{.type = Type::T3, .colour = Colour::Soft, .factor = 0.957, .ground = Colour::Card};
  const double first = canvas.measure(seconds, number).height, second = canvas.measure(word, below).height;
  Rect inside = r.centred(radius * 1.6, first + second);
  canvas.text(inside.cut_top(first), seconds, number, {.align = Align::Centre, .id = "timeout.seconds"});
  canvas.text(inside, word, below, {.align = Align::Centre});
}

struct BigNumber {
  std::string above, number, below;
};

constexpr TextStyle kSmall{.type = Type::T2, .factor = 0.945, .ground = Colour::Card};
constexpr TextStyle kLarge{.type = Type::T6, .weight = Weight::Bold, .factor = 0.893, .line_height = 1.1,
                           .ground = Colour::Card};

double big_number_height(Stage& stage) {
  return 16 + 2 * stage.canvas().measure("0", kSmall).height + stage.canvas().measure("0", kLarge).height;
}

void draw_big_number(Stage& stage, const Rect& rect, const BigNumber& words) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside = rect.inset(4, 8);
  const double line = canvas.measure("0", kSmall).height;
  canvas.text(inside.cut_top(line), words.above, kSmall, {.align = Align::Centre});
  canvas.text(inside.cut_bottom(line), words.below, kSmall, {.align = Align::Centre});
  canvas.text(inside, words.number, kLarge, {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

void add_queue(Flow& flow, Stage& stage, const view::Help& view) {
  const std::string called = clock_text(stage, view.called_at);
  const std::string number = (view.number < 10 ? "0" : "") + std::to_string(view.number);
  const BigNumber before{stage.text("help.before"), std::to_string(view.before_you),
                         stage.text("help.people")};
  const BigNumber yours{stage.text("help.number"), number,
                        called.empty() ? std::string{} : stage.text("help.called_at", {{"time", called}})};
  const bool waits = view.before_you > 0;
  flow.add(big_number_height(stage), [&stage, before, yours, waits](const Rect& r) {
    const auto columns = r.columns(waits ? 2 : 1, kS2);
    if (waits) draw_big_number(stage, columns.front(), before);
    draw_big_number(stage, columns.back(), yours);
  });
}

}  // namespace

void draw(Stage& stage, const view::TimeoutWarning& view) {
  const Place end{.act = view::Act::End, .label = stage.text("timeout.end"), .icon = Icon::Logout};
  const Page page = draw_shell(
      stage, {.name = "timeout", .left = end, .right = say_place(stage, "timeout.say"), .covered = true});
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  if (!flow.wide()) {
    add_hero_words(flow, stage, stage.text("timeout.title"), stage.text("timeout.lead"));
    flow.gap(kS5);
  }
  flow.grow(90, kRing, [&stage, &view](const Rect& r) { draw_ring(stage, r, view); });
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
  flow.add(stage.canvas().measure(text, words, flow.width()).height, [&stage, words, text](const Rect& r) {
    stage.canvas().text(r, text, words, {.align = Align::Centre});
  });
  flow.spring();
  flow.draw("timeout.body");
}

void draw(Stage& stage, const view::Help& view) {
  const Place cancel{.act = view::Act::CancelCall, .label = stage.text("help.cancel"), .icon = Icon::Close};
  const Page page = draw_shell(
      stage, {.name = "help", .left = cancel,
              .right = filled_place(view::Act::Resume, stage.text("help.resume"), Icon::ArrowForward),
              .covered = true, .called = stage.text("help.called")});
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  add_hero(flow, stage, {.icon = view.urgent ? Icon::NotificationsActive : Icon::SupportAgent, .urgent = true,
                         .title = stage.text(view.urgent ? "help.title.urgent" : "help.title"),
                         .lead = stage.text("help.lead")});
  flow.gap(kS5);
  flow.turn();
  add_queue(flow, stage, view);
  flow.gap(kS2);
  if (view.urgent) {
    add_banner(flow, stage, {.icon = Icon::Call, .title = stage.text("help.danger"),
                             .second = stage.text("help.danger.numbers"), .kind = BannerKind::Warn, .icon_mm = 18});
  } else {
    add_banner(flow, stage, {.icon = Icon::Lock, .title = stage.text("help.safe"),
                             .second = stage.text("help.safe.second"), .icon_mm = 18});
  }
  flow.gap(kS2);
  add_banner(flow, stage, {.icon = Icon::Call, .title = stage.text("help.phone", {{"phone", view.contact.phone}}),
                           .second = contact_name(view.contact), .icon_mm = 18});
  flow.spring();
  flow.draw("help.body");
}

void draw(Stage& stage, const view::Goodbye& view) {
  const Page page = draw_shell(
      stage, {.name = "goodbye",
              .right = filled_place(view::Act::Start, stage.text("goodbye.start"), Icon::Home)});
  Flow flow(stage, page.content(), Flow::Columns::One);
  flow.spring();
  add_hero(flow, stage, {.icon = view.card_left ? Icon::Badge : Icon::TaskAlt, .urgent = view.card_left,
                         .title = stage.text(view.card_left ? "goodbye.card" : "goodbye.title"),
                         .lead = stage.text(view.card_left ? "goodbye.card.lead" : "goodbye.lead")});
  flow.gap(kS5);
  flow.note("goodbye.note", stage.text("goodbye.note"), NoteKind::Good, Icon::VerifiedUser);
  flow.spring();
  flow.draw("goodbye.body");
}

}  // namespace huimin::screens::resident
