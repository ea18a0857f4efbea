#include "screens/resident/status_parts.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kName{.type = Type::T3,
                          .weight = Weight::Bold,
                          .factor = 1.043,
                          .line_height = kTitleLine,
                          .ground = Colour::Card};
constexpr TextStyle kSoft{.type = Type::T1, .colour = Colour::Soft, .ground = Colour::Card};
constexpr TextStyle kCount{
    .type = Type::T1, .weight = Weight::Bold, .factor = 1.067, .ground = Colour::Card};
constexpr double kTicks = 10;

std::string number_line(const Stage& stage, const view::Status& v) {
  std::string line = v.case_no.empty() ? stage.text("status.receipt", {{"number", v.receipt_no}})
                                       : stage.text("status.case", {{"number", v.case_no}});
  if (v.fresh && v.as_of.certain) {
    line += " · " + stage.text("status.as_of", {{"time", clock_text(stage, v.as_of)}});
  }
  return line;
}

std::string days_line(const Stage& stage, const view::Status& v) {
  const int left = v.limit_days - v.used_days;
  if (left < 0) return stage.text("status.over", {{"n", std::to_string(-left)}});
  return stage.text("status.used", {{"used", std::to_string(v.used_days)},
                                    {"left", days_text(stage, left, v.limit_in_working_days)}});
}

struct Head {
  std::string number = {}, days = {}, latest = {}, limit = {};
  double name_height = 0, number_height = 0, count_height = 0, limit_height = 0;

  double height() const {
    const double days_part = days.empty() ? 0 : 4.5 + kTicks + 2.5 + count_height + limit_height;
    return name_height + number_height + days_part + 13;
  }
};

Head head_of(Stage& stage, const view::Status& v, double room) {
  Canvas& canvas = stage.canvas();
  Head head{.number = number_line(stage, v)};
  head.name_height = canvas.measure(v.programme, kName, room).height;
  head.number_height = canvas.measure(head.number, kSoft, room).height;
  if (v.limit_days == 0) return head;
  head.days = days_line(stage, v);
  if (v.latest) head.latest = stage.text("submitted.by", {{"day", day_text(stage, *v.latest)}});
  head.limit = stage.text("status.limit",
                          {{"days", days_text(stage, v.limit_days, v.limit_in_working_days)}});
  const double right = canvas.measure(head.latest, kCount).width + 1;
  head.count_height = canvas.measure(head.days, kCount, room - right - kS2).height;
  head.limit_height = canvas.measure(head.limit, {.type = Type::T0}, room).height;
  return head;
}

void draw_head(Stage& stage, const Rect& rect, const view::Status& v, const Head& head) {
  Canvas& canvas = stage.canvas();
  canvas.box(rect, {.radius_mm = kR3});
  Rect inside{rect.x + 8, rect.y + 6.5, rect.w - 16, rect.h - 13};
  canvas.text(inside.cut_top(head.name_height), v.programme, kName, {.role = Role::Heading});
  canvas.text(inside.cut_top(head.number_height), head.number, kSoft);
  if (head.days.empty()) return;
  inside.cut_top(4.5);
  day_ticks(stage.ui, "status.days", inside.cut_top(kTicks, 2.5),
            {.used = std::min(v.used_days, v.limit_days), .all = v.limit_days, .label = head.days});
  Rect count = inside.cut_top(head.count_height);
  const double right = canvas.measure(head.latest, kCount).width + 1;
  canvas.text(count.cut_right(right, kS2), head.latest, kCount, {.align = Align::Right});
  canvas.text(count, head.days, kCount);
  canvas.text(inside, head.limit,
              {.type = Type::T0, .colour = Colour::Soft, .ground = Colour::Card});
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

void draw_timeline(Stage& stage, const Rect& r, const view::Status& v) {
  std::vector<RowWords> words;
  for (std::size_t i = 0; i < v.rows.size(); ++i) words.push_back(words_of(stage, v.rows[i], i));
  std::vector<TimelineRow> rows;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const RowWords& w = words[i];
    rows.push_back({dot_of(v.rows[i].state), Icon::None, w.number, w.when, w.title, w.second});
  }
  timeline(stage.ui, "status.timeline", r, rows);
}

}  // namespace

void add_status_head(Flow& flow, Stage& stage, const view::Status& view) {
  Head head = head_of(stage, view, flow.width() - 16);
  const double height = head.height();
  flow.add(height, [&stage, &view, head = std::move(head)](const Rect& r) {
    draw_head(stage, r, view, head);
  });
}

void add_status_timeline(Flow& flow, Stage& stage, const view::Status& view) {
  const double rows = static_cast<double>(view.rows.size());
  const double row = 27 * std::max(1.0, stage.theme().growth());
  flow.grow(rows * row, rows * 36,
            [&stage, &view](const Rect& r) { draw_timeline(stage, r, view); });
}

}  // namespace huimin::screens::resident
