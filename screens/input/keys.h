// Rows of keys on a tray: the parts all keyboards are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "screens/locale/formats.h"
#include "screens/toolkit/ui.h"
#include "screens/toolkit/widgets.h"

namespace huimin::screens {

enum class KeyKind : std::uint8_t {
  Letter,    // card ground, large letter
  Digit,     // the same, larger: a pad of digits has room
  Function,  // paper ground, word
  Space,     // card ground, word
  Act,       // filled
};

struct Key {
  std::string id;     // without "key."
  std::string label;  // one letter or a short word
  KeyKind kind = KeyKind::Letter;
  double weight = 1;  // share of the row's width
  Icon icon = Icon::None;  // before the word, if there is room for both
  bool enabled = true;     // false: flat, keeps its place
  bool selected = false;   // filled: this one is on
  std::string spoken = {}; // read aloud, where the label says nothing to the ear
};

// One letter key for each character: 'q' -> "key.q". `capital`: 'q' is labelled "Q".
std::vector<Key> letter_keys(std::string_view letters, bool capital = false);

// Between two keys and between two rows, in mm; the least gap of two things to touch is 2.54 mm
// (US VVSG 2.0, 7.2-I).
double key_gap();

// Least side of a key that is placed by dividing a length: it stays large enough on whole pixels.
inline constexpr double kLeastKey = kTouch + 0.3;

// Paints the ground and returns the place for keys within its padding.
Rect draw_tray(Ui& ui, const Rect& tray);
// Padding above plus below.
double tray_padding_height();
// Height of one row as in the mock-ups.
double key_height(const Theme& theme);

// The index of the key that was touched. `number` of the row, from 1: the keypad jumps from row to
// row.
std::optional<std::size_t> draw_keys(Ui& ui, const Rect& row, std::span<const Key> keys,
                                     int number);
// Inset by half a key of a row of ten on both sides, as the second row of letters is.
std::optional<std::size_t> draw_inset_keys(Ui& ui, const Rect& row, std::span<const Key> keys,
                                           int number);

// A word key: `id` also names its text, keyboard.<id>.
Key word_key(const Wording& wording, std::string_view id, KeyKind kind = KeyKind::Function);

// The largest letter size factor, at most `factor`, at which the text fits this width.
double fitting_factor(Ui& ui, std::string_view text, const TextStyle& style, double width_mm);

// Width the word of this key needs, so that it is not made smaller; and whether it has it.
double key_width(Ui& ui, const Key& key);
bool key_fits(Ui& ui, const Key& key, double width_mm);

// Width of one of ten keys in a row.
double letter_key_width(double row_mm);

// A key with an icon only; `label` is for reading aloud. In a row that has room for no word.
bool draw_icon_key(Ui& ui, const Rect& rect, const Key& key, std::string_view group);

}  // namespace huimin::screens
