#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::TypeName& view) {
  const Page page = draw_shell(stage, {.name = "type-name",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Pinyin);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  flow.title(stage.text("type_name.title"));
  flow.lead(stage.text(view.without_card ? "type_name.lead.without" : "type_name.lead"));
  flow.gap(kS4);
  flow.heading(stage.text("type_name.label"));
  flow.gap(3);
  flow.add(field_height(stage.theme()), [&stage, &view](const Rect& r) {
    draw_typed(stage, r, view.name, {.label = stage.text("type_name.label")});
  });
  add_problem(flow, stage, view.name);
  flow.gap(kS3);
  flow.note("type_name.rare", stage.text("type_name.rare"));
  flow.draw("type_name.body");
  draw_keyboard(stage, area.tray, view.name,
                {.kind = KeyboardKind::Pinyin, .name = true, .max_characters = 60});
}

}  // namespace huimin::screens::resident
