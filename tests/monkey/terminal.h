#pragma once
// A terminal in one thread without window, devices, disk and network: the real journey, screens,
// keyboards and toolkit. Time stands until it is moved; what the journey asks for is handed to
// whoever plays the world outside.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/journey/resident/present.h"
#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"

namespace huimin::monkey {

using journey::resident::Effect;
using journey::resident::Event;
using journey::resident::Resident;

class Terminal {
 public:
  // Reads texts and catalogue from `share`. Throws std::runtime_error when they are not there.
  Terminal(const std::filesystem::path& share, const screens::Screen& panel);

  // A device, the store or the county says something.
  void happens(const Event& event);
  // Nobody touches anything for so long; ticks come when the journey wants them.
  void passes(base::milliseconds time);
  // The next picture. Only every `kPaintEach`-th is painted: the pixels themselves are not judged
  // here.
  void draw();
  // Draws until nothing follows from it. False: it does not come to rest.
  bool settle();

  // What the journey asked for since the last call.
  std::vector<Effect> take_effects() { return std::exchange(effects_, {}); }
  // How many intents the screens have returned, and effects the journey has asked for, so far.
  std::uint64_t intents() const { return intents_; }
  std::uint64_t effects() const { return asked_; }

  screens::Frame& frame() { return frame_; }
  const screens::Registry& registry() const { return frame_.registry(); }
  const screens::Screen& panel() const { return panel_; }
  const Resident& resident() const { return resident_; }
  const screens::view::Comfort& default_comfort() const { return world_.comfort; }
  // Of the screen that the last picture showed, "identify-reading".
  const std::string& shown() const { return shown_; }
  base::Instant now() const { return now_; }
  // Time alone leads back to the idle screen, from a copy of this state.
  bool leads_home_by_itself() const;

 private:
  static constexpr int kPaintEach = 64;

  void apply(const Event& event);
  void carry_out(const Effect& effect);

  const catalogue::Catalogue catalogue_;
  const domain::WorkCalendar calendar_;
  const screens::Texts texts_;
  const screens::Screen panel_;
  const journey::resident::World world_;
  Resident resident_;
  base::Instant now_;
  base::MonoTime drawn_at_;
  screens::Frame frame_;
  screens::Pixels pixels_;
  screens::ResidentScreens screens_;
  std::vector<Effect> effects_;
  std::string shown_;
  std::uint64_t intents_ = 0, asked_ = 0;
  int pictures_ = 0;
  bool changed_ = true;
};

}  // namespace huimin::monkey
