// The keyboards on the screen. Each fills the tray it is given and returns what was touched; it
// changes no text itself.
//
// Keys are "key.q", "key.delete", "key.mark.0"; candidates are "cand.0". Letters and digits are
// named by what stands on them in small letters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/input/text_engines.h"
#include "screens/locale/formats.h"
#include "screens/toolkit/signature_pad.h"
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
  bool read_typed = false;     // read aloud what is in the field

  bool changes_text() const { return delete_one || clear || !insert.empty(); }
};

// Does the editing part. `max_characters` 0: no limit.
void apply(Edit& edit, const KeyboardResult& result, std::size_t max_characters = 0);

enum class KeyboardKind : std::uint8_t { Digits, Letters, Initials, Pinyin };  // Pinyin: text

// Height of the tray, in mm: as in the mock-ups, and the least at which every key keeps its size.
double keyboard_height(const Theme& theme, KeyboardKind kind);
double keyboard_least_height(const Theme& theme, KeyboardKind kind);
// The same for the text keyboard, by the way that is in use.
double keyboard_height(const Theme& theme, TypingWay way);
double keyboard_least_height(const Theme& theme, TypingWay way);
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

struct PinyinState {
  enum class Page : std::uint8_t { Letters, Digits, Marks };
  Page page = Page::Letters;
  std::string letters;                // what the candidates were drawn for
  std::size_t first = 0;              // candidate at the left
  std::vector<std::size_t> earlier;   // the same of the pages before
};

struct HandwritingState {
  Ink ink;
  std::vector<std::string> candidates;
  std::size_t first = 0;  // candidate at the top left
};

struct PartsState {
  enum class Asking : std::uint8_t { Part, Strokes, Character };
  Asking asking = Asking::Part;
  int part_strokes = 3;             // of the parts that are shown
  std::optional<std::size_t> part;  // empty: by all strokes
  std::vector<std::string> candidates;
  std::size_t first = 0;            // what is at the top left
};

// Belongs to the field in use; a new field starts with a new one and a cleared engine.
struct TextState {
  TypingWay way = TypingWay::Pinyin;
  PinyinState pinyin;
  HandwritingState handwriting;
  PartsState parts;

  void forget();  // overwrites what was written and drops everything
};

struct TextKeyboard {
  TextEngines& engines;
  Wording wording;
  PinyinMode mode = PinyinMode::Words;  // other than Words: a name, with a key for its dot
  bool offers_reading = false;
};
// Pinyin, handwriting and parts, each if it is there; capital letters and digits if none is. While
// pinyin is typed, its letters belong into the field, underlined, at the caret
// (FieldLook::composing).
KeyboardResult draw_text_keyboard(Ui& ui, const Rect& tray, const TextKeyboard& keyboard,
                                  TextState& state);

}  // namespace huimin::screens
