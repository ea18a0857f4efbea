#pragma once
// The world around the terminal, as chance has it: card reader, printer, scanner, store, county.

#include <cstdint>
#include <deque>
#include <vector>

#include "tests/monkey/chance.h"
#include "tests/monkey/terminal.h"

namespace huimin::monkey {

class Outside {
 public:
  // Takes what the journey asked for; answers are ready at once and wait to be told.
  void ask(const Effect& effect, Chance& chance);
  bool has_answer() const { return !answers_.empty(); }
  Event answer();
  // Something a device does by itself: cards come and go, the printer runs out of paper.
  Event whim(Chance& chance);

 private:
  std::deque<Event> answers_;
  std::uint64_t presence_ = 0;
  bool card_lies_ = false;
  std::uint32_t submissions_ = 0;
};

}  // namespace huimin::monkey
