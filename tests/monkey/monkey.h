#pragma once
// A monkey at the terminal: touches, drags, keys and whims of devices by a seed, judged after each.

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/monkey/chance.h"
#include "tests/monkey/fingers.h"
#include "tests/monkey/outside.h"
#include "tests/monkey/rules.h"
#include "tests/monkey/terminal.h"

namespace huimin::monkey {

struct Finding {
  std::uint64_t step = 0;  // at which it was first seen
  std::string what;
};

// What a run came to.
struct Outcome {
  std::uint64_t touches = 0;
  std::uint64_t sessions = 0;
  std::set<std::string> screens;  // names of those that were reached
  std::vector<Finding> findings;  // each kind once
};

class Monkey {
 public:
  Monkey(const std::filesystem::path& share, const screens::Screen& panel, std::uint64_t seed);

  // Goes on for so many touches.
  void play(std::uint64_t touches);
  const Outcome& outcome() const { return outcome_; }

 private:
  void step();
  void touch();
  void tap_something();
  void tap(const screens::Entry& entry);
  void drag_off(const screens::Entry& entry);
  void drag_somewhere();
  void tap_with_two();
  void sign();
  void fill();
  void use_keys();
  void lose_the_panel();
  void walk_away();
  // Lets the terminal rest, passes on what it asked for, and judges.
  void settle();
  void judge();
  void find(const std::string& what);
  const screens::Entry* something_to_touch();
  Spot spot_in(const screens::PxRect& r);
  Spot anywhere();

  Terminal terminal_;
  Fingers fingers_;
  Outside outside_;
  Privacy privacy_;
  Chance chance_;
  Outcome outcome_;
  std::set<std::string> known_;
  std::uint64_t steps_ = 0;
};

}  // namespace huimin::monkey
