#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::TypeName& view) {
  const Page page = draw_shell(stage, {.name = "type-name",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = stage.text("type_name.title")});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Pinyin);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("type_name.title"));
  flow.lead(stage.text(view.without_card ? "type_name.lead.without" : "type_name.lead"));
  flow.gap(asks_in_bar(stage.theme()) ? 3 : kS4);
  if (!asks_in_bar(stage.theme())) {
    flow.heading(stage.text("type_name.label"));
    flow.gap(3);
  }
  flow.add(field_height(stage.theme()), [&stage, &view](const Rect& r) {
    draw_typed(stage, r, view.name, {.label = stage.text("type_name.label")});
  });
  add_problem(flow, stage, view.name);
  // Where something is wrong, there is room for what and how to mend it.
  if (!view.name.problem || !asks_in_bar(stage.theme())) {
    flow.gap(kS3);
    flow.note("type_name.rare", stage.text("type_name.rare"));
  }
  flow.draw("type_name.body");
  draw_keyboard(stage, area.tray, view.name,
                {.kind = KeyboardKind::Pinyin, .name = true, .max_characters = 60});
}

}  // namespace huimin::screens::resident
