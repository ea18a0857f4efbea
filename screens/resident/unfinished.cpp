#include "screens/resident/unfinished.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

Edit& Unfinished::edit(const view::Typed& typed) {
  Edit& edit = edits_[typed.field];
  if (edit.text != typed.value) edit = {typed.value, typed.value.size()};
  return edit;
}

PinyinEngine* Unfinished::pinyin() {
  if (!engine_ && !engine_missing_) {
    if (auto started = PinyinEngine::start(share_dir_)) {
      engine_.emplace(std::move(*started));
    } else {
      engine_missing_ = true;
    }
  }
  return engine_ ? &*engine_ : nullptr;
}

void Unfinished::use(view::Field field) {
  if (in_use_ == field) return;
  in_use_ = field;
  composition = {};
  keyboard_hidden = false;
  if (engine_) engine_->clear();
}

void Unfinished::forget() {
  for (auto& [field, edit] : edits_) std::fill(edit.text.begin(), edit.text.end(), '\0');
  edits_.clear();
  in_use_.reset();
  composition = {};
  keyboard_hidden = false;
  engine_.reset();
  engine_missing_ = false;
  for (auto& stroke : ink.strokes) std::fill(stroke.begin(), stroke.end(), InkPoint{});
  ink = {};
  code = {};
  list.clear();
  list_page = 0;
}

}  // namespace huimin::screens::resident
