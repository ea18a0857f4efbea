#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::StoryScreen& view) {
  const Page page = draw_shell(stage, {.name = "story",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = stage.text("story.title")});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Pinyin);
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("story.title"));
  flow.lead(stage.text("story.lead"));
  flow.gap(kS3);
  flow.grow(49, 400, [&stage, &view](const Rect& r) {
    draw_typed(stage, r, view.story,
               {.label = stage.text("story.title"),
                .placeholder = stage.text("story.example"),
                .many_lines = true});
  });
  if (view.story.problem) {
    add_problem(flow, stage, view.story);
  } else {
    flow.gap(2.5);
    flow.words(stage.text("story.count", {{"n", std::to_string(view.story.length)}}),
               {.type = Type::T0, .colour = Colour::Soft});
  }
  flow.draw("story.body");
  draw_keyboard(stage, area.tray, view.story,
                {.kind = KeyboardKind::Pinyin, .max_characters = 520});
}

}  // namespace huimin::screens::resident
