#include "screens/resident/asking.h"
#include "screens/resident/options.h"
#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

void add_age(Flow& flow, Stage& stage, const view::MemberScreen& view) {
  flow.add(field_height(stage.theme()), [&stage, &view](const Rect& r) {
    draw_typed(stage, r, view.age,
               {.label = stage.text("member.age"), .unit = stage.text("member.unit")});
  });
  add_problem(flow, stage, view.age);
  if (view.is_new) return;
  flow.gap(kS2);
  flow.button(view::Act::RemoveMember, stage.text("member.remove"), Icon::Close);
}

void add_relations(Flow& flow, Stage& stage, const view::MemberScreen& view) {
  if (view.missing) {
    flow.error("member.problem", stage.text("member.missing"));
    flow.gap(kS2);
  }
  add_option_buttons(flow, stage, view.relations, 3);
}

}  // namespace

void draw(Stage& stage, const view::MemberScreen& view) {
  const Asking asking{
      .id = "member.body",
      .progress = view.progress,
      .title = stage.text("member.title"),
      .questions = {{.label = stage.text("member.relation"),
                     .named = false,
                     .wrong = view.missing,
                     .build = [&stage, &view](Flow& flow) { add_relations(flow, stage, view); }},
                    {.label = stage.text("member.age"),
                     .typed = &view.age,
                     .wrong = view.age.problem.has_value(),
                     .build = [&stage, &view](Flow& flow) { add_age(flow, stage, view); }}}};
  const Page page = draw_shell(
      stage, {.name = "member",
              .left = back_place(stage),
              .right = filled_place(view::Act::Next, stage.text("member.done"), Icon::Check),
              .progress = view.progress,
              .question = question_of(stage, asking)});
  const Asked asked = draw_questions(stage, page, asking);
  if (asked.typed == nullptr) return;
  if (draw_keyboard(stage, asked.tray, *asked.typed,
                    {.kind = KeyboardKind::Digits, .max_characters = 3})) {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
