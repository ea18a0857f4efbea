#include "screens/toolkit/text_field.h"

#include <algorithm>

namespace huimin::screens {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// What may stand in a text: everything that can be seen, and the line break.
bool belongs(char32_t c) {
  if (c == U'\n') return true;
  return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != kReplacement && c != 0xFEFF;
}

std::size_t character_start(std::string_view text, std::size_t byte) {
  byte = std::min(byte, text.size());
  while (byte > 0 && byte < text.size() &&
         (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) {
    --byte;
  }
  return byte;
}

}  // namespace

void insert(Edit& edit, std::string_view utf8, std::size_t max_characters) {
  edit.caret = character_start(edit.text, edit.caret);
  std::size_t room = max_characters == 0 ? utf8.size() : max_characters;
  if (max_characters != 0) room -= std::min(room, count_characters(edit.text));
  std::string kept;
  for (std::size_t at = 0; at < utf8.size() && room > 0;) {
    const std::size_t from = at;
    if (!belongs(next_code_point(utf8, at))) continue;
    kept += utf8.substr(from, at - from);
    --room;
  }
  edit.text.insert(edit.caret, kept);
  edit.caret += kept.size();
}

void erase_before(Edit& edit) {
  const std::size_t end = character_start(edit.text, edit.caret);
  const std::size_t begin = previous_character(edit.text, end);
  edit.text.erase(begin, end - begin);
  edit.caret = begin;
}

void erase_after(Edit& edit) {
  edit.caret = character_start(edit.text, edit.caret);
  const std::size_t end = following_character(edit.text, edit.caret);
  edit.text.erase(edit.caret, end - edit.caret);
}

void move_left(Edit& edit) { edit.caret = previous_character(edit.text, edit.caret); }

void move_right(Edit& edit) { edit.caret = following_character(edit.text, edit.caret); }

void move_home(Edit& edit) { edit.caret = 0; }

void move_end(Edit& edit) { edit.caret = edit.text.size(); }

void place_caret(Edit& edit, std::size_t byte) { edit.caret = character_start(edit.text, byte); }

bool apply(Edit& edit, const FrameInput& input, std::size_t max_characters) {
  const Edit before = edit;
  for (const Typed& typed : input.typed) {
    if (!typed.key) {
      insert(edit, typed.text, max_characters);
      continue;
    }
    switch (*typed.key) {
      case EditKey::Left: move_left(edit); break;
      case EditKey::Right: move_right(edit); break;
      case EditKey::Home: move_home(edit); break;
      case EditKey::End: move_end(edit); break;
      case EditKey::Backspace: erase_before(edit); break;
      case EditKey::Delete: erase_after(edit); break;
    }
  }
  return !(edit == before);
}

bool has_unusable(const FrameInput& input) {
  for (const Typed& typed : input.typed) {
    for (std::size_t at = 0; at < typed.text.size();) {
      if (!belongs(next_code_point(typed.text, at))) return true;
    }
  }
  return false;
}

}  // namespace huimin::screens
