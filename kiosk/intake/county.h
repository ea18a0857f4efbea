#pragma once
// A county's own settings: its code, how its case numbers begin, which office answers for which
// place.

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/domain/division.h"

namespace huimin::intake {

struct Office {
  domain::Division division;  // township or county it answers for
  std::string unit, official, phone, supervision_phone;
};

struct County {
  std::string code;         // six digits
  std::string case_prefix;  // "新邵救"
  std::vector<Office> offices;

  // The office of the smallest division that contains `place`; the county's own else. Never
  // nothing: a county has an office.
  const Office& office_for(const domain::Division& place) const;
};

// One line a mistake, with the key and what is expected.
tl::expected<County, std::vector<std::string>> load_county(const std::filesystem::path& file);

}  // namespace huimin::intake
