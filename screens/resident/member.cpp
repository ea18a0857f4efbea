#include "screens/resident/options.h"
#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::MemberScreen& view) {
  const Page page = draw_shell(
      stage, {.name = "member",
              .left = back_place(stage),
              .right = filled_place(view::Act::Next, stage.text("member.done"), Icon::Check),
              .progress = view.progress});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Digits);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  flow.title(stage.text("member.title"));
  if (view.missing) {
    flow.gap(2.5);
    flow.error("member.problem", stage.text("member.missing"));
  }
  flow.gap(kS3);
  add_option_buttons(flow, stage, view.relations, 3);
  flow.gap(kS3);
  flow.heading(stage.text("member.age"));
  flow.gap(3);
  const double height = field_height(stage.theme());
  flow.add(height, [&stage, &view](const Rect& r) {
    Rect row = r;
    if (!view.is_new) {
      const std::string words = stage.text("member.remove");
      const Button look{.label = words, .icon = Icon::Close};
      const Rect place = row.cut_right(button_width(stage.ui, look), kS2);
      if (button(stage.ui, id_of(view::Act::RemoveMember), place, look)) {
        stage.press(view::Act::RemoveMember);
      }
    }
    draw_typed(stage, row, view.age,
               {.label = stage.text("member.age"), .unit = stage.text("member.unit")});
  });
  add_problem(flow, stage, view.age);
  flow.draw("member.body");
  if (draw_keyboard(stage, area.tray, view.age,
                    {.kind = KeyboardKind::Digits, .max_characters = 3})) {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
