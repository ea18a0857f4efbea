#include <algorithm>

#include "kiosk/catalogue/read.h"
#include "kiosk/domain/utf8.h"

namespace huimin::catalogue {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  while (domain::take_character(text)) ++count;
  return count;
}

// Single blanks between syllables of lower-case letters; as many syllables as the name has
// characters.
bool fits_name(std::string_view pinyin, std::string_view name) {
  std::size_t syllables = 0;
  char before = ' ';
  for (const char c : pinyin) {
    const bool letter = c >= 'a' && c <= 'z';
    if (!letter && (c != ' ' || before == ' ')) return false;
    if (letter && before == ' ') ++syllables;
    before = c;
  }
  return before != ' ' && syllables == count_characters(name);
}

bool is_weekend(domain::CivilDate date) {
  const auto weekday = domain::weekday_of(date);
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

// A notice covers its year, and perhaps days around the two New Year's Days.
bool belongs_to(domain::CivilDate date, int year) {
  using namespace std::chrono;
  return date >= std::chrono::year{year - 1} / December / 20 &&
         date <= std::chrono::year{year + 1} / January / 10;
}

void check_worked(const std::vector<domain::CivilDate>& worked, int year, const Section& section) {
  for (const domain::CivilDate date : worked) {
    if (!date.ok()) continue;  // noted when it was read
    if (!is_weekend(date)) section.note("worked", "weekend days only, not " + domain::iso(date));
    if (!belongs_to(date, year)) section.note("worked", "days of the file's year");
  }
}

void read_holiday(Section& section, domain::HolidayYear& year) {
  section.both("name");
  const domain::CivilDate from = section.date("from");
  const domain::CivilDate to = section.date("to");
  const auto worked = section.dates("worked");
  check_worked(worked, year.year, section);
  year.worked_weekends.insert(year.worked_weekends.end(), worked.begin(), worked.end());
  section.close();
  if (!from.ok() || !to.ok()) return;
  if (!belongs_to(from, year.year) || !belongs_to(to, year.year) || to < from) {
    section.note("to", "a day of the file's year, not before from");
    return;
  }
  for (sys_days day = from; day <= sys_days{to}; day += days{1}) year.days_off.emplace_back(day);
}

void check_contradictions(const domain::HolidayYear& year, const Section& file) {
  for (const domain::CivilDate date : year.worked_weekends) {
    if (std::find(year.days_off.begin(), year.days_off.end(), date) != year.days_off.end()) {
      file.note("holidays", "a day either off or worked, not both: " + domain::iso(date));
    }
  }
}

// Every place but a county has the place one level up before it, so that the picker can walk
// down.
bool has_parent(const std::vector<DivisionEntry>& before, const domain::Division& code) {
  const std::size_t size = code.digits().size();
  return size == 6 || std::any_of(before.begin(), before.end(), [&](const DivisionEntry& each) {
           return each.code.digits().size() == size - 3 && each.code.contains(code);
         });
}

void read_division(Section& section, std::vector<DivisionEntry>& entries) {
  const std::string digits = section.text("code");
  const Text name = section.both_here();
  const std::string pinyin = section.text("pinyin");
  const bool sample = section.has("sample") && section.flag("sample");
  section.close();
  if (!fits_name(pinyin, name.zh)) section.note("pinyin", "one syllable for each character of zh");
  const auto code = domain::Division::parse(digits);
  if (!code) {
    section.note("code", "6, 9 or 12 digits");
    return;
  }
  if (!has_parent(entries, *code)) section.note("code", "a place whose parent stands before it");
  const bool twice = std::any_of(entries.begin(), entries.end(),
                                 [&](const DivisionEntry& each) { return each.code == *code; });
  if (twice) section.note("code", "each code once");
  entries.push_back({*code, name, pinyin, sample});
}

}  // namespace

std::vector<Relation> read_relations(Section& file) {
  std::vector<Relation> relations;
  for (Section& section : file.sections("relations")) {
    relations.push_back({section.id("id"), section.both("label")});
    section.close();
  }
  check_ids(relations, "relations", file);
  file.close();
  return relations;
}

std::vector<Bank> read_banks(Section& file) {
  std::vector<Bank> banks;
  for (Section& section : file.sections("banks")) {
    banks.push_back({section.id("id"), section.both("name")});
    section.close();
  }
  check_ids(banks, "banks", file);
  file.close();
  return banks;
}

std::vector<DivisionEntry> read_divisions(Section& file) {
  std::vector<DivisionEntry> entries;
  file.source("source");
  for (Section& section : file.sections("divisions")) read_division(section, entries);
  file.close();
  return entries;
}

domain::HolidayYear read_holidays(Section& file) {
  domain::HolidayYear year;
  year.year = file.number("year", 2000, 2100);
  file.source("source");
  for (Section& section : file.sections("holidays")) read_holiday(section, year);
  check_contradictions(year, file);
  file.close();
  return year;
}

}  // namespace huimin::catalogue
