// Handwriting: a square to write in, what was read from it, and the keys to mend the writing.
//
// It says that it is the second way: it knows no rare characters and takes joined strokes for
// something else. From here it is one touch to the parts.
#include <algorithm>

#include "screens/input/candidate_grid.h"
#include "screens/input/keys.h"
#include "screens/input/typing_ways.h"

namespace huimin::screens {
namespace {

// More are never looked through; the model's twentieth guess is hardly ever right.
constexpr std::size_t kMostCandidates = 40;
constexpr double kLeastPad = 70;
constexpr double kPen = 3;

struct Places {
  Rect tabs, pad, candidates, pages, keys;
};

Places places_in(Ui& ui, Rect inside) {
  Places places;
  const double row = way_row_height(ui.theme(), inside);
  places.tabs = inside.cut_top(row, key_gap());
  places.keys = inside.cut_bottom(row, key_gap());
  // Two columns of candidates beside the square, if it stays large enough to write in.
  const double cell = candidate_cell_width(ui);
  const double beside_two = inside.w - 2 * cell - 2 * key_gap();
  const double most = beside_two >= kLeastPad ? beside_two : inside.w - cell - key_gap();
  places.pad = inside.cut_left(std::min(inside.h, most), key_gap());
  places.pad.h = std::min(places.pad.h, places.pad.w);
  places.pages = inside.cut_bottom(std::min(row, kPrimaryTouch), key_gap());
  places.candidates = inside;
  return places;
}

std::string text_of(const ShapeWay& way, std::string_view id) {
  return std::string{way.wording.texts.get(way.wording.language, id)};
}

// What one frame works on.
struct Desk {
  Ui& ui;
  const ShapeWay& way;
  HandwritingState& state;
  WayResult result = {};
};

void forget_writing(HandwritingState& state) {
  state.ink.clear();
  state.candidates.clear();
  state.first = 0;
}

void read_again(Desk& desk) {
  desk.state.first = 0;
  desk.state.candidates = desk.way.engines.handwriting()->read(desk.state.ink, kMostCandidates);
}

// Takes what was chosen into the text and makes room for the next character.
void take(Desk& desk, std::size_t index) {
  desk.result.keyboard.insert = desk.state.candidates[index];
  forget_writing(desk.state);
}

// As many words as there is room for; at least the icon of the parts.
bool draw_none_of_these(Desk& desk, const Rect& row) {
  std::vector<Key> keys{word_key(desk.way.wording, "none_of_these")};
  const std::string shorter = text_of(desk.way, "keyboard.parts");
  if (!key_fits(desk.ui, keys[0], row.w)) keys[0].label = shorter;
  if (key_fits(desk.ui, keys[0], row.w)) return draw_keys(desk.ui, row, keys, 2).has_value();
  keys[0].icon = way_icon(TypingWay::Parts);
  return draw_icon_key(desk.ui, row, keys[0], "candidates");
}

// Page forward and back; behind the last page the parts, as the character may not be known here.
void draw_pages(Desk& desk, Rect row, std::size_t page) {
  auto& [ui, way, state, result] = desk;
  const bool more = state.first + page < state.candidates.size();
  if (state.first > 0) {
    const std::string label = text_of(way, "keyboard.previous");
    const Rect place = row.cut_left((row.w - key_gap()) / 2, key_gap());
    const Key key{.id = "previous", .label = label, .icon = Icon::ArrowBack};
    if (draw_icon_key(ui, place, key, "candidates")) turn_page(state.first, page, false);
  }
  if (more) {
    const std::string label = text_of(way, "keyboard.more");
    const Key key{.id = "more", .label = label, .icon = Icon::ChevronRight};
    if (draw_icon_key(ui, row, key, "candidates")) turn_page(state.first, page, true);
  } else if (way.engines.offers(TypingWay::Parts)) {
    if (draw_none_of_these(desk, row)) result.change = TypingWay::Parts;
  }
}

// As much of it as there is room for.
void draw_note(Desk& desk, const Rect& rect) {
  const TextStyle style{.type = Type::T0, .line_height = 1.35, .ground = Colour::Tray};
  const bool parts = desk.way.engines.offers(TypingWay::Parts);
  std::string note =
      text_of(desk.way, parts ? "keyboard.handwriting.note" : "keyboard.handwriting.alone");
  const bool fits = desk.ui.canvas().measure(note, style, rect.w).height <= rect.h;
  if (!fits && parts) note = text_of(desk.way, "keyboard.handwriting.short");
  desk.ui.canvas().text(rect, note, style, {.id = "keyboard.note"});
}

void draw_candidates(Desk& desk, const Places& places) {
  const std::size_t page = candidates_that_fit(desk.ui, places.candidates);
  const CandidateGrid grid{desk.state.candidates, desk.way.engines.parts()};
  const auto chosen = draw_candidate_grid(desk.ui, places.candidates, grid, desk.state.first);
  draw_pages(desk, places.pages, page);
  if (chosen) take(desk, *chosen);
}

// "Take" and the first candidate; where there is no room, the candidate alone.
Key take_key(Desk& desk, double width) {
  const Wording& wording = desk.way.wording;
  Key key = word_key(wording, "take_first", KeyKind::Act);
  key.enabled = !desk.state.candidates.empty();
  if (!key.enabled) return key;
  const std::string& first = desk.state.candidates.front();
  key.label = wording.texts.format(wording.language, "keyboard.take_this", {{"character", first}});
  if (!key_fits(desk.ui, key, width)) key.label = first;
  return key;
}

void draw_bottom_keys(Desk& desk, const Rect& row) {
  auto& state = desk.state;
  const Wording& wording = desk.way.wording;
  std::vector<Key> keys{word_key(wording, "undo_stroke"), word_key(wording, "write_again"),
                        word_key(wording, "delete"), take_key(desk, row.w * 0.26)};
  keys[0].icon = Icon::Undo;
  keys[1].icon = Icon::Refresh;
  keys[2].icon = Icon::Backspace;
  keys[0].enabled = keys[1].enabled = !state.ink.empty();
  keys[0].weight = keys[3].weight = 1.15;
  const auto touched = draw_keys(desk.ui, row, keys, 3);
  if (!touched) return;
  if (*touched == 0) {
    state.ink.undo();
    read_again(desk);
  }
  if (*touched == 1) forget_writing(state);
  if (*touched == 2) desk.result.keyboard.delete_one = true;
  if (*touched == 3) take(desk, 0);
}

}  // namespace

WayResult draw_handwriting_way(Ui& ui, const Rect& tray, const ShapeWay& way,
                               HandwritingState& state) {
  Desk desk{ui, way, state};
  const Places places = places_in(ui, draw_tray(ui, tray));
  desk.result.change = draw_way_tabs(ui, places.tabs, way, TypingWay::Handwriting);
  const std::string label = text_of(way, "keyboard.write_here");
  const PadLook look{.label = label, .pen_mm = kPen, .base_line = false, .grid = true};
  if (signature_pad(ui, "handwriting.pad", places.pad, state.ink, look)) read_again(desk);
  if (state.candidates.empty()) {
    Rect whole = places.candidates;
    whole.h = places.pages.bottom() - whole.y;
    draw_note(desk, whole.inset(1, 0));
  } else {
    draw_candidates(desk, places);
  }
  draw_bottom_keys(desk, places.keys);
  return desk.result;
}

}  // namespace huimin::screens
