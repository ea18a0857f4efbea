#include "screens/resident/flow.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

namespace {

// Wider than this, one column of words is hard to read across; narrower, two are.
constexpr double kWidestColumn = 300, kLeastForTwo = 240;
constexpr TextStyle kHeading{
    .type = Type::T2, .weight = Weight::Bold, .factor = 1.11, .line_height = 1.3};

TextStyle title_style(const Theme& theme) {
  return {.type = Type::T4,
          .weight = Weight::Bold,
          .line_height = theme.extra_large() ? 1.2 : kTitleLine};
}

TextStyle lead_style(const Theme& theme) {
  return {.type = theme.small_panel() || theme.extra_large() ? Type::T1 : Type::T2,
          .colour = Colour::Soft,
          .line_height = theme.extra_large() ? 1.3 : kTextLine};
}

Rect middle_of(const Rect& area) {
  const double width = std::min(area.w, kWidestColumn);
  return {area.x + (area.w - width) / 2, area.y, width, area.h};
}

}  // namespace

Flow::Flow(Stage& stage, const Rect& area, Columns columns)
    : stage_(stage),
      area_(columns == Columns::One ? middle_of(area) : area),
      wide_(columns == Columns::TwoIfWide && !stage.theme().portrait() && area.w > kLeastForTwo) {}

double Flow::column_gap() const { return stage_.theme().small_panel() ? 5 : 14; }

double Flow::width() const {
  const double column = wide_ && part_ > 0 ? (area_.w - column_gap()) / 2 : area_.w;
  return in_card_ ? column - 2 * kCardPad : column;
}

void Flow::put(Block block) {
  if (in_card_) block.card = cards_;
  parts_[part_].push_back(std::move(block));
}

void Flow::put_head(double height_mm, Paint paint, Kind kind) {
  put({height_mm, height_mm, std::move(paint), kind});
}

void Flow::add(double height_mm, Paint paint) { grow(height_mm, height_mm, std::move(paint)); }

void Flow::grow(double min_mm, double max_mm, Paint paint) {
  put({min_mm, std::max(min_mm, max_mm), std::move(paint)});
}

void Flow::gap(double mm) {
  const double size = stage_.theme().small_panel() ? std::min(mm, std::max(3.0, mm * 0.6)) : mm;
  const bool kept = !parts_[part_].empty() && parts_[part_].back().keep;
  put({size, size, nullptr, Kind::Space, kept});
}

void Flow::spring() {
  springs_ = true;
  put({0, 1000, nullptr, Kind::Space});
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

void Flow::keep() {
  if (!parts_[part_].empty()) parts_[part_].back().keep = true;
}

void Flow::begin_card() {
  ++cards_;
  in_card_ = true;
}

void Flow::end_card() { in_card_ = false; }

void Flow::steps(const view::Progress& progress, std::string name) {
  if (progress.steps == 0) return;
  // A small panel has the words in its top bar.
  const bool bars_only = stage_.theme().small_panel();
  const std::string text =
      bars_only ? std::string{} : steps_text(stage_, progress, std::move(name));
  const double letters = bars_only ? 0 : stage_.canvas().measure(text, {.type = Type::T0}).height;
  put_head(
      letters + (bars_only ? 3.5 : 8),
      [this, progress, text](const Rect& r) {
        step_bar(stage_.ui, r, {.step = progress.step, .steps = progress.steps, .text = text});
      },
      Kind::Steps);
  const double below = stage_.theme().small_panel() ? 3 : 5;
  put_head(below, nullptr, Kind::Steps);
}

void Flow::title(std::string text) {
  if (part_ == 0) title_ = text;
  const TextStyle style = title_style(stage_.theme());
  const double height = stage_.canvas().measure(text, style, width()).height;
  put_head(height, [this, style, text = std::move(text)](const Rect& r) {
    stage_.canvas().text(r, text, style, {.id = "title", .role = Role::Title});
  });
}

void Flow::title_with(Icon icon, std::string text) {
  const TextStyle style = title_style(stage_.theme());
  const double size = stage_.theme().small_panel() ? 13 : 20 * stage_.theme().growth();
  const double room = width() - size - kS2;
  const double height = std::max(size, stage_.canvas().measure(text, style, room).height);
  put_head(height, [this, style, icon, size, text = std::move(text)](const Rect& r) {
    Rect rest = r;
    stage_.canvas().icon(rest.cut_left(size, kS2).centre(), icon, size, Colour::Blue);
    stage_.canvas().text(rest, text, style,
                         {.vertical = VerticalAlign::Middle, .id = "title", .role = Role::Title});
  });
}

void Flow::lead(std::string text) {
  const Theme& theme = stage_.theme();
  const TextStyle title = title_style(theme), style = lead_style(theme);
  constexpr double kBeside = 10;
  const double room = area_.w - stage_.canvas().measure(title_, title).width - kBeside;
  const TextBlock line = stage_.canvas().measure(text, style);
  if (theme.portrait() || part_ > 0 || title_.empty() || line.width > room) {
    put({2, 2, nullptr, Kind::Lead});
    const double height = stage_.canvas().measure(text, style, width()).height;
    put_head(
        height, [this, style, text](const Rect& r) { stage_.canvas().text(r, text, style); },
        Kind::Lead);
    return;
  }
  // On the title's baseline: the smaller letters hang lower by the difference of their sizes.
  constexpr double kBelowMiddle = 0.436;
  const double up = stage_.canvas().measure(title_, title).height;
  const double drop = (up - line.height) / 2 +
                      (theme.letter_mm(title.type) - theme.letter_mm(style.type)) * kBelowMiddle;
  put_head(0, [this, style, line, room, up, drop, text](const Rect& r) {
    stage_.canvas().text({r.right() - room, r.y - up + drop, room, line.height}, text, style);
  });
}

void Flow::heading(std::string text) {
  const double height = stage_.canvas().measure(text, kHeading, width()).height;
  add(height, [this, text = std::move(text)](const Rect& r) {
    stage_.canvas().text(r, text, kHeading, {.role = Role::Heading});
  });
  keep();
}

void Flow::words(std::string text, const TextStyle& style) {
  const double height = stage_.canvas().measure(text, style, width()).height;
  add(height, [this, style, text = std::move(text)](const Rect& r) {
    stage_.canvas().text(r, text, style);
  });
}

void Flow::error(std::string id, std::string text) {
  // It stays with what it is about.
  Blocks& blocks = parts_[part_];
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    block->keep = true;
    if (block->kind != Kind::Space) break;
  }
  const bool of_page = std::none_of(blocks.begin(), blocks.end(),
                                    [](const Block& b) { return b.kind == Kind::Piece; });
  const double height = error_line_height(stage_.ui, width(), text);
  put_head(
      height,
      [this, id = std::move(id), text = std::move(text)](const Rect& r) {
        error_line(stage_.ui, id, r, text);
      },
      of_page ? Kind::Head : Kind::Piece);
  blocks.back().error = !of_page;
}

void Flow::note(std::string id, std::string text, NoteKind kind, Icon icon) {
  const double height = note_height(stage_.ui, width(), {.text = text, .kind = kind, .icon = icon});
  add(height, [this, id = std::move(id), text = std::move(text), kind, icon](const Rect& r) {
    screens::note(stage_.ui, id, r, {.text = text, .kind = kind, .icon = icon});
  });
}

void Flow::button(view::Act act, std::string label, Icon icon, ButtonKind kind) {
  const Button wanted{.label = label, .kind = kind, .icon = icon};
  double height = button_height(stage_.theme(), ButtonSize::Large);
  // Words that do not stand in one line have two.
  if (button_width(stage_.ui, wanted) > width()) height += stage_.theme().letter_mm(Type::T2) * 1.2;
  add(height, [this, act, icon, kind, label = std::move(label)](const Rect& r) {
    const Button look{.label = label, .kind = kind, .icon = icon};
    if (screens::button(stage_.ui, id_of(act), r, look)) stage_.press(act);
  });
}

}  // namespace huimin::screens::resident
