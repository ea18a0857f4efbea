#include "screens/toolkit/focus.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

namespace huimin::screens {

namespace {

constexpr std::array kZones{Zone::Body, Zone::BottomBar, Zone::TopBar};

// A widget where the focus can stand.
struct Stop {
  const Entry* entry;
  std::size_t place;  // counted in its zone, widgets that are off included
  std::size_t group;  // rises along the way
};

bool is_in_row(const Entry& entry) {
  return entry.role == Role::Key || entry.role == Role::Candidate;
}

bool is_beside(const PxRect& a, const PxRect& b) {
  const int middle = b.y + b.h / 2;
  return middle >= a.y && middle < a.bottom();
}

// Walks one zone and counts its widgets and groups.
class Walk {
 public:
  explicit Walk(std::vector<Stop>& stops) : stops_(stops) {}

  void enter_zone() {
    place_ = 0;
    named_ = {};
    before_ = nullptr;
  }

  void pass(const Entry& entry) {
    if (!entry.group.empty()) named_ = entry.group;
    if (!is_interactive(entry.role)) return;
    if (begins_group(entry)) ++group_;
    before_ = &entry;
    before_named_ = named_;
    if (entry.enabled) stops_.push_back({&entry, place_, group_});
    ++place_;
  }

 private:
  bool begins_group(const Entry& entry) const {
    if (before_ == nullptr || named_ != before_named_) return true;
    if (is_in_row(entry) != is_in_row(*before_)) return true;
    return is_in_row(entry) && !is_beside(before_->rect, entry.rect);
  }

  std::vector<Stop>& stops_;
  std::size_t place_ = 0;
  std::size_t group_ = 0;
  std::string_view named_;
  std::string_view before_named_;
  const Entry* before_ = nullptr;
};

std::vector<Stop> stops_of(const Registry& registry) {
  std::vector<Stop> stops;
  Walk walk(stops);
  for (const Zone zone : kZones) {
    walk.enter_zone();
    for (const Entry& entry : registry.entries()) {
      if (entry.zone == zone) walk.pass(entry);
    }
  }
  return stops;
}

std::optional<std::size_t> find(const std::vector<Stop>& stops, std::string_view id) {
  const auto found =
      std::find_if(stops.begin(), stops.end(), [&](const Stop& s) { return s.entry->id == id; });
  if (found == stops.end()) return std::nullopt;
  return static_cast<std::size_t>(found - stops.begin());
}

std::size_t first_of_group(const std::vector<Stop>& stops, std::size_t at) {
  while (at > 0 && stops[at - 1].group == stops[at].group) --at;
  return at;
}

std::size_t end_of_group(const std::vector<Stop>& stops, std::size_t at) {
  const std::size_t group = stops[at].group;
  while (at < stops.size() && stops[at].group == group) ++at;
  return at;
}

int centre_x(const Stop& stop) { return stop.entry->rect.x + stop.entry->rect.w / 2; }

// Where the way from `from` enters the group that begins at `first`.
std::size_t entrance(const std::vector<Stop>& stops, std::size_t from, std::size_t first) {
  if (!is_in_row(*stops[from].entry) || !is_in_row(*stops[first].entry)) return first;
  const int x = centre_x(stops[from]);
  const auto distance = [x](const Stop& s) { return std::abs(centre_x(s) - x); };
  const auto begin = stops.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = stops.begin() + static_cast<std::ptrdiff_t>(end_of_group(stops, first));
  const auto nearest = std::min_element(
      begin, end, [&](const Stop& a, const Stop& b) { return distance(a) < distance(b); });
  return static_cast<std::size_t>(nearest - stops.begin());
}

std::size_t next_of(const std::vector<Stop>& stops, std::size_t at, FocusKey key) {
  const std::size_t count = stops.size();
  switch (key) {
    case FocusKey::Next: return (at + 1) % count;
    case FocusKey::Previous: return (at + count - 1) % count;
    case FocusKey::NextGroup: return entrance(stops, at, end_of_group(stops, at) % count);
    case FocusKey::PreviousGroup: {
      const std::size_t last_before = (first_of_group(stops, at) + count - 1) % count;
      return entrance(stops, at, first_of_group(stops, last_before));
    }
    case FocusKey::Activate: return at;
  }
  return at;
}

// What stands nearest to a place in this zone; of two the later one. Else the first of all.
const Stop& nearest(const std::vector<Stop>& stops, Zone zone, std::size_t place) {
  const auto distance = [&](const Stop& s) {
    return s.place > place ? s.place - place : place - s.place;
  };
  const Stop* best = nullptr;
  for (const Stop& stop : stops) {
    if (stop.entry->zone != zone) continue;
    if (best == nullptr || distance(stop) <= distance(*best)) best = &stop;
  }
  return best != nullptr ? *best : stops.front();
}

}  // namespace

void Focus::move(FocusKey key, const Registry& registry) {
  const bool was_shown = shown();
  shown_ = true;
  settle(registry);
  if (!was_shown) return;
  const std::vector<Stop> stops = stops_of(registry);
  const auto at = find(stops, id_);
  if (!at) return;
  id_ = stops[next_of(stops, *at, key)].entry->id;
  settle(registry);
}

bool Focus::settle(const Registry& registry) {
  if (!shown_) return false;
  const std::vector<Stop> stops = stops_of(registry);
  if (stops.empty()) {
    id_.clear();
    return false;
  }
  const auto here = find(stops, id_);
  const Stop& stop =
      here ? stops[*here] : id_.empty() ? stops.front() : nearest(stops, zone_, place_);
  zone_ = stop.entry->zone;
  place_ = stop.place;
  if (here) return false;
  id_ = stop.entry->id;
  return true;
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
