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

struct BigNumber {
  std::string above, number, below;
};

void draw_big_number(Stage& stage, const Rect& rect, const BigNumber& words) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  const TextStyle small{.type = Type::T2, .factor = 0.945, .ground = Colour::Card};
  const TextStyle large{.type = Type::T6, .weight = Weight::Bold, .factor = 0.893, .line_height = 1.1,
                        .ground = Colour::Card};
  Rect inside = rect.inset(4, 8);
  const double line = canvas.measure("0", small).height;
  canvas.text(inside.cut_top(line), words.above, small, {.align = Align::Centre});
  canvas.text(inside.cut_bottom(line), words.below, small, {.align = Align::Centre});
  canvas.text(inside, words.number, large, {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

void add_queue(Flow& flow, Stage& stage, const view::Help& view) {
  const std::string called = clock_text(stage, view.called_at);
  const std::string number = (view.number < 10 ? "0" : "") + std::to_string(view.number);
  const BigNumber before{stage.text("help.before"), std::to_string(view.before_you),
                         stage.text("help.people")};
  const BigNumber yours{stage.text("help.number"), number,
                        called.empty() ? std::string{} : stage.text("help.called_at", {{"time", called}})};
  flow.add(62, [&stage, before, yours](const Rect& r) {
    const auto columns = r.columns(2, kS2);
    draw_big_number(stage, columns[0], before);
    draw_big_number(stage, columns[1], yours);
  });
}

}  // namespace

void draw(Stage& stage, const view::TimeoutWarning& view) {
  const Place end{.act = view::Act::End, .label = stage.text("timeout.end"), .icon = Icon::Logout};
  const Page page = draw_shell(
      stage, {.name = "timeout", .left = end, .right = say_place(stage, "timeout.say"), .covered = true});
  Flow flow(stage, page.content());
  flow.split();
  flow.grow(0, 24, nullptr);
  if (!flow.wide()) {
    add_hero_words(flow, stage, stage.text("timeout.title"), stage.text("timeout.lead"));
    flow.gap(kS5);
  }
  flow.grow(90, kRing, [&stage, &view](const Rect& r) {
    const double side = std::min(r.w, r.h);
    const double share = view.seconds_total > 0
        ? static_cast<double>(view.seconds_left) / view.seconds_total : 0;
    const std::string number = std::to_string(view.seconds_left), word = stage.text("timeout.seconds");
    ring(stage.ui, "timeout.ring", r.centred(side, side), {.share = share, .number = number, .word = word});
  });
  flow.gap(kS5);
  flow.turn();
  if (flow.wide()) {
    flow.grow(0, 24, nullptr);
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
  flow.grow(0, 24, nullptr);
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
  flow.draw("help.body");
}

void draw(Stage& stage, const view::Goodbye& view) {
  const Page page = draw_shell(
      stage, {.name = "goodbye",
              .right = filled_place(view::Act::Start, stage.text("goodbye.start"), Icon::Home)});
  Flow flow(stage, page.content(), Flow::Columns::One);
  flow.grow(10, 70, nullptr);
  add_hero(flow, stage, {.icon = view.card_left ? Icon::Badge : Icon::TaskAlt, .urgent = view.card_left,
                         .title = stage.text(view.card_left ? "goodbye.card" : "goodbye.title"),
                         .lead = stage.text(view.card_left ? "goodbye.card.lead" : "goodbye.lead")});
  flow.gap(kS5);
  flow.note("goodbye.note", stage.text("goodbye.note"), NoteKind::Good, Icon::VerifiedUser);
  flow.draw("goodbye.body");
}

}  // namespace huimin::screens::resident
