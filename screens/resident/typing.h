// Fields and the keyboards that fill them.
#pragma once

#include <string>
#include <vector>

#include "screens/input/keyboards.h"
#include "screens/resident/flow.h"
#include "screens/resident/unfinished.h"

namespace huimin::screens::resident {

// The words for what is wrong: what, then an example.
std::string problem_text(const Stage& stage, view::Problem problem);

// A field of free text or of an amount.
struct TypedLook {
  std::string label = {};
  std::string unit = {};
  std::string placeholder = {};
  bool many_lines = false;
  std::size_t max_characters = 0;
};
void draw_typed(Stage& stage, const Rect& rect, const view::Typed& typed, const TypedLook& look);

// A number in cells, in groups as people read it, so that a digit too many or too few is seen.
struct Cells {
  std::string label = {};
  std::vector<int> groups = {};
  bool letter_x = false;
};
void draw_cells(Stage& stage, const Rect& rect, const view::Typed& typed, const Cells& look);
// A number that has no room on one line of this width stands on two.
double cells_height(Stage& stage, double width, const view::Typed& typed, const Cells& look);
void add_cells(Flow& flow, Stage& stage, const view::Typed& typed, Cells look);

// The words below a field, if something is wrong with it.
void add_problem(Flow& flow, Stage& stage, const view::Typed& typed);

// Which keyboard, and what it may add to the value.
struct KeyboardUse {
  KeyboardKind kind = KeyboardKind::Digits;
  DigitExtra extra = DigitExtra::None;
  std::string useful = {};  // of the initials
  bool name = false;        // pinyin: single characters, surnames first
  std::size_t max_characters = 0;
};
// The body of a page with a keyboard: the place for words and fields, and the tray.
struct TypingArea {
  Rect content;
  Rect tray;
};
TypingArea typing_area(Stage& stage, const Rect& body, KeyboardKind kind);
// Draws the keyboard for this field and turns its keys into a new value. Returns true when the
// person says that the field is finished.
bool draw_keyboard(Stage& stage, const Rect& tray, const view::Typed& typed,
                   const KeyboardUse& use);

}  // namespace huimin::screens::resident
