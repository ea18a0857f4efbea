#include <utility>
#include <vector>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

struct Row {
  view::Answer answer;
  const char* id;  // of the button, "change." before it; and of the label, "review." before it
  std::string value = {};
  std::string second = {};
};

std::string joined(std::vector<std::string> parts) {
  std::string all;
  for (std::string& part : parts) {
    if (!part.empty()) all += (all.empty() ? "" : " · ") + part;
  }
  return all;
}

std::string money_text_of(const Stage& stage, std::string_view id, const std::string& amount) {
  return amount.empty() ? std::string{} : stage.text(id, {{"amount", amount}});
}

std::string papers_part(const Stage& stage, std::string_view id, int count) {
  return count == 0 ? std::string{} : stage.text(id, {{"n", std::to_string(count)}});
}

std::vector<Row> rows_of(const Stage& stage, const view::Review& v) {
  const std::string account = v.account_wanted
                                  ? stage.text("review.account.card", {{"tail", v.account_tail}})
                                  : stage.text("review.account.later");
  return {
      {view::Answer::Person, "person", v.applicant,
       stage.text(v.by_card ? "review.person.card" : "review.person.typed")},
      {view::Answer::Event, "event", v.event},
      {view::Answer::Story, "story", v.story},
      {view::Answer::Place, "place", v.place},
      {view::Answer::Household, "household", stage.counted("count.person", v.household)},
      {view::Answer::Money, "money", money_text_of(stage, "review.money.needed", v.needed),
       money_text_of(stage, "review.money.spent", v.spent)},
      {view::Answer::Account, "account", account},
      {view::Answer::Phone, "phone", v.phone.empty() ? stage.text("review.phone.none") : v.phone},
      {view::Answer::Papers, "papers",
       joined({papers_part(stage, "review.papers.brought", v.papers_brought),
               papers_part(stage, "review.papers.later", v.papers_later)}),
       papers_part(stage, "review.papers.exempt", v.papers_exempt)},
  };
}

void add_rows(Flow& flow, Stage& stage, std::vector<Row> rows) {
  const std::string change = stage.text("words.change"), not_said = stage.text("review.not_said");
  const double width = flow.width() - 14;
  std::vector<double> heights;
  double all = 2;
  const auto look = [change, not_said, &stage](const Row& row, const std::string& label,
                                               bool first) {
    return AnswerRow{.label = label,
                     .value = row.value.empty() ? not_said : row.value,
                     .second = row.second,
                     .change = change,
                     .first = first};
  };
  for (const Row& row : rows) {
    const std::string label = stage.text(std::string{"review."} + row.id);
    heights.push_back(answer_row_height(stage.ui, width, look(row, label, false)));
    all += heights.back();
  }
  flow.grow(all, all + 7 * static_cast<double>(rows.size()),
            [&stage, look, rows = std::move(rows), heights, all](const Rect& r) {
              stage.canvas().box(r, {.radius_mm = kR3});
              Rect inside{r.x + 8, r.y + 1, r.w - 14, r.h - 2};
              const double more = (r.h - all) / static_cast<double>(rows.size());
              for (std::size_t i = 0; i < rows.size(); ++i) {
                const std::string label = stage.text(std::string{"review."} + rows[i].id);
                const Rect place = inside.cut_top(heights[i] + more);
                if (answer_row(stage.ui, std::string{"change."} + rows[i].id, place,
                               look(rows[i], label, i == 0))) {
                  stage.out.push_back(view::intent::Change{rows[i].answer});
                }
              }
            });
}

}  // namespace

void draw(Stage& stage, const view::Review& view) {
  const Page page = draw_shell(
      stage, {.name = "review",
              .left = back_place(stage),
              .right = filled_place(view::Act::Next, stage.text("review.next"), Icon::ArrowForward),
              .progress = view.progress});
  Flow flow(stage, page.content());
  flow.split();
  flow.steps(view.progress);
  flow.title(stage.text("review.title"));
  flow.lead(stage.text("review.lead"));
  flow.gap(kS2);
  std::vector<Row> rows = rows_of(stage, view);
  if (flow.wide()) {
    const auto middle = rows.begin() + 4;
    add_rows(flow, stage, {rows.begin(), middle});
    flow.turn();
    add_rows(flow, stage, {middle, rows.end()});
  } else {
    add_rows(flow, stage, std::move(rows));
  }
  flow.draw("review.body");
}

}  // namespace huimin::screens::resident
