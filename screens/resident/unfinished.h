// What a person is in the middle of: carets, pinyin that is not yet a word, the stroke under the
// finger.
//
// It belongs to no state of the journey, and nothing of it outlives the session. One thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "screens/input/keyboards.h"
#include "screens/toolkit/signature_pad.h"
#include "screens/toolkit/text_field.h"
#include "screens/view/arrive.h"

namespace huimin::screens::resident {

class Unfinished {
 public:
  // `share_dir` holds the tables of the text keyboard.
  explicit Unfinished(std::filesystem::path share_dir) : engines_({std::move(share_dir)}) {}

  // The text and its caret. The journey's value wins: where it left out what was just typed, the
  // caret stays before what is behind it; another value puts it at the end.
  Edit& edit(const view::Typed& typed);
  // Each starts with its first use in a session.
  TextEngines& engines() { return engines_; }
  // Another field is in use: pinyin begins anew, and the keyboard shows again.
  void use(view::Field field);
  // Which page of this list of blocks is shown; the first one when another screen was shown before.
  int& page_of(std::string_view flow);
  // Overwrites and drops everything.
  void forget();

  TextState composition;
  bool keyboard_hidden = false;
  bool asked_to_go_on = false;  // "next" or "hand in" was pressed in the last frame
  Ink ink;
  std::string asked;  // which question was in use, of which page
  std::string list;  // which list the page belongs to
  int list_page = 0;
  Picture code;  // shown to a phone; lives until the frame ends

 private:
  std::map<view::Field, Edit> edits_;
  std::optional<view::Field> in_use_;
  TextEngines engines_;
  std::string flow_;  // screen whose pages these are
  std::map<std::string, int, std::less<>> pages_;
};

}  // namespace huimin::screens::resident
