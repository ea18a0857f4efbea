#include "screens/resident/asking.h"
#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

void add_choice(Flow& flow, Stage& stage, const Errand& errand, bool chosen) {
  const auto look = [chosen](const Errand& e) {
    return ChoiceRow{.icon = e.icon, .title = e.title, .second = e.second, .chosen = chosen};
  };
  const double height =
      std::max(kPrimaryTouch, choice_row_height(stage.ui, flow.width(), look(errand)));
  flow.add(height, [&stage, look, errand](const Rect& r) {
    if (choice_row(stage.ui, id_of(errand.act), r, look(errand))) stage.press(errand.act);
  });
}

void add_choices(Flow& flow, Stage& stage, bool wanted) {
  add_choice(flow, stage,
             {.act = view::Act::WithAccount,
              .icon = Icon::Badge,
              .title = stage.text("account.with"),
              .second = stage.text("account.with.second")},
             wanted);
  flow.gap(4);
  add_choice(flow, stage,
             {.act = view::Act::WithoutAccount,
              .icon = Icon::Schedule,
              .title = stage.text("account.without"),
              .second = stage.text("account.without.second")},
             !wanted);
}

void add_number(Flow& flow, Stage& stage, const view::Typed& number) {
  add_cells(flow, stage, number,
            {.label = stage.text("account.number"), .groups = {4, 4, 4, 4, 3}});
  add_problem(flow, stage, number);
}

}  // namespace

void draw(Stage& stage, const view::AccountScreen& view) {
  Asking asking{.id = "account.body",
                .progress = view.progress,
                .title = stage.text("account.title"),
                .lead = stage.text("account.lead")};
  asking.questions.push_back(
      {.label = asking.title, .named = false, .build = [&stage, &view](Flow& flow) {
         add_choices(flow, stage, view.wanted);
         if (view.wanted) return;
         flow.gap(kS3);
         flow.note("account.note", stage.text("account.note"));
       }});
  if (view.wanted) {
    asking.questions.push_back(
        {.label = stage.text("account.number"),
         .typed = &view.number,
         .wrong = view.number.problem.has_value(),
         .build = [&stage, &view](Flow& flow) { add_number(flow, stage, view.number); }});
  }
  const Page page = draw_shell(stage, {.name = "account",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = question_of(stage, asking)});
  const Asked asked = draw_questions(stage, page, asking);
  if (asked.typed == nullptr) return;
  if (draw_keyboard(stage, asked.tray, *asked.typed,
                    {.kind = KeyboardKind::Digits, .max_characters = 21})) {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
