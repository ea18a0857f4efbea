#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/status_parts.h"

namespace huimin::screens::resident {

namespace {

void add_known(Flow& flow, Stage& stage, const view::Status& v) {
  if (!v.reached_county) {
    add_banner(flow, stage,
               {.icon = Icon::HourglassTop,
                .title = stage.text("status.kept"),
                .second = stage.text("status.kept.second"),
                .kind = BannerKind::Info});
    flow.gap(kS2);
  } else if (!v.fresh) {
    add_banner(
        flow, stage,
        {.icon = Icon::Schedule,
         .title = stage.text("status.old", {{"age", stage.counted("status.age", v.age_hours)}}),
         .second = stage.text("status.old.second"),
         .kind = BannerKind::Info});
    flow.gap(kS2);
  }
}

InfoCard late_card(const Stage& stage, const view::Status& v) {
  const std::string title =
      v.latest ? stage.text("status.late.after", {{"day", day_text(stage, *v.latest)}})
               : stage.text("status.late");
  return {Icon::Schedule, title, stage.text("status.late.what", {{"phone", v.supervision_phone}})};
}

}  // namespace

void draw(Stage& stage, const view::Status& view) {
  Place left = home_place(stage);
  if (view.can_print) {
    left = {.act = view::Act::PrintAgain, .label = stage.text("status.print"), .icon = Icon::Print};
  }
  const Page page = draw_shell(
      stage, {.name = "status",
              .left = left,
              .right = filled_place(view::Act::Done, stage.text("status.done"), Icon::Logout)});
  Flow flow(stage, page.content());
  // Large words want the whole width for the title.
  const bool whole_title = is_tight(stage.theme());
  if (!whole_title) flow.split();
  flow.title(stage.text("status.title"));
  flow.gap(kS2);
  if (whole_title) flow.split();
  add_known(flow, stage, view);
  add_status_head(flow, stage, view);
  flow.gap(6);
  if (flow.wide()) add_contact_card(flow, stage, stage.text("status.who"), view.now);
  flow.turn();
  add_status_timeline(flow, stage, view);
  flow.grow(3, 400, nullptr);
  if (!flow.wide()) {
    add_contact_card(flow, stage, stage.text("status.who"), view.now);
    flow.gap(4);
  }
  add_info_card(flow, stage, late_card(stage, view));
  flow.draw("status.body");
}

}  // namespace huimin::screens::resident
