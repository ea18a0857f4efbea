#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kSmall{.type = Type::T2, .factor = 0.945, .ground = Colour::Card};
constexpr TextStyle kLarge{.type = Type::T6,
                           .weight = Weight::Bold,
                           .factor = 0.893,
                           .line_height = 1.1,
                           .ground = Colour::Card};

struct Words {
  std::string above, number, below;
};

void draw_number(Stage& stage, const Rect& rect, const Words& words) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside = rect.inset(4, 8);
  const double line = canvas.measure("0", kSmall).height;
  canvas.text(inside.cut_top(line), words.above, kSmall, {.align = Align::Centre});
  canvas.text(inside.cut_bottom(line), words.below, kSmall, {.align = Align::Centre});
  canvas.text(inside, words.number, kLarge,
              {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

// The number of the call: what staff ask for when two terminals call at once.
void add_number(Flow& flow, Stage& stage, const view::Help& view) {
  const std::string called = clock_text(stage, view.called_at);
  const Words words{
      stage.text("help.number"), (view.number < 10 ? "0" : "") + std::to_string(view.number),
      called.empty() ? std::string{} : stage.text("help.called_at", {{"time", called}})};
  const double height = 16 + 2 * stage.canvas().measure("0", kSmall).height +
                        stage.canvas().measure("0", kLarge).height;
  flow.add(height, [&stage, words](const Rect& r) { draw_number(stage, r, words); });
  flow.gap(kS2);
}

Hero hero_of(const Stage& stage, const view::Help& view) {
  Hero hero{.icon = view.urgent ? Icon::NotificationsActive : Icon::SupportAgent, .urgent = true};
  switch (view.summons) {
    case view::Summons::Asked:
      hero.title = stage.text("help.title.asking");
      hero.lead = stage.text("help.lead.asking");
      break;
    case view::Summons::Raised:
      hero.title = stage.text(view.urgent ? "help.title.urgent" : "help.title");
      hero.lead = stage.text("help.lead");
      break;
    case view::Summons::Failed:
      hero.title = stage.text("help.title.no_signal");
      hero.lead = view.contact.window.empty()
                      ? stage.text("help.lead.no_signal")
                      : stage.text("help.lead.no_signal.window", {{"window", view.contact.window}});
      break;
  }
  return hero;
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
  add_hero(flow, stage, hero_of(stage, view));
  flow.gap(kS5);
  flow.turn();
  if (view.summons != view::Summons::Failed) add_number(flow, stage, view);
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
