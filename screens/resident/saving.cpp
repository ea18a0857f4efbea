#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

void add_ring(Flow& flow, Stage& stage) {
  const double across = is_tight(stage.theme()) ? 45 : 70;
  flow.add(across, [&stage, across](const Rect& r) {
    Canvas& canvas = stage.canvas();
    draw_ring(stage, {.centre = r.centre(),
                      .radius_mm = across / 2,
                      .width_mm = across / 10,
                      .share = 0.62});
    canvas.icon(r.centre(), Icon::Save, across * 0.4, Colour::Blue);
  });
}

}  // namespace

void draw(Stage& stage, const view::Saving& view) {
  const Page page = draw_shell(stage, {.name = "saving",
                                       .left = say_place(stage, "saving.say_left"),
                                       .right = say_place(stage, "saving.say_right"),
                                       .progress = view.progress});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  flow.split();
  flow.spring();
  add_ring(flow, stage);
  flow.gap(9);
  add_hero_words(flow, stage, stage.text("saving.title"), stage.text("saving.lead"));
  flow.gap(11);
  flow.turn();
  add_facts(flow, stage, {},
            {{Icon::Assignment, stage.counted("saving.answers", view.answers),
              stage.text("saving.sealing"), true},
             {Icon::Draw, stage.text("saving.signature"), stage.text("saving.sealing"), true},
             {Icon::Save, stage.text("saving.store"), stage.text("saving.then")},
             {Icon::ReceiptLong, stage.text("saving.print"), stage.text("saving.after")}});
  flow.gap(6);
  flow.note("saving.note", stage.text("saving.note"));
  flow.spring();
  flow.draw("saving.body");
}

void draw(Stage& stage, const view::NotSaved& view) {
  const Page page = draw_shell(
      stage,
      {.name = "not-saved",
       .left = end_place(stage),
       .right = filled_place(view::Act::TryAgain, stage.text("not_saved.again"), Icon::Refresh),
       .progress = view.progress});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  flow.split();
  flow.spring();
  add_hero(flow, stage,
           {.icon = Icon::PriorityHigh,
            .urgent = true,
            .title = stage.text("not_saved.title"),
            .lead = stage.text("not_saved.lead")});
  flow.gap(9);
  const auto add_leave = [&] {
    flow.words(stage.text(view.can_print ? "not_saved.leave" : "not_saved.leave.no_print"),
               {.colour = Colour::Soft, .factor = 1.07});
  };
  if (flow.wide()) add_leave();
  flow.turn();
  const std::string still = stage.text("not_saved.still");
  add_facts(flow, stage, stage.text("not_saved.heading"),
            {{Icon::CheckCircle, stage.counted("saving.answers", view.answers), still},
             {Icon::CheckCircle, stage.text("saving.signature"), still}});
  flow.gap(6);
  if (view.staff_coming) {
    add_banner(flow, stage,
               {.icon = Icon::NotificationsActive,
                .title = stage.text("not_saved.coming"),
                .second = stage.text("not_saved.coming.second"),
                .kind = BannerKind::Called,
                .icon_mm = 20,
                .factor = 1.2});
    flow.gap(6);
  }
  if (view.can_print) {
    flow.button(view::Act::PrintOnPaper, stage.text("not_saved.print"), Icon::Print);
    flow.gap(5.5);
  }
  if (!flow.wide()) add_leave();
  flow.spring();
  flow.draw("not_saved.body");
}

}  // namespace huimin::screens::resident
