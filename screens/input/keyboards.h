// The keyboards on the screen. Each fills the tray it is given and returns what was touched; it
// changes no text itself.
//
// Keys are "key.q", "key.delete", "key.mark.0"; candidates are "cand.0". Letters and digits are
// named by what stands on them in small letters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "screens/input/pinyin_engine.h"
#include "screens/locale/formats.h"
#include "screens/toolkit/text_field.h"
#include "screens/toolkit/ui.h"

namespace huimin::screens {

// What one touch asks for; at most one field is set.
struct KeyboardResult {
  std::string insert;          // UTF-8, at the caret
  bool delete_one = false;     // the character before the caret
  bool clear = false;          // everything in the field
  bool hide = false;           // put the keyboard away
  bool done = false;           // this field is finished
  bool write_by_hand = false;  // change to handwriting
  bool read_typed = false;     // read aloud what is in the field

  bool changes_text() const { return delete_one || clear || !insert.empty(); }
};

// Does the editing part. `max_characters` 0: no limit.
void apply(Edit& edit, const KeyboardResult& result, std::size_t max_characters = 0);

enum class KeyboardKind : std::uint8_t { Digits, Letters, Initials, Pinyin };

// Height of the tray, in mm: as in the mock-ups, and the least at which every key keeps its size.
double keyboard_height(const Theme& theme, KeyboardKind kind);
double keyboard_least_height(const Theme& theme, KeyboardKind kind);
// Least width of a tray with ten keys in a row.
inline constexpr double kKeyboardLeastWidth = 161;

// Numbers: identity numbers (X), amounts (the point), ages and phones (neither).
enum class DigitExtra : std::uint8_t { None, LetterX, Point };
KeyboardResult draw_digit_keyboard(Ui& ui, const Rect& tray, const Wording& wording,
                                   DigitExtra extra);

// Capital letters and digits, for numbers of permits and receipts.
KeyboardResult draw_letter_keyboard(Ui& ui, const Rect& tray, const Wording& wording);

// First letters of syllables. Letters that are not in `useful` keep their place and are flat.
KeyboardResult draw_initials_keyboard(Ui& ui, const Rect& tray, const Wording& wording,
                                      std::string_view useful);

// Belongs to the field in use; a new field starts with a new one and a cleared engine.
struct PinyinState {
  enum class Page : std::uint8_t { Letters, Digits, Marks };
  Page page = Page::Letters;
  std::string letters;                // what the candidates were drawn for
  std::size_t first = 0;              // candidate at the left
  std::vector<std::size_t> earlier;   // the same of the pages before
};

struct PinyinKeyboard {
  PinyinEngine& engine;
  Wording wording;
  PinyinMode mode = PinyinMode::Words;
  bool offers_handwriting = false;
  bool offers_reading = false;
};
// While something is typed, engine.letters() belongs into the field, underlined, at its caret
// (FieldLook::composing).
KeyboardResult draw_pinyin_keyboard(Ui& ui, const Rect& tray, const PinyinKeyboard& keyboard,
                                    PinyinState& state);

}  // namespace huimin::screens
