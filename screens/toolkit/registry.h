// What is on the screen in this frame: every widget and text with its place, in the order it was
// drawn.
//
// Tests, the journey player, the order of focus, reading aloud and the audit all read this one
// list.
#pragma once

#include "screens/toolkit/geometry.h"
#include "screens/toolkit/theme.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huimin::screens {

enum class Role : std::uint8_t {
  Title, Heading, Text, Error, Note, Warning, Tag, Progress, Steps, Timeline, Picture,  // to read
  Button, Aid, Tile, Choice, CheckBox, Row, Field, Key, Candidate, Pager, Pad,          // to touch
};

// True for the roles a person can touch.
bool is_interactive(Role role);

// Focus goes through the body first, then the bottom bar, then the aids at the top.
enum class Zone : std::uint8_t { Body, BottomBar, TopBar };

// State of a widget as plain facts.
struct Entry {
  std::string id;       // such as "home.apply"; texts without an id get "text.N"
  Role role = Role::Text;
  std::string label;    // what it says
  std::string value;    // what was entered or chosen: field text, "on"/"off", "3/7"
  std::string spoken;   // what is read aloud where it differs from label and value
  std::string group;    // the keypad jumps from group to group; empty: that of the entry before
  bool personal = false;  // name, number, amount, result: aloud to a headset only
  bool enabled = true;
  bool focused = false;
  bool pressed = false;
  bool clipped = false;  // some of its text did not fit
  bool wrong = false;    // a field whose contents are wrong: words below it say how
  Zone zone = Zone::Body;
  PxRect rect{};         // where it is drawn and touched
  PxRect visible{};      // the part of it that no region cuts off
  std::string region;    // id of the scroll region it is in; empty: none
  Rgb ink{};             // colour of its main text, and what is behind it
  Rgb ground{};
  double cap_mm = 0;     // cap height of its smallest text; 0: no text
  double line_height = 0;  // of text in several lines, in letter sizes; 0: one line
};

class Registry {
 public:
  void clear();
  void add(Entry entry);
  // The widget drew its words after it entered itself, and some did not fit.
  void mark_clipped(std::string_view id);

  const std::vector<Entry>& entries() const { return entries_; }
  // The first entry of this id, or null.
  const Entry* find(std::string_view id) const;
  // Ids drawn more than once in this frame: a bug of the screen.
  std::vector<std::string> duplicates() const;
  // Everything that says something, in reading order, one line each; for tests.
  std::string spoken() const;

  // Zone given to the entries that follow.
  void set_zone(Zone zone) { zone_ = zone; }
  Zone zone() const { return zone_; }
  // Scroll region that holds the entries that follow.
  void set_region(std::string_view region) { region_ = region; }
  const std::string& region() const { return region_; }

 private:
  std::vector<Entry> entries_;
  Zone zone_ = Zone::Body;
  std::string region_;
  int texts_ = 0;
};

}  // namespace huimin::screens
