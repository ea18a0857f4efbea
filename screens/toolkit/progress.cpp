#include "screens/toolkit/marks.h"
#include "screens/toolkit/skin.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace huimin::screens {

namespace {

// From the mock-ups, in mm.
constexpr double kStepHeight = 3;
constexpr double kStepNow = 5;
constexpr double kStepGap = 2.5;
constexpr double kTickGap = 1.25;
constexpr double kTickRadius = 1.25;
constexpr double kDot = 13.9;
constexpr double kDotColumnGap = 6;
constexpr double kWhenColumn = 52.6;

std::string share(int part, int all) { return std::to_string(part) + "/" + std::to_string(all); }

}  // namespace

double step_bar(Ui& ui, const Rect& rect, const StepBar& look) {
  double y = rect.y;
  if (!look.text.empty()) {
    const TextStyle style{.type = Type::T0, .colour = Colour::Soft};
    y += ui.canvas().text({rect.x, y, rect.w, 0}, look.text, style, {.id = "steps.text"}).height;
    y += kS1;
  }
  const Rect row{rect.x, y, rect.w, kStepHeight};
  const std::vector<Rect> bars = row.columns(look.steps, kStepGap);
  for (int i = 0; i < look.steps; ++i) {
    const Rect& bar = bars[static_cast<std::size_t>(i)];
    const bool now = i + 1 == look.step;
    if (now) {
      ui.canvas().fill(bar.centred(bar.w, kStepNow), Colour::Blue, kStepNow / 2);
    } else if (i + 1 < look.step) {
      ui.canvas().fill(bar, Colour::Blue, kStepHeight / 2);
    } else {
      draw_unused(ui, bar, kStepHeight / 2);
    }
  }
  Entry entry = entry_for(ui, "steps", Role::Steps, {});
  entry.value = share(look.step, look.steps);
  entry.cap_mm = 0;
  ui.readable(std::move(entry), row);
  return row.bottom() - rect.y;
}

void progress_bar(Ui& ui, std::string_view id, const Rect& rect, const Progress& look) {
  const double part = std::clamp(look.share, 0.0, 1.0);
  draw_unused(ui, rect, rect.h / 2);
  if (part > 0) {
    Rect done = rect;
    done.w = std::max(rect.h, rect.w * part);
    ui.canvas().fill(done, Colour::Blue, rect.h / 2);
  }
  Entry entry = entry_for(ui, id, Role::Progress, look.label);
  entry.value = std::to_string(std::lround(part * 100)) + "%";
  entry.cap_mm = 0;
  ui.readable(std::move(entry), rect);
}

void day_ticks(Ui& ui, std::string_view id, const Rect& rect, const DayTicks& look) {
  const std::vector<Rect> ticks = rect.columns(std::max(1, look.all), kTickGap);
  for (int i = 0; i < look.all; ++i) {
    const Rect& tick = ticks[static_cast<std::size_t>(i)];
    if (i < look.used) {
      ui.canvas().fill(tick, Colour::Blue, kTickRadius);
    } else {
      draw_unused(ui, tick, kTickRadius);
    }
  }
  Entry entry = entry_for(ui, id, Role::Progress, look.label);
  entry.value = share(look.used, look.all);
  entry.cap_mm = 0;
  ui.readable(std::move(entry), rect);
}

void ring(Ui& ui, std::string_view id, const Rect& rect, const Ring& look) {
  const double radius = std::min(rect.w, rect.h) / 2;
  const double width = radius * 0.12;
  const double left = std::clamp(look.share, 0.0, 1.0);
  Canvas& canvas = ui.canvas();
  const Point centre = rect.centre();
  canvas.circle(centre, radius, Colour::Line, is_contrast(ui.theme()) ? kHairline : width);
  canvas.arc({centre, radius, 0, left, width}, Colour::Blue);
  const TextStyle number{.type = Type::T5, .weight = Weight::Bold, .line_height = 1.1};
  const TextStyle word{.type = Type::T1, .colour = Colour::Soft};
  const double high = canvas.measure(look.number, number).height;
  const double low = look.word.empty() ? 0 : canvas.measure(look.word, word, radius * 1.5).height;
  const double top = centre.y - (high + low) / 2;
  const Rect area{centre.x - radius * 0.75, top, radius * 1.5, high};
  bool clipped = canvas.paint_text(area, look.number, number, {.align = Align::Centre}).clipped;
  if (low > 0) {
    clipped |= canvas
                   .paint_text({area.x, top + high, area.w, low}, look.word, word,
                               {.align = Align::Centre})
                   .clipped;
  }
  Entry entry = entry_for(ui, id, Role::Progress, look.word);
  entry.value = look.number;
  entry.clipped = clipped;
  entry.ink = ui.theme().rgb(Colour::Ink);
  entry.ground = ui.theme().rgb(Colour::Paper);
  ui.readable(std::move(entry), rect);
}

namespace {

struct RowStyles {
  TextStyle when{.type = Type::T1, .factor = 1.033, .line_height = 1.3};
  TextStyle title{.type = Type::T2, .weight = Weight::Bold, .factor = 1.055, .line_height = 1.4};
  TextStyle second{.type = Type::T0, .colour = Colour::Soft, .factor = 1.037, .line_height = 1.4};
};

// Columns of a row; with large text the date stands above the title.
struct RowLayout {
  double dot = kDot;
  double when = kWhenColumn;
  double text_left = 0;
  double text_width = 0;
  bool when_above = false;
  double height = 0;
  double when_height = 0;
  double title_height = 0;
  double second_height = 0;
};

double words_height(const RowLayout& l) {
  return l.title_height + l.second_height + (l.when_above ? l.when_height : 0);
}

RowLayout row_layout(Ui& ui, double width, const TimelineRow& row) {
  const RowStyles styles;
  RowLayout l;
  l.dot = kDot * std::clamp(ui.theme().growth(), 0.8, 1.3);
  l.when_above = ui.theme().growth() > 1.15 || width < 150;
  l.text_left = l.dot + kDotColumnGap + (l.when_above ? 0 : l.when + kDotColumnGap);
  l.text_width = width - l.text_left - kS2;
  Canvas& canvas = ui.canvas();
  const double when_width = l.when_above ? l.text_width : l.when + kDotColumnGap;
  if (!row.when.empty()) l.when_height = canvas.measure(row.when, styles.when, when_width).height;
  l.title_height = canvas.measure(row.title, styles.title, l.text_width).height;
  if (!row.second.empty()) {
    l.second_height = canvas.measure(row.second, styles.second, l.text_width).height;
  }
  l.height = std::max({words_height(l), l.dot, l.when_above ? 0 : l.when_height}) + kS3;
  return l;
}

void draw_dot(Ui& ui, Point centre, double size, const TimelineRow& row) {
  Canvas& canvas = ui.canvas();
  const double r = size / 2;
  Colour ink = Colour::OnBlue;
  switch (row.kind) {
    case DotKind::Done: canvas.disc(centre, r, Colour::Blue); break;
    case DotKind::Now:
      canvas.disc(centre, r, Colour::Blue);
      canvas.disc(centre, r - kStrong, Colour::Card);
      ink = Colour::Blue;
      break;
    case DotKind::ToCome:
      canvas.disc(centre, r, Colour::Soft);
      canvas.disc(centre, r - kStrong * 0.8, Colour::Paper);
      ink = Colour::Ink;
      break;
  }
  const bool done = row.kind == DotKind::Done;
  const Icon icon = row.icon != Icon::None ? row.icon : done ? Icon::Check : Icon::None;
  if (icon != Icon::None) return canvas.icon(centre, icon, size * 0.68, ink);
  canvas.paint_text({centre.x - r, centre.y - r, size, size}, row.number,
                    {.type = Type::T0, .weight = Weight::Bold, .colour = ink},
                    {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

bool draw_row(Ui& ui, const Rect& rect, const TimelineRow& row, const RowLayout& l) {
  RowStyles styles;
  Canvas& canvas = ui.canvas();
  const bool now = row.kind == DotKind::Now;
  // First lines stand in the middle of the dot.
  const double first = l.when_above && l.when_height > 0 ? l.when_height : l.title_height;
  const double one_line = ui.theme().letter_mm(Type::T2) * 1.4;
  double y = rect.y + std::max(0.0, (l.dot - std::min(first, one_line)) / 2);
  if (now) {
    styles.title.colour = Colour::Blue;
    styles.when.weight = Weight::Bold;
    const Rect box{rect.x + l.text_left - kS2, y - 2, l.text_width + 2 * kS2,
                   words_height(l) + 4.5};
    if (!is_contrast(ui.theme())) canvas.fill(box, Colour::BlueSoft, kR2);
  }
  bool clipped = false;
  const double left = rect.x + l.text_left;
  if (l.when_above) {
    clipped |= canvas.paint_text({left, y, l.text_width, 0}, row.when, styles.when).clipped;
    y += l.when_height;
  } else {
    const Rect when{rect.x + l.dot + kDotColumnGap, rect.y, l.when + kDotColumnGap,
                    std::max(l.dot, l.when_height)};
    clipped |= canvas
                   .paint_text(when, row.when, styles.when, {.vertical = VerticalAlign::Middle})
                   .clipped;
  }
  clipped |= canvas.paint_text({left, y, l.text_width, 0}, row.title, styles.title).clipped;
  y += l.title_height;
  clipped |= canvas.paint_text({left, y, l.text_width, 0}, row.second, styles.second).clipped;
  return clipped;
}

}  // namespace

double timeline_row_height(Ui& ui, double width_mm, const TimelineRow& row) {
  return row_layout(ui, width_mm, row).height;
}

void timeline_row(Ui& ui, std::string_view id, const Rect& rect, const TimelineRow& row) {
  const RowLayout l = row_layout(ui, rect.w, row);
  const Point dot{rect.x + l.dot / 2, rect.y + l.dot / 2};
  if (row.leads_on) {
    const Colour colour = row.kind == DotKind::Done ? Colour::Blue : Colour::Line;
    ui.canvas().line({dot.x, rect.y + l.dot - 0.5}, {dot.x, rect.bottom() + 0.5}, colour, kStrong);
  }
  const bool clipped = draw_row(ui, rect, row, l);
  draw_dot(ui, dot, l.dot, row);
  Entry entry = entry_for(ui, id, Role::Timeline, row.title);
  entry.value = std::string(row.when) + (row.second.empty() ? "" : " ") + std::string(row.second);
  entry.clipped = clipped;
  entry.ink = ui.theme().rgb(Colour::Ink);
  entry.ground = ui.theme().rgb(Colour::Paper);
  ui.readable(std::move(entry), rect);
}

}  // namespace huimin::screens
