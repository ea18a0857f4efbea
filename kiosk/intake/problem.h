#pragma once
// Refusals as RFC 9457 problem documents: what is wrong, who has to act, never what was inside.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "kiosk/intake/http.h"

namespace huimin::intake {

struct Problem {
  int status = 400;
  std::string_view name;                             // last part of "urn:huimin:problem:..."
  std::string_view title;                            // one sentence, the same for every occurrence
  std::string_view owner;                            // "terminal" or "county": who has to act
  std::map<std::string, std::int64_t> numbers = {};  // extension members
};

Response respond(const Problem& problem);

}  // namespace huimin::intake
