#include <algorithm>
#include <numeric>

#include "screens/resident/typing.h"

namespace huimin::screens::resident {

namespace {

constexpr double kPad = 6, kGroupGap = 6;

// How many cells each group has, with what was typed beyond the last one added to it.
std::vector<int> groups_for(const Cells& look, int typed) {
  std::vector<int> groups = look.groups;
  const int all = std::accumulate(groups.begin(), groups.end(), 0);
  if (typed > all && !groups.empty()) groups.back() += typed - all;
  return groups;
}

struct Grid {
  Rect inside;
  double cell = 0;
  std::vector<int> groups;

  Rect at(int index) const {
    double x = inside.x;
    int left = index;
    for (const int group : groups) {
      if (left < group) break;
      left -= group;
      x += group * cell + kGroupGap;
    }
    return {x + left * cell, inside.y, cell, inside.h};
  }
};

Grid grid_in(const Rect& rect, std::vector<int> groups) {
  const Rect inside = rect.inset(kPad, 0);
  const int cells = std::accumulate(groups.begin(), groups.end(), 0);
  const double gaps = kGroupGap * static_cast<double>(groups.size() - 1);
  return {inside, std::min(15.0, (inside.w - gaps) / std::max(1, cells)), std::move(groups)};
}

void draw_cell(Stage& stage, const Rect& cell, std::string_view letter, bool wrong) {
  const double base = cell.bottom() - 5.5;
  const double inset = std::min(1.2, cell.w * 0.12);
  const Rect mark{cell.x + inset, base, cell.w - 2 * inset, wrong ? 1.5 : kEdge};
  stage.canvas().fill(mark, wrong ? Colour::Rust : Colour::Line, kEdge / 2);
  if (letter.empty()) return;
  const TextStyle style{.type = Type::T3,
                        .weight = Weight::Bold,
                        .colour = wrong ? Colour::Rust : Colour::Ink,
                        .factor = 1.05,
                        .line_height = 1.1,
                        .ground = Colour::Card};
  stage.canvas().paint_text({cell.x - 3, cell.y, cell.w + 6, cell.h - 3}, letter, style,
                            {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

}  // namespace

double cells_height(const Theme& theme) { return std::max(27.0, field_height(theme)); }

void draw_cells(Stage& stage, const Rect& rect, const view::Typed& typed, const Cells& look) {
  Canvas& canvas = stage.canvas();
  const int count = static_cast<int>(typed.value.size());
  const bool wrong = typed.problem.has_value();
  Entry entry =
      entry_of(stage, id_of(typed.field), Role::Field, look.label, {.smallest = Type::T3});
  entry.value = typed.value;
  const Touch touch = stage.ui.touchable(std::move(entry), rect);
  const Colour edge = wrong ? Colour::Rust : typed.active ? Colour::Blue : Colour::Ink;
  canvas.box(rect, {Colour::Card, edge, wrong || typed.active ? kStrong : kEdge, kR2});
  const Grid grid = grid_in(rect, groups_for(look, count));
  const int cells = std::accumulate(grid.groups.begin(), grid.groups.end(), 0);
  for (int i = 0; i < cells; ++i) {
    const std::string_view letter =
        i < count ? std::string_view{typed.value}.substr(static_cast<std::size_t>(i), 1)
                  : std::string_view{};
    draw_cell(stage, grid.at(i), letter, wrong && i >= typed.from && i < typed.to);
  }
  if (typed.active && count < cells) {
    const Rect next = grid.at(count);
    canvas.fill({next.x + 1.2, next.y + 6, 1.2, next.h - 13}, Colour::Blue);
  }
  if (touch.focused) stage.ui.focus_ring(rect, kR2);
  if (touch.clicked) {
    stage.unfinished.keyboard_hidden = false;
    stage.out.push_back(view::intent::Focus{typed.field});
  }
}

}  // namespace huimin::screens::resident
