#include "screens/resident/status_parts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "screens/resident/parts.h"

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kName{.type = Type::T3,
                          .weight = Weight::Bold,
                          .factor = 1.043,
                          .line_height = kTitleLine,
                          .ground = Colour::Card};
constexpr TextStyle kSoft{.type = Type::T1, .colour = Colour::Soft, .ground = Colour::Card};
TextStyle count_style(const Theme& theme) {
  if (!is_tight(theme)) {
    return {.type = Type::T1, .weight = Weight::Bold, .factor = 1.067, .ground = Colour::Card};
  }
  return {.type = Type::T1, .weight = Weight::Bold, .line_height = 1.3, .ground = Colour::Card};
}
// Of the days; and above and below words in a card, in mm.
constexpr double kTicks = 10, kPad = 3.5;

// The number and since when this is known; below one another where one line is too short.
std::string number_lines(Stage& stage, const view::Status& v, double room) {
  const std::string line = v.case_no.empty()
                               ? stage.text("status.receipt", {{"number", v.receipt_no}})
                               : stage.text("status.case", {{"number", v.case_no}});
  if (!v.fresh || !v.as_of.certain) return line;
  const std::string as_of = stage.text("status.as_of", {{"time", clock_text(stage, v.as_of)}});
  const std::string one = line + " · " + as_of;
  return stage.canvas().measure(one, kSoft).width <= room ? one : line + "\n" + as_of;
}

std::string days_line(const Stage& stage, const view::Status& v) {
  const int left = v.limit_days - v.used_days;
  if (left < 0) return stage.text("status.over", {{"n", std::to_string(-left)}});
  return stage.text("status.used", {{"used", std::to_string(v.used_days)},
                                    {"left", days_text(stage, left, v.limit_in_working_days)}});
}

void add_name(Flow& flow, Stage& stage, const view::Status& v) {
  Canvas& canvas = stage.canvas();
  const std::string number = number_lines(stage, v, flow.width());
  const double first = canvas.measure(v.programme, kName, flow.width()).height;
  const double second = canvas.measure(number, kSoft, flow.width()).height;
  flow.add(first + second + 2 * kPad, [&stage, &v, number, first](const Rect& r) {
    Rect inside = r.inset(0, kPad);
    stage.canvas().text(inside.cut_top(first), v.programme, kName, {.role = Role::Heading});
    stage.canvas().text(inside, number, kSoft);
  });
}

// A tick for each day; beside one another, or below, how many are left and when the last one is.
void add_days(Flow& flow, Stage& stage, const view::Status& v) {
  Canvas& canvas = stage.canvas();
  const std::string days = days_line(stage, v);
  const std::string latest =
      v.latest ? stage.text("submitted.by", {{"day", day_text(stage, *v.latest)}}) : std::string{};
  const std::string limit = stage.text(
      "status.limit", {{"days", days_text(stage, v.limit_days, v.limit_in_working_days)}});
  const bool tight = is_tight(stage.theme());
  const TextStyle count = count_style(stage.theme());
  const TextStyle limit_style{.type = Type::T0,
                              .colour = Colour::Soft,
                              .line_height = tight ? 1.3 : kTextLine,
                              .ground = Colour::Card};
  // It may begin a page.
  const double above = tight ? kPad : 0;
  const double room = flow.width();
  const double right = canvas.measure(latest, count).width + 1;
  const bool beside = canvas.measure(days, count).width + right + kS2 <= room;
  const double first = canvas.measure(days, count, room).height;
  const double second =
      beside || latest.empty() ? 0 : canvas.measure(latest, count, room).height;
  const double third = canvas.measure(limit, limit_style, room).height;
  flow.add(above + kTicks + 2.5 + first + second + third + kPad, [=, &stage, &v](const Rect& r) {
    Rect inside{r.x, r.y + above, r.w, r.h - above - kPad};
    day_ticks(stage.ui, "status.days", inside.cut_top(kTicks, 2.5),
              {.used = std::min(v.used_days, v.limit_days), .all = v.limit_days, .label = days});
    Rect line = inside.cut_top(first);
    const Rect last = beside ? line.cut_right(right, kS2) : inside.cut_top(second);
    stage.canvas().text(line, days, count);
    if (!latest.empty()) {
      stage.canvas().text(last, latest, count, {.align = beside ? Align::Right : Align::Left});
    }
    stage.canvas().text(inside, limit, limit_style);
  });
}

struct RowWords {
  std::string number, when, title, second;
};

RowWords words_of(const Stage& stage, const view::TimelineRow& row, std::size_t index) {
  RowWords words{
      std::to_string(index + 1), {}, stage.text("stage." + std::to_string(row.stage)), row.unit};
  const std::string day = row.has_day ? day_text(stage, row.day) : std::string{};
  switch (row.state) {
    case view::TimelineRow::State::Done: words.when = day; break;
    case view::TimelineRow::State::Now: words.when = stage.text("status.now"); break;
    case view::TimelineRow::State::ToCome:
      words.when = day.empty()       ? stage.text("status.then")
                   : row.day.certain ? stage.text("submitted.by", {{"day", day}})
                                     : day;
      break;
  }
  return words;
}

DotKind dot_of(view::TimelineRow::State state) {
  switch (state) {
    case view::TimelineRow::State::Done: return DotKind::Done;
    case view::TimelineRow::State::Now: return DotKind::Now;
    case view::TimelineRow::State::ToCome: return DotKind::ToCome;
  }
  return DotKind::ToCome;
}

TimelineRow row_of(const RowWords& words, view::TimelineRow::State state) {
  return {dot_of(state), Icon::None, words.number, words.when, words.title, words.second};
}

}  // namespace

void add_status_head(Flow& flow, Stage& stage, const view::Status& view) {
  flow.begin_card();
  add_name(flow, stage, view);
  if (view.limit_days > 0) {
    // One card without a line, where it stands on one page.
    if (!is_tight(stage.theme())) flow.keep();
    add_days(flow, stage, view);
  }
  flow.end_card();
}

void add_status_timeline(Flow& flow, Stage& stage, const view::Status& view) {
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    RowWords words = words_of(stage, view.rows[i], i);
    const view::TimelineRow::State state = view.rows[i].state;
    const double height = timeline_row_height(stage.ui, flow.width(), row_of(words, state));
    const bool last = i + 1 == view.rows.size();
    flow.grow(height, std::max(height, kTimelineRow),
              [&stage, words = std::move(words), state, last](const Rect& r) {
                TimelineRow row = row_of(words, state);
                row.leads_on = !last;
                timeline_row(stage.ui, "status.timeline." + words.number, r, row);
              });
  }
}

}  // namespace huimin::screens::resident
