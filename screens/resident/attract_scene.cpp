#include "screens/resident/attract_scene.h"

#include <algorithm>
#include <string>

#include "screens/resident/hills.h"
#include "screens/resident/parts.h"

namespace huimin::screens::resident {

namespace {

constexpr double kSeal = 19;
constexpr TextStyle kClock{.type = Type::T6, .weight = Weight::Bold, .factor = 1.119,
                           .line_height = 1.1};
constexpr TextStyle kDate{.type = Type::T2, .factor = 1.11, .line_height = kTitleLine};

// What stands on the sky, with its sizes in mm.
struct SkyWords {
  std::string clock, date;
  TextStyle hall;
  bool seal = true;
  double above = 0, hall_height = 0, clock_height = 0, date_height = 0;
  double width = 0;  // of clock and date

  double bottom() const { return above + hall_height + clock_height + date_height; }
};

// The seal says nothing that the name does not say: it goes first.
void fit_hall(Stage& stage, double room, SkyWords& words) {
  Canvas& canvas = stage.canvas();
  words.hall = {.type = Type::T2, .weight = Weight::Bold, .factor = 1.11, .line_height = 1.3};
  const double line = canvas.measure(stage.chrome.hall, words.hall).width;
  words.seal = line <= room - kSeal - kS2;
  if (words.seal) {
    words.hall_height = kSeal;
    return;
  }
  if (line > room) words.hall.factor = 1;
  words.hall_height = canvas.measure(stage.chrome.hall, words.hall, room).height;
}

SkyWords sky_words(Stage& stage, double width) {
  Canvas& canvas = stage.canvas();
  const Theme& theme = stage.theme();
  SkyWords words;
  words.above = theme.small_panel() ? 9 : 13;
  fit_hall(stage, width - 2 * theme.margin_mm(), words);
  const view::LocalTime& now = stage.chrome.now;
  if (!now.certain) return words;
  words.clock = std::to_string(now.hour) + (now.minute < 10 ? ":0" : ":") +
                std::to_string(now.minute);
  words.date = weekday_text(stage, now);
  const TextBlock clock = canvas.measure(words.clock, kClock);
  const TextBlock date = canvas.measure(words.date, kDate, width - 2 * theme.margin_mm());
  words.clock_height = clock.height + (theme.small_panel() ? 0 : 4);
  words.date_height = date.height;
  words.width = theme.margin_mm() + std::max(clock.width, date.width);
  return words;
}

// Shares of the picture below the words: the sky above the hills, and above the sun where the
// words are as wide as to reach it.
double sky_share(const SkyWords& words, double width) {
  return words.width + kS1 > width * kSunLeft ? kAboveSun : kOpenSky;
}

void draw_words(Stage& stage, const Rect& scene, const SkyWords& words) {
  Canvas& canvas = stage.canvas();
  const double margin = stage.theme().margin_mm();
  Rect rest{scene.x + margin, scene.y + words.above, scene.w - 2 * margin, scene.h};
  Rect hall = rest.cut_top(words.hall_height);
  if (words.seal) {
    const Rect seal = hall.cut_left(kSeal, kS2);
    canvas.fill(seal, Colour::Blue, kR2);
    canvas.icon(seal.centre(), Icon::VolunteerActivism, 13, Colour::OnBlue);
  }
  canvas.text(hall, stage.chrome.hall, words.hall, {.vertical = VerticalAlign::Middle});
  if (words.clock.empty()) return;
  Rect clock = rest.cut_top(words.clock_height);
  // The figures have air on their left; the words begin at the edge.
  clock.x -= 1.5;
  canvas.text(clock, words.clock, kClock, {.vertical = VerticalAlign::Bottom});
  canvas.text(rest.cut_top(words.date_height), words.date, kDate);
}

}  // namespace

double attract_scene_height(Stage& stage, double width_mm) {
  const SkyWords words = sky_words(stage, width_mm);
  // Below them the hills still need something to be hills in.
  constexpr double kHills = 50;
  return words.bottom() + kHills;
}

void draw_attract_scene(Stage& stage, const Rect& scene, const AttractLook& look) {
  Canvas& canvas = stage.canvas();
  canvas.fill(scene, Colour::Paper);
  const SkyWords words = sky_words(stage, scene.w);
  const double below = scene.h - words.bottom();
  const double picture = std::min(scene.h, below / (1 - sky_share(words, scene.w)));
  Rect rest = scene;
  draw_hills(canvas, rest.cut_bottom(picture), look.ground);
  draw_words(stage, scene, words);
}

}  // namespace huimin::screens::resident
