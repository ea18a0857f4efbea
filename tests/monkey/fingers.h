#pragma once
// Fingers on the panel, as the touch screen reports them to SDL. Places in pixels.

#include "screens/toolkit/geometry.h"
#include "tests/monkey/terminal.h"

namespace huimin::monkey {

struct Spot {
  int x = 0;
  int y = 0;
};

class Fingers {
 public:
  explicit Fingers(Terminal& terminal) : terminal_(terminal) {}

  // A press and each movement have a picture; what a release does is drawn by settle().
  void down(const Spot& at, int finger = 0);
  void move(const Spot& to, int finger = 0);
  void up(const Spot& at, int finger = 0);
  void tap(const Spot& at);
  // In a few steps, each with its picture.
  void drag(const Spot& from, const Spot& to);
  // Another window takes the panel away in the middle of a touch.
  void lose();

 private:
  void send(unsigned type, const Spot& at, int finger);

  Terminal& terminal_;
};

}  // namespace huimin::monkey
