#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

// Mobile numbers are read 3-4-4; others begin with 0 and an area code of four digits.
std::vector<int> groups_of(const std::string& number) {
  if (!number.empty() && number.front() == '0') return {4, 4, 4};
  return {3, 4, 4};
}

}  // namespace

void draw(Stage& stage, const view::PhoneScreen& view) {
  const Page page = draw_shell(stage, {.name = "phone",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = stage.text("phone.title")});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Digits);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("phone.title"));
  flow.lead(stage.text("phone.lead"));
  flow.gap(kS3);
  add_cells(flow, stage, view.phone,
            {.label = stage.text("phone.title"), .groups = groups_of(view.phone.value)});
  add_problem(flow, stage, view.phone);
  flow.gap(kS3);
  add_row(flow, stage,
          {.act = view::Act::NoPhone,
           .icon = Icon::Smartphone,
           .title = stage.text("phone.none"),
           .second = stage.text("phone.none.second")});
  flow.gap(kS2);
  flow.note("phone.note", stage.text("phone.note"));
  flow.draw("phone.body");
  if (draw_keyboard(stage, area.tray, view.phone,
                    {.kind = KeyboardKind::Digits, .max_characters = 14})) {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
