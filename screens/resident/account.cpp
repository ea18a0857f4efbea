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

}  // namespace

void draw(Stage& stage, const view::AccountScreen& view) {
  const Page page = draw_shell(stage, {.name = "account",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress});
  const TypingArea area = view.wanted ? typing_area(stage, page.body(), KeyboardKind::Digits)
                                      : TypingArea{page.content(), {}};
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  flow.title(stage.text("account.title"));
  flow.lead(stage.text("account.lead"));
  flow.gap(kS3);
  add_choice(flow, stage,
             {.act = view::Act::WithAccount,
              .icon = Icon::Badge,
              .title = stage.text("account.with"),
              .second = stage.text("account.with.second")},
             view.wanted);
  flow.gap(4);
  add_choice(flow, stage,
             {.act = view::Act::WithoutAccount,
              .icon = Icon::Schedule,
              .title = stage.text("account.without"),
              .second = stage.text("account.without.second")},
             !view.wanted);
  flow.gap(kS3);
  if (view.wanted) {
    flow.heading(stage.text("account.number"));
    flow.gap(3);
    flow.add(cells_height(stage.theme()), [&stage, &view](const Rect& r) {
      draw_cells(stage, r, view.number,
                 {.label = stage.text("account.number"), .groups = {4, 4, 4, 4, 3}});
    });
    add_problem(flow, stage, view.number);
  } else {
    flow.note("account.note", stage.text("account.note"));
  }
  flow.draw("account.body");
  if (view.wanted) {
    if (draw_keyboard(stage, area.tray, view.number,
                      {.kind = KeyboardKind::Digits, .max_characters = 21})) {
      stage.press(view::Act::Next);
    }
  }
}

}  // namespace huimin::screens::resident
