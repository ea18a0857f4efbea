#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

Errand apply_errand(const Stage& stage, const view::Home& view) {
  return {.act = view::Act::Apply,
          .icon = Icon::Assignment,
          .title = stage.text("home.apply"),
          .second = stage.text(view.can_apply ? "home.apply.second" : "home.apply.not_now"),
          .kind = TileKind::Primary};
}

Errand status_errand(const Stage& stage, const view::Home& view) {
  return {.act = view::Act::AskStatus,
          .icon = Icon::Search,
          .title = stage.text("home.status"),
          .second = stage.text(view.can_print ? "home.status.second" : "home.status.no_print")};
}

Errand urgent_errand(const Stage& stage) {
  return {.act = view::Act::Urgent,
          .icon = Icon::NotificationsActive,
          .title = stage.text("home.urgent"),
          .second = stage.text("home.urgent.second"),
          .kind = TileKind::Urgent};
}

Errand elsewhere_errand(const Stage& stage) {
  return {.act = view::Act::Elsewhere,
          .icon = Icon::MoreHoriz,
          .title = stage.text("home.elsewhere"),
          .second = stage.text("home.elsewhere.second")};
}

}  // namespace

void draw(Stage& stage, const view::Home& view) {
  const Page page = draw_shell(
      stage, {.name = "home", .left = end_place(stage), .right = say_place(stage, "home.say")});
  Flow flow(stage, page.content());
  flow.title(stage.text("home.title"));
  flow.lead(stage.text("home.lead"));
  flow.gap(kS3);
  flow.split();
  add_tile(flow, stage, apply_errand(stage, view), 100);
  flow.gap(kS2);
  add_tile(flow, stage, status_errand(stage, view), 76);
  flow.turn();
  if (!flow.wide()) flow.gap(kS2);
  add_tile(flow, stage, urgent_errand(stage), 76);
  flow.gap(kS2);
  add_tile(flow, stage, elsewhere_errand(stage), 76);
  flow.draw("home.body");
}

}  // namespace huimin::screens::resident
