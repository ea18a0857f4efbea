#include "kiosk/intake/county.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>

#include "kiosk/base/check.h"

namespace huimin::intake {

namespace {

std::string text_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

// A key that nobody reads is a typing mistake.
void check_keys(const toml::table& table, std::initializer_list<std::string_view> known,
                const std::string& where, std::vector<std::string>& mistakes) {
  for (const auto& each : table) {
    if (std::ranges::find(known, each.first.str()) == known.end())
      mistakes.push_back(fmt::format("{}{}: there is no such key", where, each.first.str()));
  }
}

void read_office(const toml::table& table, std::size_t number, County& county,
                 std::vector<std::string>& mistakes) {
  const auto wrong = [&](std::string_view key, std::string_view expected) {
    mistakes.push_back(fmt::format("office[{}].{}: {}", number, key, expected));
  };
  const auto division = domain::Division::parse(text_of(table, "division"));
  if (!division || division->county() != county.code) {
    wrong("division", "six, nine or twelve digits of a place in this county are expected");
    return;
  }
  check_keys(table, {"division", "unit", "official", "phone", "supervision_phone"},
             fmt::format("office[{}].", number), mistakes);
  Office office{*division, text_of(table, "unit"), text_of(table, "official"),
                text_of(table, "phone"), text_of(table, "supervision_phone")};
  if (office.unit.empty()) wrong("unit", "the office's name is expected");
  if (office.phone.empty()) wrong("phone", "its telephone number is expected");
  if (office.supervision_phone.empty())
    wrong("supervision_phone", "the number to call when it is late is expected");
  county.offices.push_back(std::move(office));
}

}  // namespace

const Office& County::office_for(const domain::Division& place) const {
  const Office* best = nullptr;
  for (const Office& office : offices) {
    const bool answers = office.division == place || office.division.contains(place);
    const bool nearer =
        best == nullptr || office.division.digits().size() > best->division.digits().size();
    if (answers && nearer) best = &office;
  }
  if (best != nullptr) return *best;
  // Somebody from elsewhere: the county itself sees who is in charge.
  for (const Office& office : offices) {
    if (office.division.digits() == code) return office;
  }
  base::check(!offices.empty(), "a county has an office");
  return offices.front();
}

tl::expected<County, std::vector<std::string>> load_county(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored))
    return tl::unexpected(std::vector<std::string>{"cannot be read; a TOML file is expected"});
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return tl::unexpected(std::vector<std::string>{
        fmt::format("line {}: {}", error.source().begin.line, error.description())});
  }
  County county;
  std::vector<std::string> mistakes;
  county.code = text_of(table, "county");
  const auto division = domain::Division::parse(county.code);
  if (!division || division->level() != domain::DivisionLevel::County) {
    mistakes.push_back("county: six digits are expected, such as 430522");
  }
  county.case_prefix = text_of(table, "case_prefix");
  check_keys(table, {"county", "case_prefix", "office"}, "", mistakes);
  if (const toml::array* offices = table["office"].as_array()) {
    for (std::size_t i = 0; i < offices->size(); ++i) {
      if (const toml::table* office = (*offices)[i].as_table())
        read_office(*office, i, county, mistakes);
    }
  }
  if (county.offices.empty()) mistakes.push_back("office: at least one [[office]] is expected");
  if (!mistakes.empty()) return tl::unexpected(std::move(mistakes));
  return county;
}

}  // namespace huimin::intake
