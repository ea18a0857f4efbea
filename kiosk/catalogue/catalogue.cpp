#include "kiosk/catalogue/catalogue.h"

#include <algorithm>

namespace huimin::catalogue {
namespace {

template <class List, class Holds>
auto find_first(const List& list, Holds holds) {
  const auto found = std::find_if(list.begin(), list.end(), holds);
  return found == list.end() ? nullptr : &*found;
}

template <class Holds>
std::vector<const DivisionEntry*> select(const std::vector<DivisionEntry>& entries, Holds holds) {
  std::vector<const DivisionEntry*> selected;
  for (const DivisionEntry& entry : entries) {
    if (holds(entry)) selected.push_back(&entry);
  }
  return selected;
}

bool is_child(const domain::Division& parent, const DivisionEntry& entry) {
  return entry.code.digits().size() == parent.digits().size() + 3 && parent.contains(entry.code);
}

}  // namespace

const Programme* Catalogue::find(std::string_view id, domain::CivilDate date) const {
  return find_first(programmes,
                    [&](const Programme& each) { return each.id == id && each.in_force_on(date); });
}

const Programme* Catalogue::find_version(std::string_view id, std::string_view wanted) const {
  return find_first(programmes,
                    [&](const Programme& each) { return each.id == id && each.version == wanted; });
}

const DivisionEntry* Catalogue::division(const domain::Division& code) const {
  return find_first(divisions, [&](const DivisionEntry& each) { return each.code == code; });
}

std::vector<const DivisionEntry*> Catalogue::counties() const {
  return select(divisions, [](const DivisionEntry& each) {
    return each.code.level() == domain::DivisionLevel::County;
  });
}

std::vector<const DivisionEntry*> Catalogue::children_of(const domain::Division& parent) const {
  return select(divisions, [&](const DivisionEntry& each) { return is_child(parent, each); });
}

std::vector<const DivisionEntry*> Catalogue::search(const domain::Division& parent,
                                                    std::string_view typed) const {
  return select(divisions, [&](const DivisionEntry& each) {
    return is_child(parent, each) && matches_pinyin(each.pinyin, typed);
  });
}

const Bank* Catalogue::bank(std::string_view id) const {
  return find_first(banks, [&](const Bank& each) { return each.id == id; });
}

}  // namespace huimin::catalogue
