#include "screens/resident/flow.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

namespace {

constexpr double kColumnGap = 14;
// Wider than this, one column of words is hard to read across.
constexpr double kWidestColumn = 300;
constexpr TextStyle kTitle{.type = Type::T4, .weight = Weight::Bold, .line_height = kTitleLine};
constexpr TextStyle kLead{.type = Type::T2, .colour = Colour::Soft};
constexpr TextStyle kHeading{
    .type = Type::T2, .weight = Weight::Bold, .factor = 1.11, .line_height = 1.3};

std::string_view chapter_id(view::Chapter chapter) {
  switch (chapter) {
    case view::Chapter::Who: return "chapter.who";
    case view::Chapter::Happened: return "chapter.happened";
    case view::Chapter::Household: return "chapter.household";
    case view::Chapter::Money: return "chapter.money";
    case view::Chapter::Papers: return "chapter.papers";
    case view::Chapter::Check: return "chapter.check";
    case view::Chapter::Hand: return "chapter.hand";
  }
  return "chapter.who";
}

Rect middle_of(const Rect& area) {
  const double width = std::min(area.w, kWidestColumn);
  return {area.x + (area.w - width) / 2, area.y, width, area.h};
}

}  // namespace

Flow::Flow(Stage& stage, const Rect& area, Columns columns)
    : stage_(stage),
      area_(columns == Columns::One ? middle_of(area) : area),
      wide_(columns == Columns::TwoIfWide && area.w > kWidestColumn) {}

double Flow::width() const { return wide_ && part_ > 0 ? (area_.w - kColumnGap) / 2 : area_.w; }

void Flow::add(double height_mm, Paint paint) {
  parts_[part_].push_back({height_mm, height_mm, std::move(paint)});
}

void Flow::grow(double min_mm, double max_mm, Paint paint) {
  parts_[part_].push_back({min_mm, std::max(min_mm, max_mm), std::move(paint)});
}

void Flow::gap(double mm) { add(mm, nullptr); }

void Flow::spring() {
  springs_ = true;
  grow(0, 1000, nullptr);
}

void Flow::split() {
  if (wide_) part_ = 1;
}

void Flow::turn() {
  if (!wide_) return;
  if (springs_) spring();
  part_ = 2;
  if (springs_) spring();
}

void Flow::steps(const view::Progress& progress, std::string name) {
  if (progress.steps == 0) return;
  if (name.empty()) name = stage_.text(chapter_id(progress.chapter));
  const std::string text = step_text(stage_.wording, {progress.step, progress.steps, name});
  const double letters = stage_.canvas().measure(text, {.type = Type::T0}).height;
  add(letters + 8, [this, progress, text](const Rect& r) {
    step_bar(stage_.ui, r, {.step = progress.step, .steps = progress.steps, .text = text});
  });
  gap(5);
}

void Flow::title(std::string text) {
  if (part_ == 0) title_ = text;
  const double height = stage_.canvas().measure(text, kTitle, width()).height;
  add(height, [this, text = std::move(text)](const Rect& r) {
    stage_.canvas().text(r, text, kTitle, {.id = "title", .role = Role::Title});
  });
}

void Flow::title_with(Icon icon, std::string text) {
  const double size = 20 * stage_.theme().growth();
  const double room = width() - size - kS2;
  const double height = std::max(size, stage_.canvas().measure(text, kTitle, room).height);
  add(height, [this, icon, size, text = std::move(text)](const Rect& r) {
    Rect rest = r;
    stage_.canvas().icon(rest.cut_left(size, kS2).centre(), icon, size, Colour::Blue);
    stage_.canvas().text(rest, text, kTitle,
                         {.vertical = VerticalAlign::Middle, .id = "title", .role = Role::Title});
  });
}

void Flow::lead(std::string text) {
  const double title = stage_.canvas().measure(title_, kTitle).width;
  const double room = area_.w - title - kColumnGap;
  const bool beside =
      wide_ && part_ == 0 && !title_.empty() && stage_.canvas().measure(text, kLead).width <= room;
  if (!beside) {
    gap(2);
    return words(std::move(text), kLead);
  }
  // The line of help stands on the title's baseline.
  const double height = stage_.canvas().measure(text, kLead).height;
  add(0, [this, room, height, text = std::move(text)](const Rect& r) {
    stage_.canvas().text({r.right() - room, r.y - height - 0.8, room, height}, text, kLead);
  });
}

void Flow::heading(std::string text) {
  const double height = stage_.canvas().measure(text, kHeading, width()).height;
  add(height, [this, text = std::move(text)](const Rect& r) {
    stage_.canvas().text(r, text, kHeading, {.role = Role::Heading});
  });
}

void Flow::words(std::string text, const TextStyle& style) {
  const double height = stage_.canvas().measure(text, style, width()).height;
  add(height, [this, style, text = std::move(text)](const Rect& r) {
    stage_.canvas().text(r, text, style);
  });
}

void Flow::error(std::string id, std::string text) {
  const double height = error_line_height(stage_.ui, width(), text);
  add(height, [this, id = std::move(id), text = std::move(text)](const Rect& r) {
    error_line(stage_.ui, id, r, text);
  });
}

void Flow::note(std::string id, std::string text, NoteKind kind, Icon icon) {
  const double height = note_height(stage_.ui, width(), {.text = text, .kind = kind, .icon = icon});
  add(height, [this, id = std::move(id), text = std::move(text), kind, icon](const Rect& r) {
    screens::note(stage_.ui, id, r, {.text = text, .kind = kind, .icon = icon});
  });
}

void Flow::button(view::Act act, std::string label, Icon icon, ButtonKind kind) {
  const double height = std::max(28.0, button_height(stage_.theme(), ButtonSize::Large));
  add(height, [this, act, icon, kind, label = std::move(label)](const Rect& r) {
    const Button look{.label = label, .kind = kind, .icon = icon};
    if (screens::button(stage_.ui, id_of(act), r, look)) stage_.press(act);
  });
}

double Flow::needed(const Blocks& blocks) {
  double sum = 0;
  for (const Block& block : blocks) sum += block.min;
  return sum;
}

void Flow::paint(const Blocks& blocks, const Rect& rect) {
  std::vector<double> heights;
  double left = rect.h;
  for (const Block& block : blocks) {
    heights.push_back(block.min);
    left -= block.min;
  }
  // A block that has reached its largest leaves its share to the others.
  for (bool grew = true; grew && left > 0.01;) {
    int hungry = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) hungry += heights[i] < blocks[i].max - 0.01;
    grew = hungry > 0;
    const double share = grew ? left / hungry : 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const double more = std::clamp(blocks[i].max - heights[i], 0.0, share);
      heights[i] += more;
      left -= more;
    }
  }
  double y = rect.y;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].paint) blocks[i].paint({rect.x, y, rect.w, heights[i]});
    y += heights[i];
  }
}

bool Flow::in_columns() const { return wide_ && !(parts_[1].empty() && parts_[2].empty()); }

void Flow::paint_columns(const Rect& rect) {
  if (!in_columns()) return paint(parts_[0], rect);
  const auto columns = rect.columns(2, kColumnGap);
  paint(parts_[1], columns[0]);
  paint(parts_[2], columns[1]);
}

void Flow::draw(std::string_view id) {
  Rect rest = area_;
  if (in_columns()) paint(parts_[0], rest.cut_top(needed(parts_[0])));
  const double wanted =
      in_columns() ? std::max(needed(parts_[1]), needed(parts_[2])) : needed(parts_[0]);
  if (wanted <= rest.h + 0.1) return paint_columns(rest);
  const Rect buttons = rest.cut_bottom(pager_height(stage_.theme()), kS2);
  {
    const ScrollRegion region(stage_.ui, id, rest, wanted);
    paint_columns(region.content());
  }
  const std::string back = stage_.text("pager.up"), forward = stage_.text("pager.down");
  scroll_pager(stage_.ui, id, buttons, {.back = back, .forward = forward});
}

}  // namespace huimin::screens::resident
