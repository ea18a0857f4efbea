#include <algorithm>
#include <numeric>
#include <utility>

#include "screens/resident/typing.h"
#include "screens/toolkit/text_layout.h"

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

// One cell a character, whatever it is: a scanned number may hold letters of any script.
std::vector<std::string_view> letters_of(std::string_view value) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = at;
    at = following_character(value, at);
    letters.push_back(value.substr(begin, at - begin));
  }
  return letters;
}

TextStyle digit_style(bool wrong) {
  return {.type = Type::T3,
          .weight = Weight::Bold,
          .colour = wrong ? Colour::Rust : Colour::Ink,
          .factor = 1.05,
          .line_height = 1.1,
          .ground = Colour::Card};
}

// Groups on one line, or on as many as it takes for no digit to touch the next.
struct Grid {
  Rect inside;
  double cell = 0;
  std::vector<std::vector<int>> lines;

  Rect at(int index) const {
    const double height = inside.h / static_cast<double>(lines.size());
    int left = index;
    for (std::size_t line = 0; line < lines.size(); ++line) {
      double x = inside.x;
      const bool last = line + 1 == lines.size();
      for (const int group : lines[line]) {
        const bool here = left < group || (last && &group == &lines[line].back());
        if (here) {
          return {x + left * cell, inside.y + height * static_cast<double>(line), cell, height};
        }
        left -= group;
        x += group * cell + kGroupGap;
      }
    }
    return inside;
  }
};

double line_width(const std::vector<int>& groups, double cell) {
  const int cells = std::accumulate(groups.begin(), groups.end(), 0);
  return cells * cell + kGroupGap * (static_cast<double>(groups.size()) - 1);
}

Grid grid_in(Stage& stage, const Rect& rect, const std::vector<int>& groups) {
  constexpr double kWidestCell = 15;
  Grid grid{.inside = rect.inset(kPad, 0), .lines = {{}}};
  const double least = stage.canvas().measure("0", digit_style(false)).width;
  for (const int group : groups) {
    std::vector<int> longer = grid.lines.back();
    longer.push_back(group);
    const bool fits = grid.lines.back().empty() || line_width(longer, least) <= grid.inside.w;
    if (fits) grid.lines.back() = std::move(longer);
    else grid.lines.push_back({group});
  }
  grid.cell = kWidestCell;
  for (const auto& line : grid.lines) {
    const int cells = std::accumulate(line.begin(), line.end(), 0);
    const double gaps = kGroupGap * (static_cast<double>(line.size()) - 1);
    grid.cell = std::min(grid.cell, (grid.inside.w - gaps) / std::max(1, cells));
  }
  return grid;
}

void draw_cell(Stage& stage, const Rect& cell, std::string_view letter, bool wrong) {
  const double base = cell.bottom() - 5.5;
  const double inset = std::min(1.2, cell.w * 0.12);
  const Rect mark{cell.x + inset, base, cell.w - 2 * inset, wrong ? 1.5 : kEdge};
  stage.canvas().fill(mark, wrong ? Colour::Rust : Colour::Line, kEdge / 2);
  if (letter.empty()) return;
  const Rect room{cell.x - 3, cell.y, cell.w + 6, cell.h - 3};
  stage.canvas().paint_text(room, letter, digit_style(wrong),
                            {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

}  // namespace

double cells_height(Stage& stage, double width, const view::Typed& typed, const Cells& look) {
  const Theme& theme = stage.theme();
  const int count = static_cast<int>(letters_of(typed.value).size());
  const Grid grid = grid_in(stage, {0, 0, width, 0}, groups_for(look, count));
  const double one = std::max(theme.small_panel() ? 22.0 : 27.0, field_height(theme));
  const double more = theme.letter_mm(Type::T3, 1.05) * 1.1 + 3;
  return one + more * (static_cast<double>(grid.lines.size()) - 1);
}

void draw_cells(Stage& stage, const Rect& rect, const view::Typed& typed, const Cells& look) {
  Canvas& canvas = stage.canvas();
  const std::vector<std::string_view> letters = letters_of(typed.value);
  const int count = static_cast<int>(letters.size());
  const bool wrong = typed.problem.has_value();
  Entry entry =
      entry_of(stage, id_of(typed.field), Role::Field, look.label, {.smallest = Type::T3});
  entry.value = typed.value;
  const Touch touch = stage.ui.touchable(std::move(entry), rect);
  const Colour edge = wrong ? Colour::Rust : typed.active ? Colour::Blue : Colour::Ink;
  canvas.box(rect, {Colour::Card, edge, wrong || typed.active ? kStrong : kEdge, kR2});
  const std::vector<int> groups = groups_for(look, count);
  const Grid grid = grid_in(stage, rect, groups);
  const int cells = std::accumulate(groups.begin(), groups.end(), 0);
  for (int i = 0; i < cells; ++i) {
    const std::string_view letter =
        i < count ? letters[static_cast<std::size_t>(i)] : std::string_view{};
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

void add_cells(Flow& flow, Stage& stage, const view::Typed& typed, Cells look) {
  const double height = cells_height(stage, flow.width(), typed, look);
  flow.add(height, [&stage, &typed, look = std::move(look)](const Rect& r) {
    draw_cells(stage, r, typed, look);
  });
}

}  // namespace huimin::screens::resident
