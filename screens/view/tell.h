#pragma once
// The screens on which a resident tells what happened, where, to whom and what is needed.
// Names in brackets are those of the pictures of a headless run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "screens/view/arrive.h"

namespace huimin::screens::view {

struct WhatHappened {
  Progress progress;
  std::vector<Option> events;
  bool missing = false;
};  // [happened]
struct StoryScreen {
  Progress progress;
  Typed story;
};  // [story]

// County, township, village; rows of the level being chosen. [place]
struct PlaceLevel {
  std::string label;
  bool chosen = false;
  bool current = false;
};
struct PlaceRow {
  std::string id, name, pinyin;
};
struct PlaceScreen {
  Progress progress;
  PlaceLevel levels[3];
  Typed search;
  std::vector<PlaceRow> rows;
  std::string useful_initials;  // letters that still lead somewhere; the other keys are flat
  bool missing = false;
};

struct MemberRow {
  std::string relation;
  std::optional<int> age;
};
struct Household {  // [household]
  Progress progress;
  std::string applicant;  // masked
  int size = 1;
  std::vector<MemberRow> members;
};
struct MemberScreen {  // [member]
  Progress progress;
  std::vector<Option> relations;
  Typed age;
  bool is_new = true;
  bool missing = false;
};

struct MoneyScreen {
  Progress progress;
  Typed needed, spent;
};  // [money]
struct AccountScreen {
  Progress progress;
  Typed number;
  bool wanted = false;
};  // [account]
struct PhoneScreen {
  Progress progress;
  Typed phone;
};  // [phone]

enum class PaperMark : std::uint8_t { Brought, Later, Exempt, ReadFromCard };
struct PaperRow {
  std::string id, name, hint;
  PaperMark mark = PaperMark::Later;
};
struct PapersScreen {
  Progress progress;
  std::vector<PaperRow> rows;
};  // [papers]

}  // namespace huimin::screens::view
