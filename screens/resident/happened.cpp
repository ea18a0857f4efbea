#include "screens/resident/options.h"
#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::WhatHappened& view) {
  const Page page = draw_shell(stage, {.name = "happened",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  flow.title(stage.text("happened.title"));
  flow.lead(stage.text("happened.lead"));
  if (view.missing) {
    flow.gap(2.5);
    flow.error("happened.problem", stage.text("happened.missing"));
  }
  flow.gap(kS3);
  const int columns = stage.theme().portrait() ? 2 : 4;
  add_option_cards(flow, stage, view.events, stage.theme().extra_large() ? columns / 2 : columns);
  flow.gap(4);
  add_row(flow, stage,
          {.act = view::Act::WriteStory,
           .icon = Icon::Edit,
           .title = stage.text("happened.story"),
           .second = stage.text("happened.story.second")});
  flow.draw("happened.body");
}

}  // namespace huimin::screens::resident
