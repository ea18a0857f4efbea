#pragma once
// A county, township or village that can be picked, and its search by the first letters of its
// pinyin.

#include <string>
#include <string_view>

#include "kiosk/catalogue/text.h"
#include "kiosk/domain/division.h"

namespace huimin::catalogue {

struct DivisionEntry {
  domain::Division code;
  Text name;
  std::string pinyin;   // syllables of the Chinese name: "niang xi zhen"
  bool sample = false;  // made up for the demo hall; a county replaces it by its own list
};

// "nxz"
std::string initials_of(std::string_view pinyin);

// True when `typed` begins the name: each syllable in turn by as many of its letters as were
// typed, from one to all, so "nx", "niangx", "nxi" and "niangxi" all find "niang xi zhen".
// Blanks, apostrophes and case do not matter. Nothing typed matches everything.
bool matches_pinyin(std::string_view pinyin, std::string_view typed);

}  // namespace huimin::catalogue
