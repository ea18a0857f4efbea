// Pieces that several screens share. Each is added to a Flow with the height it needs.
#pragma once

#include <string>
#include <vector>

#include "screens/resident/flow.h"

namespace huimin::screens::resident {

enum class BannerKind : std::uint8_t {
  Read,    // a card to read
  Info,    // what to know
  Warn,    // needs a hand now
  Called,  // staff are on their way
};

// An icon, a bold line, and a line that explains.
struct Banner {
  Icon icon = Icon::None;
  std::string title = {};
  std::string second = {};
  BannerKind kind = BannerKind::Read;
  double icon_mm = 16;
  Type type = Type::T2;  // of the bold line
  double factor = 1.11;
  bool number = false;  // the bold line is a number: see FittedNumber
};
// False: a word of it is wider than its line.
bool banner_fits(Stage& stage, double width_mm, const Banner& banner);
double banner_height(Stage& stage, double width_mm, const Banner& banner);
void draw_banner(Stage& stage, const Rect& rect, const Banner& banner);
void add_banner(Flow& flow, Stage& stage, Banner banner);

// A number of several groups gives way to its line; in letters that may not get smaller it has two
// lines. The registry knows it whole.
struct FittedNumber {
  std::string words;
  TextStyle style;
};
FittedNumber fitted_number(Stage& stage, const std::string& number, const TextStyle& wanted,
                           double width_mm);
void draw_number(Stage& stage, const Rect& rect, const FittedNumber& fitted, Entry entry);

// A card whose bold line has its icon beside it, with text below at the card's edge.
struct InfoCard {
  Icon icon = Icon::None;
  std::string title = {};
  std::string text = {};
};
void add_info_card(Flow& flow, Stage& stage, InfoCard card);
// Unit, official, window, phone.
void add_contact_card(Flow& flow, Stage& stage, std::string title, const view::Contact& contact);

// A large sign in a circle, large words, a line below: for screens that say one thing.
struct Hero {
  Icon icon = Icon::None;
  bool urgent = false;
  std::string title = {};
  std::string lead = {};
};
void add_hero(Flow& flow, Stage& stage, Hero hero);
// Only the words of it, for screens with a picture of their own.
void add_hero_words(Flow& flow, Stage& stage, const std::string& title, const std::string& lead);

// Part of a ring, and what is missing of it.
struct RingShare {
  Point centre{};
  double radius_mm = 0;
  double width_mm = 0;
  double share = 0;  // 0 to 1
};
void draw_ring(Stage& stage, const RingShare& ring);

// Black and white only: grounds of their own colour need an edge there.
bool is_contrast(const Theme& theme);

// Extra-large letters on a small panel: second lines, large signs and columns of words give way.
bool is_tight(const Theme& theme);

// Rows of a card: icon, what, and how it stands with it.
struct Fact {
  Icon icon = Icon::None;
  std::string what = {};
  std::string state = {};
  bool now = false;
};
void add_facts(Flow& flow, Stage& stage, const std::string& heading, std::vector<Fact> facts);

// Something to press, with room to explain it.
struct Errand {
  view::Act act = view::Act::Next;
  Icon icon = Icon::None;
  std::string title = {};
  std::string second = {};
  TileKind kind = TileKind::Plain;
  bool enabled = true;  // off: the title says why
};
void add_tile(Flow& flow, Stage& stage, Errand errand, double max_mm);
void add_row(Flow& flow, Stage& stage, Errand errand);
// Two outlined buttons side by side.
void add_two_buttons(Flow& flow, Stage& stage, Errand left, Errand right);

}  // namespace huimin::screens::resident
