// The keyboards that need no engine: digits, letters, initials.
#include "screens/input/keyboards.h"

#include <algorithm>

#include "screens/input/keys.h"

namespace huimin::screens {
namespace {

constexpr double kSideKey = 1.6;  // of a letter's width, as on the third row of the mock-ups
constexpr std::string_view kFirstRow = "qwertyuiop";
constexpr std::string_view kSecondRow = "asdfghjkl";
constexpr std::string_view kThirdRow = "zxcvbnm";

Key delete_key(const Wording& wording) {
  Key key = word_key(wording, "delete");
  key.icon = Icon::Backspace;
  return key;
}

std::vector<Key> digit_keys(std::string_view digits) {
  auto keys = letter_keys(digits);
  for (Key& key : keys) key.kind = KeyKind::Digit;
  return keys;
}

Key extra_key(DigitExtra extra) {
  if (extra == DigitExtra::Point) return {.id = "point", .label = ".", .kind = KeyKind::Digit};
  return {.id = "x", .label = "X", .kind = KeyKind::Digit};
}

KeyboardResult result_of(const Key& key) {
  KeyboardResult result;
  if (key.id == "delete") result.delete_one = true;
  else if (key.id == "clear") result.clear = true;
  else if (key.id == "done") result.done = true;
  else result.insert = key.label;
  return result;
}

// Draws keys row by row and remembers what was touched on any of them.
class Rows {
 public:
  explicit Rows(Ui& ui) : ui_{ui} {}

  void draw(const Rect& row, const std::vector<Key>& keys) {
    take(draw_keys(ui_, row, keys, ++row_), keys);
  }
  // More keys of the row before.
  void draw_beside(const Rect& row, const std::vector<Key>& keys) {
    take(draw_keys(ui_, row, keys, row_), keys);
  }
  void draw_inset(const Rect& row, const std::vector<Key>& keys) {
    take(draw_inset_keys(ui_, row, keys, ++row_), keys);
  }
  KeyboardResult result;

 private:
  void take(std::optional<std::size_t> touched, const std::vector<Key>& keys) {
    if (touched) result = result_of(keys[*touched]);
  }
  Ui& ui_;
  int row_ = 0;
};

std::vector<Key> between(Key left, std::vector<Key> keys, Key right) {
  left.weight = right.weight = kSideKey;
  keys.insert(keys.begin(), std::move(left));
  keys.push_back(std::move(right));
  return keys;
}

// The last row of the initials. Where its words have too little room beside the letters, one wide
// key takes letters away again, and none empties the field.
void draw_last_initials(Rows& drawn, Ui& ui, Rect row, const Wording& wording,
                        std::vector<Key> letters) {
  const Key clear = word_key(wording, "clear"), erase = delete_key(wording);
  const double letter = letter_key_width(row.w);
  const double beside = (row.w - 7 * letter - 8 * key_gap()) / 2;
  if (key_fits(ui, clear, beside) && key_fits(ui, erase, beside)) {
    return drawn.draw(row, between(clear, std::move(letters), erase));
  }
  const Rect places = row.cut_left(7 * letter + 6 * key_gap(), key_gap());
  drawn.draw(places, letters);
  drawn.draw_beside(row, {erase});
}

void flatten_useless(std::vector<Key>& keys, std::string_view useful) {
  for (Key& key : keys) key.enabled = useful.find(key.id) != useful.npos;
}

}  // namespace

void apply(Edit& edit, const KeyboardResult& result, std::size_t max_characters) {
  if (result.clear) edit = {};
  if (result.delete_one) erase_before(edit);
  if (!result.insert.empty()) insert(edit, result.insert, max_characters);
}

KeyboardResult draw_digit_keyboard(Ui& ui, const Rect& tray, const Wording& wording,
                                   DigitExtra extra) {
  Rect inside = draw_tray(ui, tray);
  const Key done = word_key(wording, "done", KeyKind::Act);
  const double quarter = (inside.w - 3 * key_gap()) / 4;
  Rect side = inside.cut_right(std::max(quarter, key_width(ui, done)), key_gap());
  const auto rows = inside.rows(4, key_gap());
  Rows drawn{ui};
  drawn.draw(rows[0], digit_keys("123"));
  drawn.draw(rows[1], digit_keys("456"));
  drawn.draw(rows[2], digit_keys("789"));
  Rect last = rows[3];
  const double one_key = (last.w - 2 * key_gap()) / 3;
  if (extra != DigitExtra::None) {
    drawn.draw(last.cut_left(one_key, key_gap()), {extra_key(extra)});
    drawn.draw_beside(last, digit_keys("0"));
  } else {
    drawn.draw(last, digit_keys("0"));
  }
  const auto halves = side.rows(2, key_gap());
  drawn.draw(halves[0], {delete_key(wording)});
  drawn.draw(halves[1], {done});
  return drawn.result;
}

KeyboardResult draw_letter_keyboard(Ui& ui, const Rect& tray, const Wording& wording) {
  const auto rows = draw_tray(ui, tray).rows(4, key_gap());
  Rows drawn{ui};
  drawn.draw(rows[0], letter_keys("1234567890"));
  drawn.draw(rows[1], letter_keys(kFirstRow, /*capital=*/true));
  drawn.draw_inset(rows[2], letter_keys(kSecondRow, /*capital=*/true));
  drawn.draw(rows[3], between(delete_key(wording), letter_keys(kThirdRow, /*capital=*/true),
                              word_key(wording, "done", KeyKind::Act)));
  return drawn.result;
}

KeyboardResult draw_initials_keyboard(Ui& ui, const Rect& tray, const Wording& wording,
                                      std::string_view useful) {
  const auto rows = draw_tray(ui, tray).rows(3, key_gap());
  auto first = letter_keys(kFirstRow);
  auto second = letter_keys(kSecondRow);
  auto third = letter_keys(kThirdRow);
  for (auto* keys : {&first, &second, &third}) flatten_useless(*keys, useful);
  Rows drawn{ui};
  drawn.draw(rows[0], first);
  drawn.draw_inset(rows[1], second);
  draw_last_initials(drawn, ui, rows[2], wording, std::move(third));
  return drawn.result;
}

}  // namespace huimin::screens
