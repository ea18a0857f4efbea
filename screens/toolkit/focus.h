// Which widget the keypad acts on, and where its keys lead.
//
// Left and right go through every widget that can be used: body, bottom bar, aids, in the order
// they were drawn, round and back. Up and down go from group to group. A zone is a group at least;
// within it an entry may name one (Entry::group, empty: that of the entry before). Keys and
// candidates make a group of each row as they lie on the screen, and from one such row to another
// the way leads to the key nearest above or below. So from every widget every other one is reached
// and left again.
#pragma once

#include "screens/toolkit/registry.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace huimin::screens {

// What the keypad's arrows and its select key do: left, right, up, down, select.
enum class FocusKey : std::uint8_t { Previous, Next, PreviousGroup, NextGroup, Activate };

class Focus {
 public:
  // Moves by the entries of the last frame. While the ring is hidden any key only shows it: nobody
  // acts on what they could not know. Nothing to focus: stays empty.
  void move(FocusKey key, const Registry& registry);
  // After a frame: if what was focused has gone or is off, the ring goes to what stands in its
  // place in the same zone, else to the first widget. True if it moved, so that the ring must be
  // drawn.
  bool settle(const Registry& registry);
  // A new screen: a ring that shows will settle on its first widget.
  void start_over() { id_.clear(); }
  // A touch hides the ring; the next key shows it again at the same place.
  void hide() { shown_ = false; }
  void clear();
  void set(std::string_view id);

  bool is_on(std::string_view id) const { return shown_ && id == id_; }
  const std::string& id() const { return id_; }
  bool shown() const { return shown_ && !id_.empty(); }

 private:
  std::string id_;
  bool shown_ = false;  // the keypad is in use, also on a screen with nothing to focus
  // Where it was in the last frame, counted in its zone.
  Zone zone_ = Zone::Body;
  std::size_t place_ = 0;
};

}  // namespace huimin::screens
