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

// Large words on a small panel leave no room for more of them; a reason stays.
Errand shortened(const Stage& stage, Errand errand, bool explains = false) {
  if (is_tight(stage.theme()) && !explains) errand.second.clear();
  return errand;
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
  add_tile(flow, stage, shortened(stage, apply_errand(stage, view), !view.can_apply), 100);
  flow.gap(kS2);
  add_tile(flow, stage, shortened(stage, status_errand(stage, view), !view.can_print), 76);
  // Where pages are cut, the right column may go on under the left one. Below both: they end alike.
  flow.gap(kS2);
  flow.turn();
  add_tile(flow, stage, shortened(stage, urgent_errand(stage)), 76);
  flow.gap(kS2);
  add_tile(flow, stage, shortened(stage, elsewhere_errand(stage)), 76);
  if (flow.wide()) flow.gap(kS2);
  flow.draw("home.body");
}

}  // namespace huimin::screens::resident
