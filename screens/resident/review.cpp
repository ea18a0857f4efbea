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

// A block a row, so that a page may be cut between two rows.
void add_rows(Flow& flow, Stage& stage, const std::vector<Row>& rows) {
  const std::string change = stage.text("words.change"), not_said = stage.text("review.not_said");
  flow.begin_card();
  for (const Row& row : rows) {
    const std::string label = stage.text(std::string{"review."} + row.id);
    const auto look = [change, not_said, label](const Row& r) {
      return AnswerRow{.label = label,
                       .value = r.value.empty() ? not_said : r.value,
                       .second = r.second,
                       .change = change,
                       .first = true};
    };
    const double height = answer_row_height(stage.ui, flow.width(), look(row));
    flow.grow(height, height + 7, [&stage, look, row](const Rect& r) {
      if (answer_row(stage.ui, std::string{"change."} + row.id, r, look(row))) {
        stage.out.push_back(view::intent::Change{row.answer});
      }
    });
  }
  flow.end_card();
}

}  // namespace

void draw(Stage& stage, const view::Review& view) {
  const Page page = draw_shell(
      stage, {.name = "review",
              .left = back_place(stage),
              .right = filled_place(view::Act::Next, stage.text("review.next"), Icon::ArrowForward),
              .progress = view.progress,
              .question = stage.text("review.title")});
  const bool one = stage.theme().cramped();
  Flow flow(stage, page.content(), one ? Flow::Columns::One : Flow::Columns::TwoIfWide);
  flow.split();
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("review.title"));
  flow.lead(stage.text("review.lead"));
  flow.gap(kS2);
  const std::vector<Row> rows = rows_of(stage, view);
  if (flow.wide()) {
    const auto middle = rows.begin() + 4;
    add_rows(flow, stage, {rows.begin(), middle});
    flow.turn();
    add_rows(flow, stage, {middle, rows.end()});
  } else {
    add_rows(flow, stage, rows);
  }
  flow.draw("review.body");
}

}  // namespace huimin::screens::resident
