#pragma once
// Plays a journey script on a terminal without a window: touches what a person would touch, waits
// for what a person would see, and keeps a picture of every screen passed.

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/terminal/adjustable_clock.h"
#include "kiosk/terminal/core.h"
#include "kiosk/terminal/device_control.h"
#include "kiosk/terminal/keypad_hand.h"
#include "kiosk/terminal/script.h"
#include "kiosk/terminal/still_picture.h"

namespace huimin::terminal {

// Set by workers, waited for by the player.
class Waker {
 public:
  void wake();
  void wait(std::chrono::milliseconds limit);

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  bool woken_ = false;
};

struct PlayerSetup {
  std::filesystem::path journey;  // folder with journey.txt
  std::filesystem::path
      control;  // socket of the simulated devices; that of the program `beside` is next to it
  std::filesystem::path state;  // of the terminal
  // Pictures go to out/screens, what is read aloud to out/speech.txt; out/paper is looked into.
  std::filesystem::path out;
  std::filesystem::path share = {};  // needed to look for Chinese words in what was read aloud
};

class Player {
 public:
  Player(const PlayerSetup& setup, Core& core, AdjustableClock& clock, Waker& waker);

  // Plays to the end. The error is one line: where the script stands, what was expected and what is
  // shown.
  tl::expected<void, std::string> play();
  // Milliseconds from the start to the first finished picture, and of the whole.
  std::int64_t first_picture_ms() const { return first_picture_ms_; }
  std::int64_t journey_ms() const { return journey_ms_; }

 private:
  Tried attempt(const ScriptStep& step);
  bool reader_is(const std::string& state) const;
  Tried attempt_tap(const std::string& id);
  Tried attempt_see(const std::string& text);
  Tried attempt_value(const std::string& argument);
  Tried attempt_paper(const std::string& count);
  Tried attempt_signal(const std::string& state);
  Tried attempt_scan(const std::string& what);
  Tried type(const std::string& keys);
  Tried type_pinyin(const std::string& argument);
  Tried sign();
  Tried write(const std::string& strokes);
  bool draw(const std::string& pad, const std::vector<screens::Point>& stroke);
  Tried attempt_code(const std::string& paper);
  static Tried tell(DeviceControl& who, const std::string& line);
  Tried set_clock(const std::string& argument);

  void settle();
  void turn_page();
  bool tap(const std::string& id);
  bool says(const std::string& text) const;
  void keep_last(const std::string& name);
  void keep_picture(const std::string& name, screens::Pixels& picture);
  tl::unexpected<std::string> fail(const ScriptStep& step, const std::string& problem);

  const PlayerSetup setup_;
  Core& core_;
  AdjustableClock& clock_;
  const base::SystemClock real_;
  Waker& waker_;
  DeviceControl devices_, beside_;
  KeypadHand hand_;
  screens::Pixels pixels_;
  StillPicture last_;    // the last picture that stood still, or else the one before this one
  bool rested_ = false;  // last_ stood still, and is of the screen that is shown
  std::string shown_;
  std::set<std::size_t> kept_;  // hashes of pictures: the same picture is not written twice
  int pictures_ = 0;
  base::MonoTime scanned_at_;  // by the real clock
  std::int64_t first_picture_ms_ = 0;
  std::int64_t journey_ms_ = 0;
};

}  // namespace huimin::terminal
