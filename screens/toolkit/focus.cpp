#include "screens/toolkit/focus.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace huimin::screens {

namespace {

std::vector<std::string> order(const Registry& registry) {
  std::vector<std::string> ids;
  for (const Zone zone : {Zone::Body, Zone::BottomBar, Zone::TopBar}) {
    for (const Entry& entry : registry.entries()) {
      if (entry.zone == zone && entry.enabled && is_interactive(entry.role)) {
        ids.push_back(entry.id);
      }
    }
  }
  return ids;
}

}  // namespace

void Focus::move(FocusKey key, const Registry& registry) {
  const std::vector<std::string> ids = order(registry);
  if (ids.empty()) return clear();
  const auto here = std::find(ids.begin(), ids.end(), id_);
  // The first key after a touch only shows where the focus is.
  if (here != ids.end() && !shown_) {
    shown_ = true;
    return;
  }
  shown_ = true;
  const std::size_t count = ids.size();
  if (here == ids.end()) {
    id_ = key == FocusKey::Previous ? ids.back() : ids.front();
    return;
  }
  const auto at = static_cast<std::size_t>(here - ids.begin());
  id_ = key == FocusKey::Previous ? ids[(at + count - 1) % count] : ids[(at + 1) % count];
}

void Focus::clear() {
  id_.clear();
  shown_ = false;
}

void Focus::set(std::string_view id) {
  id_ = id;
  shown_ = true;
}

}  // namespace huimin::screens
