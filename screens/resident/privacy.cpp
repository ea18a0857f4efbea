#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/statement.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::Privacy& view) {
  const Page page = draw_shell(
      stage, {.name = "privacy",
              .left = home_place(stage),
              .right = filled_place(view::Act::Agree, stage.text("privacy.agree"), Icon::Check)});
  Flow flow(stage, page.content());
  flow.title(stage.text("privacy.title"));
  flow.lead(stage.text("privacy.lead"));
  flow.gap(kS3);
  flow.split();
  add_statement(flow, stage, {view.paragraphs, Icon::VerifiedUser});
  flow.gap(kS2);
  flow.turn();
  add_contact_card(flow, stage, stage.text("privacy.who"), view.contact);
  flow.gap(kS2);
  flow.note("privacy.say", stage.text("privacy.say"));
  flow.draw("privacy.body");
}

}  // namespace huimin::screens::resident
