// A terminal without a window that shows one sample after another and goes through all of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"
#include "settings.h"
#include "tests/screens/sample_views.h"

namespace huimin::screens::audit {

// What is on the glass at one moment.
struct Shown {
  std::vector<Entry> entries;
  std::vector<std::string> duplicates;
  std::vector<std::string> without_pager;  // regions that only a finger can scroll
};

// One sample in one setting: what it shows on each of its pages and scroll positions.
struct Walked {
  std::vector<Shown> shown;
  bool at_rest = true;  // false: it never stopped asking for another frame
  std::vector<char32_t> missing_letters;
  std::vector<std::string> missing_texts;
};

class Stand {
 public:
  explicit Stand(const Screen& panel);

  // Draws the sample, then presses the lower button of every pager until it is off.
  Walked walk(const samples::Sample& sample);

  // One frame. What was touched.
  view::Intents frame(const samples::Sample& sample);
  // Frames until nothing moves; false: it does not come to rest.
  bool settle(const samples::Sample& sample);
  view::Intents tap(const samples::Sample& sample, std::string_view id);
  // One stroke from the upper left to the lower right of this pad.
  void write(const samples::Sample& sample, std::string_view pad_id);
  // As at the end of a session: no keyboard holds anything.
  void forget() { screens_.forget(); }
  // Also paints what settle() draws.
  void paint(bool on) { paints_ = on; }

  Frame& toolkit() { return frame_; }
  Pixels& pixels() { return pixels_; }
  const Registry& registry() const { return frame_.registry(); }
  const Texts& texts() const { return texts_; }
  // How the values of the last picture are read aloud.
  const Heard& heard() const { return screens_.heard(); }
  const Screen& panel() const { return panel_; }
  std::span<const PxRect> damage() const { return damage_; }

 private:
  Shown look();
  bool press_pager(const samples::Sample& sample, std::string_view end);

  Screen panel_;
  Texts texts_;
  ResidentScreens screens_;
  Frame frame_;
  Pixels pixels_;
  Ui* ui_ = nullptr;
  bool paints_ = false;
  std::span<const PxRect> damage_;
  std::vector<char32_t> missing_letters_;   // those of earlier samples
  std::vector<std::string> missing_texts_;
};

}  // namespace huimin::screens::audit
