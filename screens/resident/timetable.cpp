#include "screens/resident/timetable.h"

#include <algorithm>
#include <utility>

#include "screens/resident/parts.h"

namespace huimin::screens::resident {

namespace {

constexpr double kGap = 6, kPadRow = 4;
// Fewer Han characters a line are no sentences any more.
constexpr double kLeastLetters = 7;
constexpr TextStyle kHeading{.type = Type::T2,
                             .weight = Weight::Bold,
                             .factor = 1.11,
                             .line_height = 1.3,
                             .ground = Colour::Card};
constexpr TextStyle kBold{.type = Type::T2,
                          .weight = Weight::Bold,
                          .factor = 0.945,
                          .line_height = 1.35,
                          .ground = Colour::Card};
constexpr TextStyle kSecond{
    .type = Type::T0, .colour = Colour::Soft, .factor = 1.03, .ground = Colour::Card};

struct Layout {
  double first = 0;    // width of the column of days
  bool above = false;  // no room for it: the day stands above
  double heading = 0;
  std::vector<double> rows;
};

Layout layout_of(Stage& stage, double room, const std::string& heading,
                 const std::vector<TimetableRow>& rows) {
  Canvas& canvas = stage.canvas();
  Layout layout;
  layout.heading = canvas.measure(heading, kHeading, room).height + 3;
  for (const TimetableRow& row : rows) {
    layout.first = std::max(layout.first, canvas.measure(row.when, kBold).width + 1);
  }
  layout.first = std::min(layout.first, room * 0.4);
  const double beside = room - layout.first - kGap;
  layout.above = std::any_of(rows.begin(), rows.end(), [&](const TimetableRow& row) {
    return beside < kLeastLetters * stage.theme().letter_mm(Type::T1) ||
           canvas.measure(row.what, kBold, beside).clipped ||
           canvas.measure(row.second, kSecond, beside).clipped;
  });
  if (layout.above) layout.first = room;
  const double second = layout.above ? room : beside;
  for (const TimetableRow& row : rows) {
    double words = canvas.measure(row.what, kBold, second).height;
    if (!row.second.empty()) words += canvas.measure(row.second, kSecond, second).height;
    const double when = canvas.measure(row.when, kBold, layout.first).height;
    layout.rows.push_back((layout.above ? words + when : std::max(words, when)) + 2 * kPadRow);
  }
  return layout;
}

void draw_row(Stage& stage, Rect rect, const TimetableRow& row, const Layout& layout) {
  Canvas& canvas = stage.canvas();
  rect = rect.inset(0, kPadRow);
  if (layout.above) {
    TextStyle when = kBold;
    when.colour = Colour::Blue;
    canvas.text(rect.cut_top(canvas.measure(row.when, when, rect.w).height), row.when, when);
  } else {
    canvas.text(rect.cut_left(layout.first, kGap), row.when, kBold);
  }
  canvas.text(rect.cut_top(canvas.measure(row.what, kBold, rect.w).height), row.what, kBold);
  if (!row.second.empty()) canvas.text(rect, row.second, kSecond);
}

// Large letters on a small panel: no card, and a page may be cut between any two of these.
void add_paragraphs(Flow& flow, const std::string& heading, const std::vector<TimetableRow>& rows) {
  flow.heading(heading);
  for (const TimetableRow& row : rows) {
    flow.gap(kS1);
    flow.words(row.when, {.type = Type::T1, .weight = Weight::Bold, .colour = Colour::Blue,
                          .line_height = 1.3});
    flow.keep();
    flow.words(row.what, {.type = Type::T1, .weight = Weight::Bold, .line_height = 1.3});
    if (row.second.empty()) continue;
    flow.words(row.second, {.type = Type::T0, .colour = Colour::Soft, .line_height = 1.3});
  }
}

}  // namespace

void add_timetable(Flow& flow, Stage& stage, const std::string& heading,
                   std::vector<TimetableRow> rows) {
  if (is_tight(stage.theme())) return add_paragraphs(flow, heading, rows);
  flow.begin_card();
  const Layout layout = layout_of(stage, flow.width(), heading, rows);
  flow.add(layout.heading, [&stage, heading](const Rect& r) {
    stage.canvas().text(r, heading, kHeading,
                        {.vertical = VerticalAlign::Bottom, .role = Role::Heading});
  });
  flow.keep();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    flow.add(layout.rows[i], [&stage, row = std::move(rows[i]), layout](const Rect& r) {
      draw_row(stage, r, row, layout);
    });
  }
  flow.end_card();
}

}  // namespace huimin::screens::resident
