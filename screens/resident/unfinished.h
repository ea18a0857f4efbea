// What a person is in the middle of: carets, pinyin that is not yet a word, the stroke under the
// finger.
//
// It belongs to no state of the journey, and nothing of it outlives the session. One thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "screens/input/keyboards.h"
#include "screens/toolkit/signature_pad.h"
#include "screens/toolkit/text_field.h"
#include "screens/view/arrive.h"

namespace huimin::screens::resident {

class Unfinished {
 public:
  // `share_dir` holds the tables of the pinyin keyboard.
  explicit Unfinished(std::filesystem::path share_dir) : share_dir_(std::move(share_dir)) {}

  // The text and its caret. The journey's value wins: a value other than ours puts the caret at its
  // end.
  Edit& edit(const view::Typed& typed);
  // Starts with the first use in a session, in about 10 ms. Null: the dictionaries are not there.
  PinyinEngine* pinyin();
  // Another field is in use: pinyin begins anew, and the keyboard shows again.
  void use(view::Field field);
  // Overwrites and drops everything.
  void forget();

  PinyinState composition;
  bool keyboard_hidden = false;
  Ink ink;
  std::string list;  // which list the page belongs to
  int list_page = 0;
  Picture code;  // shown to a phone; lives until the frame ends

 private:
  std::filesystem::path share_dir_;
  std::map<view::Field, Edit> edits_;
  std::optional<view::Field> in_use_;
  std::optional<PinyinEngine> engine_;
  bool engine_missing_ = false;
};

}  // namespace huimin::screens::resident
