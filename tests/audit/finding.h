// What an audit found: each breach of a rule, with where it is seen.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "settings.h"

namespace huimin::screens::audit {

// One for each test case; lines of the checklist in brackets.
enum class Rule {
  TouchSize,         // [14]
  PrimarySize,       // [16]
  Gap,               // [15]
  Overlap,           // [15]
  Clipped,           // [6]
  Outside,           // [6]
  Reach,             // [6]
  ScrollByButton,    // [18]
  Contrast,          // [8]
  HighContrast,      // [9]
  LowContrast,       // [9]
  CapBand,           // [2]
  CapLeast,          // [5]
  LineHeight,        // [7]
  FocusReach,        // [37]
  Duplicate,
  Glyph,
  Text,
  Staff,
  WayOut,
  Aids,              // [43]
  StateInWords,      // [11]
  Rest,              // [13]
  OtherWay,          // [42]
};
std::string_view name_of(Rule rule);

struct Finding {
  Rule rule;
  std::string screen;
  Setting setting;
  std::string id;
  std::string found;
};

class Findings {
 public:
  // What follows is about this screen in this setting.
  void about(std::string screen, const Setting& setting);
  void add(Rule rule, std::string id, std::string found);

  std::vector<Finding> of(Rule rule) const;
  int screens_looked_at() const { return looked_at_; }
  // Appends all to the file that HUIMIN_AUDIT_REPORT names, one a line:
  // screen | panel | size | palette | lang | rule | id | found.
  void report() const;

 private:
  std::vector<Finding> all_;
  std::string screen_;
  Setting setting_{};
  int looked_at_ = 0;
};

// A few lines for people: breaches of one widget in many settings are one line.
std::string summary_of(const std::vector<Finding>& findings);

}  // namespace huimin::screens::audit
