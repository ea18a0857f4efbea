#include "kiosk/catalogue/programme.h"

#include <algorithm>

namespace huimin::catalogue {
namespace {

template <class Item>
const Item* find_id(const std::vector<Item>& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& each) { return each.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Lane* Programme::lane(std::string_view wanted) const { return find_id(lanes, wanted); }
const EventKind* Programme::event(std::string_view wanted) const { return find_id(events, wanted); }
const Relation* Programme::relation(std::string_view wanted) const {
  return find_id(relations, wanted);
}
const Paper* Programme::paper(std::string_view wanted) const { return find_id(papers, wanted); }

bool Programme::in_force_on(domain::CivilDate date) const {
  return date >= effective_from && (!effective_to || date <= *effective_to);
}

}  // namespace huimin::catalogue
