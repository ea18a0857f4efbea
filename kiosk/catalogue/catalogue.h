#pragma once
// The catalogue: programmes, places, banks and holidays, read once at start from a folder of TOML
// files.
//
// Plain values, immutable after loading; may be shared between threads. A folder with any mistake
// is not loaded at all: half a catalogue would tell people half the truth.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/catalogue/division_entry.h"
#include "kiosk/catalogue/programme.h"
#include "kiosk/catalogue/text.h"
#include "kiosk/domain/calendar.h"

namespace huimin::catalogue {

struct Bank {
  std::string id;  // "rural_commercial"
  Text name;
};

struct Catalogue {
  std::string version;                   // "2026.1", of catalogue.toml
  std::vector<Programme> programmes;     // by id, then by first day in force
  std::vector<DivisionEntry> divisions;  // in the order of the picker
  std::vector<domain::HolidayYear> holidays;
  std::vector<Bank> banks;

  // The version in force on `date`; nullptr when there is none. Points into this catalogue.
  const Programme* find(std::string_view id, domain::CivilDate date) const;
  // One exact version, for a case that was begun under it.
  const Programme* find_version(std::string_view id, std::string_view wanted) const;
  const DivisionEntry* division(const domain::Division& code) const;
  std::vector<const DivisionEntry*> counties() const;
  // One level down, in the order of the files.
  std::vector<const DivisionEntry*> children_of(const domain::Division& parent) const;
  // The children whose name begins with what was typed; see matches_pinyin.
  std::vector<const DivisionEntry*> search(const domain::Division& parent,
                                           std::string_view typed) const;
  const Bank* bank(std::string_view id) const;
  domain::WorkCalendar calendar() const { return domain::WorkCalendar(holidays); }
};

// What is wrong in a data file.
struct Mistake {
  std::string file;   // below the data folder: "programmes/P08.toml"
  std::string where;  // the key: "lanes[0].limit.days"; empty when it is the whole file
  std::string what;   // what is expected there
  int line = 0;       // 0 when unknown
  bool operator==(const Mistake&) const = default;
};
// "programmes/P08.toml:71: lanes[0].limit.days: a whole number from 1 to 366"
std::string line_of(const Mistake& mistake);

// `data_dir` is the folder that holds catalogue.toml. Reads each file whole; all mistakes are
// listed, not the first.
tl::expected<Catalogue, std::vector<Mistake>> load(const std::filesystem::path& data_dir);
std::vector<Mistake> check(const std::filesystem::path& data_dir);

// Several lines of plain text for people, with the source of each limit.
std::string show(const Programme& programme, Lang lang);

}  // namespace huimin::catalogue
