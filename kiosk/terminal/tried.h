#pragma once
// What became of a step of a journey script that was tried once.

#include <string>

namespace huimin::terminal {

struct Tried {
  bool done = false;
  std::string problem;  // no further try helps
};

}  // namespace huimin::terminal
