#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::TypeNumber& view) {
  const Page page = draw_shell(stage, {.name = "type-number",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = stage.text("type_number.title")});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Digits);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("type_number.title"));
  flow.lead(stage.text("type_number.lead"));
  flow.gap(kS3);
  const std::string count =
      stage.text("type_number.count", {{"n", std::to_string(view.number.length)}});
  add_cells(flow, stage, view.number,
            {.label = stage.text("type_number.label"), .groups = {6, 8, 4}});
  add_problem(flow, stage, view.number);
  // Where something is wrong, there is room for what and how to mend it.
  if (!view.number.problem || !asks_in_bar(stage.theme())) {
    flow.gap(2.5);
    flow.words(count, {.colour = Colour::Soft});
  }
  flow.gap(kS3);
  if (view.may_go_on) {
    add_row(flow, stage,
            {.act = view::Act::GoOnAnyway,
             .icon = Icon::Check,
             .title = stage.text("type_number.go_on"),
             .second = stage.text("type_number.go_on.second")});
    flow.gap(4);
  }
  add_row(flow, stage,
          {.act = view::Act::NoCard,
           .icon = Icon::Badge,
           .title = stage.text("type_number.no_card"),
           .second = stage.text("type_number.no_card.second")});
  flow.draw("type_number.body");
  if (draw_keyboard(
          stage, area.tray, view.number,
          {.kind = KeyboardKind::Digits, .extra = DigitExtra::LetterX, .max_characters = 20})) {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
