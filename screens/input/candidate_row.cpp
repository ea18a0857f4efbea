#include "screens/input/candidate_row.h"

#include <algorithm>

#include "screens/input/keys.h"

namespace huimin::screens {
namespace {

constexpr std::string_view kGroup = "candidates";
constexpr double kNarrow = 170;       // trays beside the answers
constexpr double kArrowWidth = 22.8;  // as a short candidate
constexpr double kNarrowArrowWidth = 17.9;
// More of the row than this goes to candidates; a longer pinyin stands in the field only.
constexpr double kMostPinyin = 0.4;
constexpr double kCandidateFactor = 0.957;  // of T3: 44 px of 46

// Measures of one row; they follow from its whole width, not from what is left of it.
struct Measures {
  bool narrow;
  double arrow;   // width of an arrow, and least width of a candidate
  double margin;  // ground on both sides of the word together
};

// Letters and what hangs below them.
double pinyin_line(const Theme& theme) { return std::max(10.1, 1.2 * theme.letter_mm(Type::T1)); }

constexpr TextStyle kPinyin{.weight = Weight::Bold, .line_height = 1.2, .ground = Colour::Tray};

Measures measures_of(const Rect& whole) {
  const bool narrow = whole.w < kNarrow;
  return {narrow, narrow ? kNarrowArrowWidth : kArrowWidth, narrow ? 4.8 : 12.9};
}

Button candidate_look(std::string_view text, bool is_first) {
  Button look;
  look.label = text;
  look.kind = ButtonKind::Quiet;
  look.size = ButtonSize::Medium;
  look.selected = is_first;
  look.role = Role::Candidate;
  look.group = kGroup;
  look.type = Type::T3;
  look.factor = kCandidateFactor;
  look.ground = Colour::Tray;
  return look;
}

double candidate_width(Ui& ui, const Measures& measures, std::string_view text) {
  // The first one is bold; all are measured so, or the others would move when a page turns.
  const TextStyle style{
      .type = Type::T3, .weight = Weight::Bold, .factor = kCandidateFactor};
  return std::max(measures.arrow, ui.canvas().measure(text, style).width + measures.margin);
}

// Places for the candidates that fit; at least for one, if there is one.
std::vector<Rect> places_for(Ui& ui, Rect row, const Measures& measures,
                             std::span<const std::string> candidates) {
  std::vector<Rect> places;
  for (const auto& text : candidates) {
    const double width = candidate_width(ui, measures, text);
    if (width > row.w && !places.empty()) break;
    places.push_back(row.cut_left(std::min(width, row.w), key_gap()));
    if (row.w < measures.arrow) break;
  }
  return places;
}

// Cuts the pinyin, or the way back to the candidates before, off the left side.
void draw_left_end(Ui& ui, Rect& row, const PinyinWay& way, PinyinState& state) {
  const Measures measures = measures_of(row);
  const Wording& wording = way.wording;
  if (state.first > 0) {
    const Rect place = row.cut_left(measures.arrow, key_gap());
    const auto label = std::string{wording.texts.get(wording.language, "keyboard.previous")};
    if (draw_icon_key(ui, place, {.id = "previous", .label = label, .icon = Icon::ArrowBack},
                      kGroup)) {
      state.first = state.earlier.empty() ? 0 : state.earlier.back();
      if (!state.earlier.empty()) state.earlier.pop_back();
    }
    return;
  }
  const double width = ui.canvas().measure(way.engine.spelled(), kPinyin).width + 5;
  if (ui.theme().extra_large() || width > row.w * kMostPinyin) return;
  const Rect place = row.cut_left(width, key_gap());
  ui.canvas().text(place.inset(2, 0), way.engine.spelled(), kPinyin,
                   {.vertical = VerticalAlign::Middle, .max_lines = 1, .id = "keyboard.pinyin"});
}

// A line of its own, as beside it few candidates would fit.
void draw_pinyin_line(Ui& ui, Rect& row, const PinyinWay& way) {
  const double least = candidate_row_least_height(ui.theme());
  const double height = pinyin_line(ui.theme());
  if (ui.theme().extra_large() || row.h < height + least) return;
  const Rect line = row.cut_top(height, 0);
  const auto spelled = way.engine.spelled();
  if (ui.canvas().measure(spelled, kPinyin).width > line.w) return;
  ui.canvas().text(line.inset(1.2, 0), spelled, kPinyin,
                   {.vertical = VerticalAlign::Middle, .max_lines = 1, .id = "keyboard.pinyin"});
}

void draw_right_end(Ui& ui, const Rect& place, const Wording& wording, PinyinState& state,
                    std::size_t shown) {
  const auto label = std::string{wording.texts.get(wording.language, "keyboard.more")};
  if (!draw_icon_key(ui, place, {.id = "more", .label = label, .icon = Icon::ChevronRight},
                     kGroup)) {
    return;
  }
  state.earlier.push_back(state.first);
  state.first += shown;
}

}  // namespace

double candidate_row_height(const Theme& theme, double tray_width_mm) {
  if (theme.extra_large()) return 28.8;
  return tray_width_mm < kNarrow ? pinyin_line(theme) + 21.4 : 22.8;
}

double candidate_row_least_height(const Theme& theme) {
  return std::max(kTouch, 1.6 * theme.letter_mm(Type::T3, kCandidateFactor));
}

std::optional<std::size_t> draw_candidate_row(Ui& ui, const Rect& whole,
                                              const PinyinWay& way, PinyinState& state) {
  if (!way.engine.is_composing()) return std::nullopt;
  Rect row = whole;
  const Measures measures = measures_of(whole);
  if (measures.narrow) draw_pinyin_line(ui, row, way);
  // Read before an arrow turns the page: what is touched is what was drawn.
  const std::size_t first = state.first;
  if (!measures.narrow || first > 0) draw_left_end(ui, row, way, state);
  const Rect right_end = row.cut_right(measures.arrow, key_gap());
  // One more than can fit, to know whether there is more.
  const auto most = static_cast<std::size_t>(std::max(0.0, row.w) / measures.arrow) + 2;
  const auto candidates = way.engine.candidates(first + most).subspan(first);
  const auto places = places_for(ui, row, measures, candidates);
  std::optional<std::size_t> touched;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Button look = candidate_look(candidates[i], first + i == 0);
    const TextStyle style{.type = look.type, .weight = Weight::Bold, .factor = look.factor};
    look.factor = fitting_factor(ui, look.label, style, places[i].w - 2.4);
    if (button(ui, "cand." + std::to_string(first + i), places[i], look)) touched = first + i;
  }
  const bool has_more = places.size() < candidates.size();
  if (has_more) draw_right_end(ui, right_end, way.wording, state, places.size());
  return touched;
}

}  // namespace huimin::screens
