#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::Goodbye& view) {
  Place start = filled_place(view::Act::Start, stage.text("goodbye.start"), Icon::Home);
  // The card is taken first.
  start.enabled = !view.card_left;
  const Page page = draw_shell(
      stage, {.name = "goodbye",
              .right = start});
  Flow flow(stage, page.content(), Flow::Columns::One);
  flow.spring();
  add_hero(flow, stage,
           {.icon = view.card_left ? Icon::Badge : Icon::TaskAlt,
            .urgent = view.card_left,
            .title = stage.text(view.card_left ? "goodbye.card" : "goodbye.title"),
            .lead = stage.text(view.card_left ? "goodbye.card.lead" : "goodbye.lead")});
  flow.gap(kS5);
  flow.note("goodbye.note", stage.text("goodbye.note"), NoteKind::Good, Icon::VerifiedUser);
  flow.spring();
  flow.draw("goodbye.body");
}

}  // namespace huimin::screens::resident
