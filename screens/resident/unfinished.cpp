#include "screens/resident/unfinished.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

Edit& Unfinished::edit(const view::Typed& typed) {
  Edit& edit = edits_[typed.field];
  if (edit.text == typed.value) return edit;
  // What stood behind the caret usually still does.
  const std::string_view behind = std::string_view{edit.text}.substr(edit.caret);
  const std::size_t kept = typed.value.ends_with(behind) ? behind.size() : 0;
  edit = {typed.value, typed.value.size() - kept};
  return edit;
}

void Unfinished::use(view::Field field) {
  if (in_use_ == field) return;
  in_use_ = field;
  composition.forget();
  keyboard_hidden = false;
  engines_.clear();
}

int& Unfinished::page_of(std::string_view flow) {
  // A question that is cut into pages stands on a page of its own: "member.body.0" within
  // "member.body".
  const std::string_view screen = flow.substr(0, flow.find('.'));
  if (flow_ != screen) {
    flow_ = screen;
    pages_.clear();
  }
  const auto known = pages_.find(flow);
  return known != pages_.end() ? known->second : pages_[std::string(flow)];
}

void Unfinished::forget() {
  for (auto& [field, edit] : edits_) std::fill(edit.text.begin(), edit.text.end(), '\0');
  edits_.clear();
  in_use_.reset();
  composition.forget();
  keyboard_hidden = false;
  engines_.end_session();
  for (auto& stroke : ink.strokes) std::fill(stroke.begin(), stroke.end(), InkPoint{});
  ink = {};
  code = {};
  flow_.clear();
  asked.clear();
  pages_.clear();
  list.clear();
  list_page = 0;
}

}  // namespace huimin::screens::resident
