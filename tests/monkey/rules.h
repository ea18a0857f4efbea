#pragma once
// What must hold on every screen, whatever was touched before. Each answers what is wrong, in one
// line; empty: nothing. No line holds anything personal.

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "tests/monkey/terminal.h"

namespace huimin::monkey {

// Two pictures that say the same have the same print: ids, words, values, states and places, but
// not what is pressed or focused.
std::uint64_t print_of(const screens::Registry& registry);

// Which look was chosen, for a finding: "in en size 3"; sizes from 0, the smallest.
std::string look_of(const Terminal& terminal);

// Ids once, words whole, widgets apart and on the screen.
std::vector<std::string> look_over(const Terminal& terminal);

// Remembers what people typed and whose cards lay there, and notices when the next one sees it.
class Privacy {
 public:
  void seen_in(const screens::Registry& registry);
  // From now on fields hold what this person typed, which may be what another one typed.
  void typed() { has_typed_ = true; }
  void session_ended();
  // What shows although its session is over.
  std::string look(const screens::Registry& registry) const;

 private:
  std::set<std::string> now_, ended_;
  bool has_typed_ = false;
};

}  // namespace huimin::monkey
