// Editing of one text, and the field that shows it. The text is UTF-8 and the caret a byte offset
// between two characters; the owner keeps both. ImGui's own input is not used: it cannot hold
// rare names.
#pragma once

#include "screens/toolkit/bridge.h"
#include "screens/toolkit/ui.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace huimin::screens {

struct Edit {
  std::string text;
  std::size_t caret = 0;
  bool operator==(const Edit&) const = default;
};

// Bytes that are not UTF-8 are left out; so are control characters other than a line break.
// What would go over `max_characters` (0: no limit) is left out.
void insert(Edit& edit, std::string_view utf8, std::size_t max_characters = 0);
void erase_before(Edit& edit);
void erase_after(Edit& edit);
void move_left(Edit& edit);
void move_right(Edit& edit);
void move_home(Edit& edit);
void move_end(Edit& edit);
// To the start of the character that holds this byte.
void place_caret(Edit& edit, std::size_t byte);
// What a hardware keyboard typed in this frame. True if something changed.
bool apply(Edit& edit, const FrameInput& input, std::size_t max_characters = 0);

// Whether something of it was left out as it can stand in no text: the owner says so.
bool has_unusable(const FrameInput& input);

struct FieldLook {
  std::string_view label = {};        // for the registry and reading aloud; not drawn
  std::string_view composing = {};    // pinyin at the caret, underlined, not yet part of the text
  std::string_view unit = {};         // at the right, e.g. yuan
  std::string_view placeholder = {};  // while empty and not in use
  bool in_use = false;                // shows the caret and the strong edge
  bool wrong = false;                 // strong rust edge; the words stand below, see error_line
  bool many_lines = false;
  bool enabled = true;
  Type type = Type::T3;
};

struct FieldTouch {
  bool clicked = false;
  std::optional<std::size_t> caret;  // byte offset that was touched
};

FieldTouch text_field(Ui& ui, std::string_view id, const Rect& rect, const Edit& edit,
                      const FieldLook& look);

// Icon and words under a field: what is wrong, then an example. Returns the height taken.
double error_line(Ui& ui, std::string_view id, const Rect& rect, std::string_view text);
double error_line_height(Ui& ui, double width_mm, std::string_view text);
// Height of a field of one line.
double field_height(const Theme& theme);

}  // namespace huimin::screens
