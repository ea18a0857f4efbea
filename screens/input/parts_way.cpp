// Parts: first a part of the character, then how many strokes stand beside it, then the character.
// Every character the terminal knows can be found so, whatever it is read as.
#include <algorithm>

#include "screens/input/candidate_grid.h"
#include "screens/input/keys.h"
#include "screens/input/typing_ways.h"

namespace huimin::screens {
namespace {

using Asking = PartsState::Asking;

constexpr double kPartWidth = 22;   // as a letter key of the whole width
constexpr double kPromptGap = 1.5;

struct Places {
  Rect tabs, prompt, body, keys;
};

// What one frame works on.
struct Desk {
  Ui& ui;
  const ShapeWay& way;
  const CharactersByParts& table;
  PartsState& state;
  WayResult result = {};
};

// Things of equal size, as many as fit.
struct Grid {
  int columns;
  int rows;
  std::size_t page() const {
    return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
  }
};

Grid key_grid(const Theme& theme, const Rect& rect) {
  const double width = std::max(kLeastKey, std::min(kPartWidth, rect.w / 7));
  const double height = std::max(kLeastKey, 1.3 * theme.letter_mm(Type::T3));
  const auto fit = [](double length, double cell) {
    return std::max(1, static_cast<int>((length + key_gap() + 0.01) / (cell + key_gap())));
  };
  return {fit(rect.w, std::max(width, 1.3 * theme.letter_mm(Type::T3))), fit(rect.h, height)};
}

std::string text_of(const Desk& desk, std::string_view id) {
  return std::string{desk.way.wording.texts.get(desk.way.wording.language, id)};
}

void ask(PartsState& state, Asking asking) {
  state.asking = asking;
  state.first = 0;
}

// Keys from state.first on, in a grid; the index of the one that was touched.
std::optional<std::size_t> draw_key_grid(Desk& desk, const Rect& rect,
                                         std::span<const Key> keys) {
  const Grid grid = key_grid(desk.ui.theme(), rect);
  std::optional<std::size_t> touched;
  std::size_t index = desk.state.first;
  int number = 3;
  for (const Rect& row : rect.rows(grid.rows, key_gap())) {
    if (index >= keys.size()) break;
    const auto count = std::min(static_cast<std::size_t>(grid.columns), keys.size() - index);
    Rect places = row;
    const double step = (row.w + key_gap()) / grid.columns;
    places.w = step * static_cast<double>(count) - key_gap();
    const auto hit = draw_keys(desk.ui, places, keys.subspan(index, count), number++);
    if (hit) touched = index + *hit;
    index += count;
  }
  return touched;
}

// --- Which part?

std::vector<std::size_t> parts_shown(const Desk& desk) {
  std::vector<std::size_t> shown;
  const auto& parts = desk.table.parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].strokes == desk.state.part_strokes) shown.push_back(i);
  }
  return shown;
}

std::vector<Key> stroke_tabs(const Desk& desk) {
  std::vector<Key> keys;
  for (int n = 1; n <= CharactersByParts::kMostPartStrokes; ++n) {
    const std::string number = std::to_string(n);
    const bool last = n == CharactersByParts::kMostPartStrokes;
    keys.push_back({.id = "part_strokes." + number,
                    .label = last ? number + "+" : number,
                    .selected = n == desk.state.part_strokes});
  }
  return keys;
}

std::vector<Key> part_keys(const Desk& desk, std::span<const std::size_t> shown) {
  std::vector<Key> keys;
  for (const std::size_t i : shown) {
    keys.push_back({.id = "part." + std::to_string(i), .label = desk.table.parts()[i].shape});
  }
  return keys;
}

// Returns how many things one page holds and how many there are.
struct Paged {
  std::size_t page;
  std::size_t all;
};

// One row, or two where the letters are too large for ten in a row.
std::optional<std::size_t> draw_stroke_tabs(Desk& desk, Rect& body) {
  const double height = std::max(kLeastKey, 1.25 * desk.ui.theme().letter_mm(Type::T3));
  const auto tabs = stroke_tabs(desk);
  const std::span<const Key> all{tabs};
  const double key = (body.w - 9 * key_gap()) / 10;
  if (key_fits(desk.ui, tabs.back(), key)) {
    return draw_keys(desk.ui, body.cut_top(height, 2 * key_gap()), all, 2);
  }
  const auto low = draw_keys(desk.ui, body.cut_top(height, key_gap()), all.first(5), 2);
  const auto high = draw_keys(desk.ui, body.cut_top(height, 2 * key_gap()), all.last(5), 2);
  return high ? std::optional{*high + 5} : low;
}

Paged draw_parts(Desk& desk, Rect body) {
  const auto strokes = draw_stroke_tabs(desk, body);
  const auto shown = parts_shown(desk);
  const auto part = draw_key_grid(desk, body, part_keys(desk, shown));
  if (strokes) {
    desk.state.part_strokes = static_cast<int>(*strokes) + 1;
    desk.state.first = 0;
  } else if (part) {
    desk.state.part = shown[*part];
    ask(desk.state, Asking::Strokes);
  }
  return {key_grid(desk.ui.theme(), body).page(), shown.size()};
}

// --- How many strokes?

Paged draw_strokes(Desk& desk, const Rect& body) {
  const auto numbers = desk.table.strokes(desk.state.part);
  std::vector<Key> keys;
  for (const int n : numbers) {
    keys.push_back({.id = "strokes." + std::to_string(n), .label = std::to_string(n)});
  }
  if (const auto touched = draw_key_grid(desk, body, keys)) {
    desk.state.candidates = desk.table.characters(desk.state.part, numbers[*touched]);
    ask(desk.state, Asking::Character);
  }
  return {key_grid(desk.ui.theme(), body).page(), keys.size()};
}

// --- Which character?

Paged draw_characters(Desk& desk, const Rect& body) {
  const CandidateGrid grid{desk.state.candidates, &desk.table, /*first_is_best=*/false};
  const auto chosen = draw_candidate_grid(desk.ui, body, grid, desk.state.first);
  const Paged paged{candidates_that_fit(desk.ui, body), desk.state.candidates.size()};
  if (chosen) {
    desk.result.keyboard.insert = desk.state.candidates[*chosen];
    desk.state = {};
  }
  return paged;
}

// --- Around them.

std::string prompt_of(const Desk& desk) {
  switch (desk.state.asking) {
    case Asking::Part: return text_of(desk, "keyboard.parts.which");
    case Asking::Strokes:
      if (!desk.state.part) return text_of(desk, "keyboard.parts.all_strokes");
      return desk.way.wording.texts.format(desk.way.wording.language, "keyboard.parts.strokes",
                                         {{"part", desk.table.parts()[*desk.state.part].shape}});
    case Asking::Character: return text_of(desk, "keyboard.parts.character");
  }
  return {};
}

// Of the first question; shorter where it does not fit on its line.
std::string shown_prompt(Desk& desk, const TextStyle& style, double width) {
  const std::string prompt = prompt_of(desk);
  if (desk.state.asking != Asking::Part) return prompt;
  if (desk.ui.canvas().measure(prompt, style).width <= width) return prompt;
  return text_of(desk, "keyboard.parts.which.short");
}

// In the first question the left key goes on without a part, later it goes back.
Key left_key(const Desk& desk) {
  const bool first = desk.state.asking == Asking::Part;
  Key key = word_key(desk.way.wording, first ? "no_part" : "part_again");
  if (!first) key.icon = Icon::RestartAlt;
  return key;
}

void press_left(Desk& desk) {
  const bool first = desk.state.asking == Asking::Part;
  if (first) desk.state.part.reset();
  desk.state.candidates.clear();
  ask(desk.state, first ? Asking::Strokes : Asking::Part);
}

void draw_bottom_keys(Desk& desk, const Rect& row, const Paged& paged) {
  std::vector<Key> keys{left_key(desk), word_key(desk.way.wording, "previous_page"),
                        word_key(desk.way.wording, "next_page"),
                        word_key(desk.way.wording, "delete")};
  keys[1].icon = Icon::ArrowBack;
  keys[2].icon = Icon::ArrowForward;
  keys[3].icon = Icon::Backspace;
  keys[0].weight = 1.15;
  keys[1].enabled = desk.state.first > 0;
  keys[2].enabled = desk.state.first + paged.page < paged.all;
  const auto touched = draw_keys(desk.ui, row, keys, 9);
  if (!touched) return;
  if (*touched == 0) press_left(desk);
  if (*touched == 1) turn_page(desk.state.first, paged.page, false);
  if (*touched == 2) turn_page(desk.state.first, paged.page, true);
  if (*touched == 3) desk.result.keyboard.delete_one = true;
}

Places places_in(const Theme& theme, Rect inside) {
  Places places;
  const double row = way_row_height(theme, inside);
  places.tabs = inside.cut_top(row, key_gap());
  places.keys = inside.cut_bottom(row, key_gap());
  places.prompt = inside.cut_top(1.4 * theme.letter_mm(Type::T1), kPromptGap);
  places.body = inside;
  return places;
}

}  // namespace

double way_row_height(const Theme& theme, const Rect& inside) {
  const double least = std::max(kLeastKey, 1.3 * theme.letter_mm(Type::T1));
  return std::clamp(inside.h * 0.1, least, std::max(least, key_height(theme)));
}

WayResult draw_parts_way(Ui& ui, const Rect& tray, const ShapeWay& way, PartsState& state) {
  const CharactersByParts* table = way.engines.parts();
  if (!table) return {};
  Desk desk{ui, way, *table, state};
  const Places places = places_in(ui.theme(), draw_tray(ui, tray));
  desk.result.change = draw_way_tabs(ui, places.tabs, way, TypingWay::Parts);
  const TextStyle style{.weight = Weight::Bold, .line_height = 1.2, .ground = Colour::Tray};
  ui.canvas().text(places.prompt, shown_prompt(desk, style, places.prompt.w), style,
                   {.vertical = VerticalAlign::Middle, .max_lines = 1, .id = "keyboard.prompt"});
  Paged paged{};
  switch (state.asking) {
    case Asking::Part: paged = draw_parts(desk, places.body); break;
    case Asking::Strokes: paged = draw_strokes(desk, places.body); break;
    case Asking::Character: paged = draw_characters(desk, places.body); break;
  }
  draw_bottom_keys(desk, places.keys, paged);
  return desk.result;
}

}  // namespace huimin::screens
