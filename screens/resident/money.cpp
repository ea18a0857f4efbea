#include "screens/resident/asking.h"
#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

Question amount(Stage& stage, const view::Typed& typed, const std::string& label) {
  const std::string yuan = stage.text("words.yuan");
  const std::string answer = typed.value.empty() ? std::string{} : typed.value + " " + yuan;
  return {.label = label,
          .typed = &typed,
          .wrong = typed.problem.has_value(),
          .answer = answer,
          .build = [&stage, &typed, label, yuan](Flow& flow) {
            flow.add(field_height(stage.theme()), [&stage, &typed, label, yuan](const Rect& r) {
              draw_typed(stage, r, typed, {.label = label, .unit = yuan});
            });
            add_problem(flow, stage, typed);
          }};
}

}  // namespace

void draw(Stage& stage, const view::MoneyScreen& view) {
  const Asking asking{.id = "money.body",
                      .progress = view.progress,
                      .title = stage.text("money.title"),
                      .lead = stage.text("money.lead"),
                      .questions = {amount(stage, view.needed, stage.text("money.needed")),
                                    amount(stage, view.spent, stage.text("money.spent"))}};
  const Page page = draw_shell(stage, {.name = "money",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = question_of(stage, asking)});
  const Asked asked = draw_questions(stage, page, asking);
  const bool done = draw_keyboard(
      stage, asked.tray, *asked.typed,
      {.kind = KeyboardKind::Digits, .extra = DigitExtra::Point, .max_characters = 12});
  if (!done) return;
  if (asked.typed == &view.needed) {
    stage.out.push_back(view::intent::Focus{view::Field::Spent});
  } else {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
