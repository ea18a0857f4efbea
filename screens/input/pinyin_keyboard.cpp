// The pinyin way of the text keyboard: a row of candidates, and pages of letters, digits and marks.
#include <algorithm>
#include <utility>

#include "screens/input/candidate_row.h"
#include "screens/input/keys.h"
#include "screens/input/typing_ways.h"
#include "screens/locale/characters.h"

namespace huimin::screens {
namespace {

using Page = PinyinState::Page;

constexpr double kSideKey = 1.6;   // beside the third row of letters
constexpr double kBottomKey = 1.65;
constexpr double kSpaceKey = 3.6;
// U+00B7, as the standard for names of nationalities writes it (GB/T 30432 and identity cards).
constexpr std::string_view kNameDot = "\u00B7";
constexpr std::size_t kMostChoices = 50;  // more than letters fit into the engine

struct Pad {
  Ui& ui;
  const PinyinWay& way;
  PinyinState& state;
  WayResult result = {};
};

Key word_key(const Pad& pad, std::string_view id, KeyKind kind = KeyKind::Function) {
  return screens::word_key(pad.way.wording, id, kind);
}

Key with(Key key, double weight, Icon icon = Icon::None) {
  key.weight = weight;
  key.icon = icon;
  return key;
}

// Takes the best candidates for everything that is typed. Letters that spell nothing stay letters.
std::string finish_composing(PinyinEngine& engine) {
  std::string text;
  for (std::size_t n = 0; n < kMostChoices && !engine.candidates(1).empty(); ++n) {
    text += engine.choose(0);
  }
  text += engine.letters();
  engine.clear();
  return text;
}

void insert(Pad& pad, std::string_view text) {
  pad.result.keyboard.insert = finish_composing(pad.way.engine) + std::string{text};
}

void press_space(Pad& pad) {
  const bool composing = pad.way.engine.is_composing();
  if (!composing) {
    pad.result.keyboard.insert = " ";
  } else if (!pad.way.engine.candidates(1).empty()) {
    pad.result.keyboard.insert = pad.way.engine.choose(0);
  }
}

void press_function(Pad& pad, std::string_view id) {
  auto& engine = pad.way.engine;
  auto& result = pad.result.keyboard;
  const bool other = pad.way.other && id == way_key_id(*pad.way.other);
  if (id == "delete") result.delete_one = !engine.backspace();
  if (id == "space") press_space(pad);
  if (id == "digits") pad.state.page = Page::Digits;
  if (id == "marks") pad.state.page = Page::Marks;
  if (id == "letters") pad.state.page = Page::Letters;
  if (id == "divider") engine.type('\'');
  if (id == "dot") insert(pad, kNameDot);
  if (id == "read_typed") result.read_typed = true;
  if (id == "hide") result.hide = true;
  if (other) pad.result.change = pad.way.other;
  if (id == "hide" || other) engine.clear();
}

void press(Pad& pad, const Key& key) {
  if (key.kind != KeyKind::Letter || key.id == "dot") return press_function(pad, key.id);
  if (pad.state.page == Page::Letters) pad.way.engine.type(key.id.front());
  else insert(pad, key.label);
}

void draw_row(Pad& pad, const Rect& row, const std::vector<Key>& keys, int number) {
  if (const auto touched = draw_keys(pad.ui, row, keys, number)) press(pad, keys[*touched]);
}

void draw_inset_row(Pad& pad, const Rect& row, const std::vector<Key>& keys) {
  if (const auto touched = draw_inset_keys(pad.ui, row, keys, 2)) press(pad, keys[*touched]);
}

// One key for each character of the text, at most `most`; `from` numbers their ids on.
std::vector<Key> mark_keys(const Pad& pad, std::string_view id, std::size_t from,
                           std::size_t most) {
  const Wording& wording = pad.way.wording;
  std::string_view marks = wording.texts.get(wording.language, "keyboard.marks." + std::string{id});
  std::vector<Key> keys;
  while (!marks.empty() && keys.size() < most) {
    const std::size_t size = std::max<std::size_t>(1, first_character_size(marks));
    keys.push_back({.id = "mark." + std::to_string(from + keys.size()),
                    .label = std::string{marks.substr(0, size)}});
    marks.remove_prefix(size);
  }
  return keys;
}

// The two keys of words beside the third row: the other way, or the divider; and delete.
std::pair<Key, Key> side_keys(const Pad& pad) {
  const auto& other = pad.way.other;
  Key left = word_key(pad, other ? way_key_id(*other) : "divider");
  const Icon icon = other ? way_icon(*other) : Icon::None;
  return {with(std::move(left), kSideKey, icon),
          with(word_key(pad, "delete"), kSideKey, Icon::Backspace)};
}

// Where their words have too little room beside seven letters, they stand in the last row.
bool words_beside_letters(const Pad& pad, double row_mm) {
  const double letters = 7 * letter_key_width(row_mm) + 8 * key_gap();
  const double beside = (row_mm - letters) / 2;
  const auto [left, right] = side_keys(pad);
  return key_fits(pad.ui, left, beside) && key_fits(pad.ui, right, beside);
}

void draw_third_row(Pad& pad, const Rect& row, std::vector<Key> middle) {
  if (!words_beside_letters(pad, row.w)) {
    const double whole = row.w + key_gap();
    const double width = whole * static_cast<double>(std::max<std::size_t>(7, middle.size())) / 10;
    return draw_row(pad, row.inset((whole - width) / 2, 0), middle, 3);
  }
  auto [left, right] = side_keys(pad);
  middle.insert(middle.begin(), std::move(left));
  middle.push_back(std::move(right));
  draw_row(pad, row, middle, 3);
}

void draw_page(Pad& pad, std::span<const Rect> rows) {
  switch (pad.state.page) {
    case Page::Letters:
      draw_row(pad, rows[0], letter_keys("qwertyuiop"), 1);
      draw_inset_row(pad, rows[1], letter_keys("asdfghjkl"));
      draw_third_row(pad, rows[2], letter_keys("zxcvbnm"));
      return;
    case Page::Digits:
      draw_row(pad, rows[0], letter_keys("12345"), 1);
      draw_row(pad, rows[1], letter_keys("67890"), 2);
      draw_third_row(pad, rows[2], letter_keys("-/.#"));
      return;
    case Page::Marks:
      draw_row(pad, rows[0], mark_keys(pad, "first", 0, 10), 1);
      draw_inset_row(pad, rows[1], mark_keys(pad, "second", 10, 9));
      draw_third_row(pad, rows[2], mark_keys(pad, "third", 19, 7));
      return;
  }
}

// A name holds no digits, but may hold a dot.
Key first_bottom_key(const Pad& pad) {
  if (!pad.way.name) return word_key(pad, pad.state.page == Page::Digits ? "letters" : "digits");
  Key dot{.id = "dot", .label = std::string{kNameDot}};
  const Wording& wording = pad.way.wording;
  dot.spoken = wording.texts.get(wording.language, "keyboard.dot");
  return dot;
}

// The other way before the space bar, delete behind it, each as wide as its word needs.
void add_side_keys(const Pad& pad, const Rect& row, std::vector<Key>& keys) {
  auto [other, erase] = side_keys(pad);
  keys.insert(keys.begin() + 2, std::move(other));
  keys.push_back(std::move(erase));
  double left = row.w - key_gap() * static_cast<double>(keys.size() - 1);
  for (Key& key : keys) {
    key.weight = std::max(kLeastKey, key_width(pad.ui, key));
    left -= key.weight;
  }
  for (Key& key : keys) key.weight += left / static_cast<double>(keys.size());
}

void draw_bottom_row(Pad& pad, const Rect& row) {
  std::vector<Key> keys{first_bottom_key(pad),
                        word_key(pad, pad.state.page == Page::Marks ? "letters" : "marks")};
  for (Key& key : keys) key.weight = kBottomKey;
  const bool reading = pad.way.offers_reading;
  // Beside the answers the keyboard covers nothing and stays.
  const bool hiding = pad.ui.theme().portrait();
  const double space = kSpaceKey + (reading ? 0 : kBottomKey) + (hiding ? 0 : kBottomKey);
  keys.push_back(with(word_key(pad, "space", KeyKind::Space), space));
  if (reading) keys.push_back(with(word_key(pad, "read_typed"), kBottomKey, Icon::VolumeUp));
  if (hiding) keys.push_back(with(word_key(pad, "hide"), kBottomKey, Icon::KeyboardHide));
  if (!words_beside_letters(pad, row.w)) add_side_keys(pad, row, keys);
  draw_row(pad, row, keys, 4);
}

// Other letters have other candidates, which begin at their first page.
void follow_letters(const PinyinEngine& engine, PinyinState& state) {
  const bool same = state.letters == engine.letters();
  if (same && state.first < engine.candidates(state.first + 1).size()) return;
  state.letters = engine.letters();
  state.first = 0;
  state.earlier.clear();
}

}  // namespace

WayResult draw_pinyin_way(Ui& ui, const Rect& tray, const PinyinWay& way, PinyinState& state) {
  follow_letters(way.engine, state);
  Pad pad{ui, way, state};
  Rect inside = draw_tray(ui, tray);
  const double keys = 4 * kTouch + 4 * key_gap();
  const double wanted = candidate_row_height(ui.theme(), tray.w);
  const double least = candidate_row_least_height(ui.theme());
  const Rect row = inside.cut_top(std::clamp(inside.h - keys, least, wanted), key_gap());
  if (const auto chosen = draw_candidate_row(ui, row, way, state)) {
    pad.result.keyboard.insert = way.engine.choose(*chosen);
  }
  const auto rows = inside.rows(4, key_gap());
  draw_page(pad, rows);
  draw_bottom_row(pad, rows[3]);
  follow_letters(way.engine, state);
  return pad.result;
}

}  // namespace huimin::screens
