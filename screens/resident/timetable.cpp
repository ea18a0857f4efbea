#include "screens/resident/timetable.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

namespace {

constexpr double kPadX = 8, kGap = 6, kPadRow = 4;
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
  double first = 0;  // width of the column of days
  double heading = 0;
  std::vector<double> rows;
};

Layout layout_of(Stage& stage, double width, const std::string& heading,
                 const std::vector<TimetableRow>& rows) {
  Canvas& canvas = stage.canvas();
  const double room = width - 2 * kPadX;
  Layout layout;
  layout.heading = canvas.measure(heading, kHeading, room).height + 2;
  for (const TimetableRow& row : rows) {
    layout.first = std::max(layout.first, canvas.measure(row.when, kBold).width + 1);
  }
  layout.first = std::min(layout.first, room * 0.4);
  const double second = room - layout.first - kGap;
  for (const TimetableRow& row : rows) {
    double words = canvas.measure(row.what, kBold, second).height;
    if (!row.second.empty()) words += canvas.measure(row.second, kSecond, second).height;
    layout.rows.push_back(std::max(words, canvas.measure(row.when, kBold, layout.first).height) +
                          2 * kPadRow);
  }
  return layout;
}

void draw_row(Stage& stage, Rect rect, const TimetableRow& row, double first) {
  Canvas& canvas = stage.canvas();
  rect = rect.inset(0, kPadRow);
  canvas.text(rect.cut_left(first, kGap), row.when, kBold);
  canvas.text(rect.cut_top(canvas.measure(row.what, kBold, rect.w).height), row.what, kBold);
  if (!row.second.empty()) canvas.text(rect, row.second, kSecond);
}

}  // namespace

void add_timetable(Flow& flow, Stage& stage, const std::string& heading,
                   std::vector<TimetableRow> rows) {
  Layout layout = layout_of(stage, flow.width(), heading, rows);
  double height = layout.heading + 9;
  for (const double row : layout.rows) height += row;
  flow.add(height, [&stage, heading, rows = std::move(rows),
                    layout = std::move(layout)](const Rect& r) {
    stage.canvas().box(r, {.radius_mm = kR3});
    Rect inside{r.x + kPadX, r.y + 6, r.w - 2 * kPadX, r.h - 6};
    stage.canvas().text(inside.cut_top(layout.heading), heading, kHeading, {.role = Role::Heading});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Rect row = inside.cut_top(layout.rows[i]);
      if (i > 0) {
        const double split = row.x + layout.first;
        stage.canvas().line({row.x, row.y}, {split, row.y}, Colour::Line, kHairline);
        stage.canvas().line({split + kGap, row.y}, {row.right(), row.y}, Colour::Line, kHairline);
      }
      draw_row(stage, row, rows[i], layout.first);
    }
  });
}

}  // namespace huimin::screens::resident
