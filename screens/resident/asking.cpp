#include "screens/resident/asking.h"

#include <algorithm>

#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

bool can_fold(const Question& question) {
  return question.typed != nullptr && !question.typed->active && !question.wrong &&
         !question.answer.empty();
}

void add_folded(Flow& flow, Stage& stage, const Question& question) {
  const std::string change = stage.text("words.change");
  const auto look = [change](const Question& q) {
    return AnswerRow{.label = q.label, .value = q.answer, .change = change, .first = true};
  };
  const double height = answer_row_height(stage.ui, flow.width(), look(question));
  flow.add(height, [&stage, &question, look](const Rect& r) {
    const std::string id = "change." + std::string{view::name_of(question.typed->field)};
    if (answer_row(stage.ui, id, r, look(question))) {
      stage.out.push_back(view::intent::Focus{question.typed->field});
    }
  });
}

void add_together(Flow& flow, Stage& stage, const Asking& asking, bool folded) {
  flow.steps(asking.progress);
  add_title(flow, stage, asking.title);
  if (!asking.lead.empty()) flow.lead(asking.lead);
  for (const Question& question : asking.questions) {
    flow.gap(kS3);
    if (folded && can_fold(question)) {
      add_folded(flow, stage, question);
      continue;
    }
    if (question.named) {
      flow.heading(question.label);
      flow.gap(3);
    }
    question.build(flow);
  }
}

const view::Typed* active_of(const Asking& asking) {
  const view::Typed* first = nullptr;
  for (const Question& question : asking.questions) {
    if (question.typed == nullptr) continue;
    if (question.typed->active) return question.typed;
    if (first == nullptr) first = question.typed;
  }
  return first;
}

// Goes to what must be mended, or to the field that became the one in use.
int& page_of(Stage& stage, const Asking& asking) {
  int& page = stage.unfinished.page_of(asking.id);
  const auto& all = asking.questions;
  const view::Typed* active = active_of(asking);
  const auto wrong =
      std::find_if(all.begin(), all.end(), [](const Question& q) { return q.wrong; });
  std::string now = std::string{asking.id} + "/";
  const bool seen = stage.unfinished.asked.starts_with(now);
  now += (wrong != all.end() ? std::to_string(wrong - all.begin()) : std::string{}) + "/";
  // Who pages on although something is wrong is not called back, until they want to go on.
  const bool known = stage.unfinished.asked.starts_with(now);
  const bool again = stage.unfinished.asked_to_go_on && stage.out.empty();
  if (active != nullptr) now += id_of(active->field);
  if (again && wrong != all.end()) page = static_cast<int>(wrong - all.begin());
  if (stage.unfinished.asked != now) {
    const auto used = std::find_if(all.begin(), all.end(),
                                   [active](const Question& q) { return q.typed == active; });
    const bool begins_typed = all.front().typed != nullptr;
    if (wrong != all.end() && !known) {
      page = static_cast<int>(wrong - all.begin());
    } else if (used != all.end() && (seen || begins_typed)) {
      page = static_cast<int>(used - all.begin());
    }
    stage.unfinished.asked = now;
  }
  page = std::clamp(page, 0, static_cast<int>(all.size()) - 1);
  return page;
}

// Before and behind the pages of one question are the other questions.
Flow::Beyond beyond_of(Stage& stage, const Asking& asking, int page) {
  const auto& all = asking.questions;
  const int last = static_cast<int>(all.size()) - 1;
  const bool mend =
      std::any_of(all.begin(), all.begin() + page, [](const Question& q) { return q.wrong; });
  const char* back = page == 0 ? "pager.begin" : mend ? "pager.mend" : "pager.question.back";
  const char* forward = page == last ? "pager.end" : "pager.question.forward";
  return {.back = pager_text(stage, back),
          .forward = pager_text(stage, forward),
          .can_back = page > 0,
          .can_forward = page < last,
          .back_urgent = mend};
}

void go_to(Stage& stage, const Asking& asking, int& page, int moved) {
  if (moved == 0) return;
  page += moved;
  const view::Typed* typed = asking.questions[static_cast<std::size_t>(page)].typed;
  if (typed != nullptr && !typed->active) stage.out.push_back(view::intent::Focus{typed->field});
}

Asked draw_alone(Stage& stage, const Page& page, const Asking& asking) {
  int& number = page_of(stage, asking);
  const Question& question = asking.questions[static_cast<std::size_t>(number)];
  const TypingArea area = question.typed ? typing_area(stage, page.body(), asking.keyboard)
                                         : TypingArea{page.content(), {}};
  Flow flow(stage, area.content, Flow::Columns::One);
  flow.steps(asking.progress);
  add_title(flow, stage, question.label);
  flow.lead(stage.text("pager.question.of", {{"n", std::to_string(number + 1)},
                                             {"m", std::to_string(asking.questions.size())}}));
  flow.gap(kS3);
  question.build(flow);
  const int moved = flow.draw_among(std::string{asking.id} + "." + std::to_string(number),
                                    beyond_of(stage, asking, number));
  go_to(stage, asking, number, moved);
  return {question.typed, area.tray};
}

// Large letters have one question a page; so has whatever does not fit together.
bool always_alone(const Theme& theme, const Asking& asking) {
  return asking.questions.size() > 1 && (theme.extra_large() || asks_in_bar(theme));
}

}  // namespace

std::string question_of(Stage& stage, const Asking& asking) {
  if (!always_alone(stage.theme(), asking)) return asking.title;
  return asking.questions[static_cast<std::size_t>(page_of(stage, asking))].label;
}

Asked draw_questions(Stage& stage, const Page& page, const Asking& asking) {
  const view::Typed* active = active_of(asking);
  const TypingArea area =
      active ? typing_area(stage, page.body(), asking.keyboard) : TypingArea{page.content(), {}};
  const bool alone = asking.questions.size() > 1;
  for (const bool folded : {false, true}) {
    if (always_alone(stage.theme(), asking)) break;
    Flow flow(stage, area.content, Flow::Columns::One);
    add_together(flow, stage, asking, folded);
    if (alone && !flow.fits()) continue;
    flow.draw(asking.id);
    return {active, area.tray};
  }
  return draw_alone(stage, page, asking);
}

}  // namespace huimin::screens::resident
