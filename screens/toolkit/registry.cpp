#include "screens/toolkit/registry.h"

#include <algorithm>
#include <utility>

namespace huimin::screens {

bool is_interactive(Role role) {
  switch (role) {
    case Role::Title:
    case Role::Heading:
    case Role::Text:
    case Role::Error:
    case Role::Note:
    case Role::Warning:
    case Role::Tag:
    case Role::Progress:
    case Role::Steps:
    case Role::Timeline:
    case Role::Picture: return false;
    case Role::Button:
    case Role::Aid:
    case Role::Tile:
    case Role::Choice:
    case Role::CheckBox:
    case Role::Row:
    case Role::Field:
    case Role::Key:
    case Role::Candidate:
    case Role::Pager:
    case Role::Pad: return true;
  }
  return false;
}

void Registry::clear() {
  entries_.clear();
  zone_ = Zone::Body;
  region_.clear();
  texts_ = 0;
}

void Registry::add(Entry entry) {
  if (entry.id.empty()) entry.id = "text." + std::to_string(++texts_);
  entry.zone = zone_;
  entry.region = region_;
  entries_.push_back(std::move(entry));
}

void Registry::mark_clipped(std::string_view id) {
  const auto found = std::find_if(entries_.rbegin(), entries_.rend(),
                                  [&](const Entry& entry) { return entry.id == id; });
  if (found != entries_.rend()) found->clipped = true;
}

const Entry* Registry::find(std::string_view id) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.id == id; });
  return found == entries_.end() ? nullptr : &*found;
}

std::vector<std::string> Registry::duplicates() const {
  std::vector<std::string> ids;
  for (const Entry& entry : entries_) ids.push_back(entry.id);
  std::sort(ids.begin(), ids.end());
  std::vector<std::string> result;
  for (std::size_t i = 1; i < ids.size(); ++i) {
    const bool again = ids[i] == ids[i - 1];
    if (again && (result.empty() || result.back() != ids[i])) result.push_back(ids[i]);
  }
  return result;
}

std::string Registry::spoken() const {
  std::string lines;
  for (const Entry& entry : entries_) {
    if (entry.label.empty() && entry.value.empty()) continue;
    lines += entry.id + ": " + entry.label;
    if (!entry.value.empty()) lines += " = " + entry.value;
    if (!entry.enabled) lines += " (off)";
    lines += '\n';
  }
  return lines;
}

}  // namespace huimin::screens
