#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

void add_amount(Flow& flow, Stage& stage, const view::Typed& typed, std::string label) {
  flow.heading(label);
  flow.gap(3);
  flow.add(field_height(stage.theme()), [&stage, &typed, label](const Rect& r) {
    draw_typed(stage, r, typed, {.label = label, .unit = stage.text("words.yuan")});
  });
  add_problem(flow, stage, typed);
}

}  // namespace

void draw(Stage& stage, const view::MoneyScreen& view) {
  const Page page = draw_shell(stage, {.name = "money",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Digits);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  flow.title(stage.text("money.title"));
  flow.lead(stage.text("money.lead"));
  flow.gap(kS4);
  add_amount(flow, stage, view.needed, stage.text("money.needed"));
  flow.gap(kS4);
  add_amount(flow, stage, view.spent, stage.text("money.spent"));
  flow.draw("money.body");
  const view::Typed& active = view.spent.active ? view.spent : view.needed;
  const bool done = draw_keyboard(
      stage, area.tray, active,
      {.kind = KeyboardKind::Digits, .extra = DigitExtra::Point, .max_characters = 12});
  if (!done) return;
  if (view.needed.active) {
    stage.out.push_back(view::intent::Focus{view::Field::Spent});
  } else {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
