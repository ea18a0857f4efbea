#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/statement.h"

namespace huimin::screens::resident {

namespace {

Place next_when_ticked(const Stage& stage, bool ticked) {
  Place place = filled_place(view::Act::Next, stage.text(ticked ? "pledge.next" : "pledge.first"),
                             ticked ? Icon::Draw : Icon::None);
  place.enabled = ticked;
  return place;
}

}  // namespace

void draw(Stage& stage, const view::Pledge& view) {
  const Page page = draw_shell(stage, {.name = "pledge",
                                       .left = back_place(stage),
                                       .right = next_when_ticked(stage, view.ticked),
                                       .progress = view.progress});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  flow.title(stage.text("pledge.title"));
  flow.lead(stage.text("pledge.lead"));
  flow.gap(kS3);
  flow.split();
  add_statement(flow, stage, {view.paragraphs, Icon::Handshake, flow.wide() ? 1.0 : 1.2});
  flow.gap(kS2);
  flow.turn();
  const std::string title = stage.text("pledge.tick"), second = stage.text("pledge.tick.second");
  const double height =
      check_card_height(stage.ui, flow.width(), {.title = title, .second = second});
  flow.add(height, [&stage, title, second, ticked = view.ticked](const Rect& r) {
    const CheckCard look{.title = title, .second = second, .checked = ticked};
    if (check_card(stage.ui, id_of(view::Act::PledgeTick), r, look)) {
      stage.press(view::Act::PledgeTick);
    }
  });
  flow.draw("pledge.body");
}

}  // namespace huimin::screens::resident
