#include "screens/input/candidate_grid.h"

#include <algorithm>

#include "screens/input/keys.h"
#include "screens/toolkit/skin.h"

namespace huimin::screens {
namespace {

constexpr double kCharacterFactor = 1.2;  // of T3
constexpr double kRadius = 3.5;
constexpr double kPadding = 1.2;
constexpr std::string_view kWidestReading = "zhu\u0101ng";

// Words under characters would leave no room for two of them.
bool shows_readings(const Theme& theme) { return !(theme.extra_large() && theme.small_panel()); }

TextStyle character_style(Weight weight, Colour colour) {
  return {.type = Type::T3,
          .weight = weight,
          .colour = colour,
          .factor = kCharacterFactor,
          .line_height = 1.15};
}

TextStyle reading_style(Colour colour) {
  return {.type = Type::T0, .colour = colour, .line_height = 1.2};
}

double character_height(const Theme& theme) {
  return theme.letter_mm(Type::T3, kCharacterFactor) * 1.15;
}

double reading_height(const Theme& theme) {
  return shows_readings(theme) ? theme.letter_mm(Type::T0) * 1.2 : 0;
}

double cell_height(const Theme& theme) {
  return std::max(kLeastKey, character_height(theme) + reading_height(theme) + 2 * kPadding);
}

int count_in(double length, double cell) {
  return std::max(1, static_cast<int>((length + key_gap() + 0.01) / (cell + key_gap())));
}

struct Cell {
  std::string_view text;
  std::string_view reading;
  bool best = false;
};

Entry cell_entry(const Ui& ui, std::string id, const Cell& cell) {
  const Theme& theme = ui.theme();
  Entry entry = entry_for(ui, id, Role::Candidate, cell.text);
  entry.group = "candidates";
  if (cell.best) entry.value = "on";
  const bool has_reading = !cell.reading.empty() && shows_readings(theme);
  entry.cap_mm = has_reading ? theme.cap_mm(Type::T0) : theme.cap_mm(Type::T3, kCharacterFactor);
  return entry;
}

bool draw_cell(Ui& ui, const std::string& id, const Rect& rect, const Cell& cell) {
  const ButtonKind kind = cell.best ? ButtonKind::Filled : ButtonKind::Quiet;
  Entry entry = cell_entry(ui, id, cell);
  colours_of(ui, entry, button_skin(ui.theme(), kind, true, false));
  const Touch touch = ui.touchable(std::move(entry), rect);
  const Skin skin = button_skin(ui.theme(), kind, true, touch.pressed);
  ui.canvas().box(rect, skin.box(kRadius));
  Rect inside = rect.inset(kPadding, 0);
  const double words = character_height(ui.theme()) + reading_height(ui.theme());
  inside.cut_top(std::max(0.0, (rect.h - words) / 2));
  const auto weight = cell.best ? Weight::Bold : Weight::Regular;
  const TextPlace middle{.align = Align::Centre};
  ui.canvas().paint_text(inside.cut_top(character_height(ui.theme())), cell.text,
                         character_style(weight, skin.ink), middle);
  if (shows_readings(ui.theme()) && !cell.reading.empty()) {
    ui.canvas().paint_text(inside, cell.reading, reading_style(skin.ink), middle);
  }
  if (touch.focused) ui.focus_ring(rect, kRadius, Colour::Tray);
  return touch.clicked;
}

}  // namespace

double candidate_cell_width(Ui& ui) {
  const double least = std::max(kLeastKey, ui.theme().letter_mm(Type::T3, kCharacterFactor) * 1.2);
  if (!shows_readings(ui.theme())) return least;
  const double reading = ui.canvas().measure(kWidestReading, reading_style(Colour::Ink)).width;
  return std::max(least, reading + 2 * kPadding);
}

std::size_t candidates_that_fit(Ui& ui, const Rect& rect) {
  const int columns = count_in(rect.w, candidate_cell_width(ui));
  const int rows = count_in(rect.h, cell_height(ui.theme()));
  return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
}

std::optional<std::size_t> draw_candidate_grid(Ui& ui, const Rect& rect, const CandidateGrid& grid,
                                               std::size_t first) {
  const int columns = count_in(rect.w, candidate_cell_width(ui));
  const int rows = count_in(rect.h, cell_height(ui.theme()));
  std::optional<std::size_t> touched;
  std::size_t index = first;
  for (const Rect& row : rect.rows(rows, key_gap())) {
    for (const Rect& place : row.columns(columns, key_gap())) {
      if (index >= grid.texts.size()) return touched;
      const std::string& text = grid.texts[index];
      const Cell cell{text, grid.readings ? grid.readings->reading(text) : std::string_view{},
                      grid.first_is_best && index == 0};
      if (draw_cell(ui, "cand." + std::to_string(index), place, cell)) touched = index;
      ++index;
    }
  }
  return touched;
}

void turn_page(std::size_t& first, std::size_t page, bool forward) {
  if (forward) first += page;
  else first -= std::min(first, page);
}

}  // namespace huimin::screens
