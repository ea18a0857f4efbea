#pragma once
// Each kind of data file as values. Mistakes go to the file of the section; the caller looks
// whether there are any.

#include <vector>

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/catalogue/section.h"

namespace huimin::catalogue {

Programme read_programme(Section& file, const std::vector<Relation>& all_relations);
std::vector<Relation> read_relations(Section& file);
std::vector<Bank> read_banks(Section& file);
std::vector<DivisionEntry> read_divisions(Section& file);
domain::HolidayYear read_holidays(Section& file);

// What no single key can show: stages that nothing leads to, limits that cannot run, ids given
// twice.
void check_programme(const Programme& programme, const Section& file);

// Notes each id that stands twice in the list of `key`.
template <class List>
void check_ids(const List& list, std::string_view key, const Section& section) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (list[i].id == list[j].id) section.note(key, "each id once, twice is " + list[i].id);
    }
  }
}

}  // namespace huimin::catalogue
