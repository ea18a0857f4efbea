#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

struct BigNumber {
  std::string above, number, below;
};

constexpr TextStyle kSmall{.type = Type::T2, .factor = 0.945, .ground = Colour::Card};
constexpr TextStyle kLarge{.type = Type::T6,
                           .weight = Weight::Bold,
                           .factor = 0.893,
                           .line_height = 1.1,
                           .ground = Colour::Card};

double big_number_height(Stage& stage) {
  return 16 + 2 * stage.canvas().measure("0", kSmall).height +
         stage.canvas().measure("0", kLarge).height;
}

void draw_big_number(Stage& stage, const Rect& rect, const BigNumber& words) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside = rect.inset(4, 8);
  const double line = canvas.measure("0", kSmall).height;
  canvas.text(inside.cut_top(line), words.above, kSmall, {.align = Align::Centre});
  canvas.text(inside.cut_bottom(line), words.below, kSmall, {.align = Align::Centre});
  canvas.text(inside, words.number, kLarge,
              {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

void add_queue(Flow& flow, Stage& stage, const view::Help& view) {
  const std::string called = clock_text(stage, view.called_at);
  const std::string number = (view.number < 10 ? "0" : "") + std::to_string(view.number);
  const BigNumber before{stage.text("help.before"), std::to_string(view.before_you),
                         stage.text("help.people")};
  const BigNumber yours{
      stage.text("help.number"), number,
      called.empty() ? std::string{} : stage.text("help.called_at", {{"time", called}})};
  const bool waits = view.before_you > 0;
  flow.add(big_number_height(stage), [&stage, before, yours, waits](const Rect& r) {
    const auto columns = r.columns(waits ? 2 : 1, kS2);
    if (waits) draw_big_number(stage, columns.front(), before);
    draw_big_number(stage, columns.back(), yours);
  });
}

}  // namespace

void draw(Stage& stage, const view::Help& view) {
  const Place cancel{
      .act = view::Act::CancelCall, .label = stage.text("help.cancel"), .icon = Icon::Close};
  const Page page = draw_shell(
      stage,
      {.name = "help",
       .left = cancel,
       .right = filled_place(view::Act::Resume, stage.text("help.resume"), Icon::ArrowForward),
       .covered = true,
       .called = stage.text("help.called")});
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  add_hero(flow, stage,
           {.icon = view.urgent ? Icon::NotificationsActive : Icon::SupportAgent,
            .urgent = true,
            .title = stage.text(view.urgent ? "help.title.urgent" : "help.title"),
            .lead = stage.text("help.lead")});
  flow.gap(kS5);
  flow.turn();
  add_queue(flow, stage, view);
  flow.gap(kS2);
  if (view.urgent) {
    add_banner(flow, stage,
               {.icon = Icon::Call,
                .title = stage.text("help.danger"),
                .second = stage.text("help.danger.numbers"),
                .kind = BannerKind::Warn,
                .icon_mm = 18});
  } else {
    add_banner(flow, stage,
               {.icon = Icon::Lock,
                .title = stage.text("help.safe"),
                .second = stage.text("help.safe.second"),
                .icon_mm = 18});
  }
  flow.gap(kS2);
  add_banner(flow, stage,
             {.icon = Icon::Call,
              .title = stage.text("help.phone", {{"phone", view.contact.phone}}),
              .second = contact_name(view.contact),
              .icon_mm = 18});
  flow.spring();
  flow.draw("help.body");
}

}  // namespace huimin::screens::resident
