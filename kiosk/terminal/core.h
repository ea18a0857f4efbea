#pragma once
// The running terminal without its window: the journey, its workers, and the picture of what it
// shows.
//
// One thread, the user's, calls everything but `post`. The main loop and the player of journey
// scripts drive the same object.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/base/clock.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/journey/resident/present.h"
#include "kiosk/terminal/config.h"
#include "screens/locale/texts.h"
#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"

namespace huimin::terminal {

class Effects;

struct CoreSetup {
  Config config;
  std::filesystem::path state_dir;
  std::filesystem::path share_dir;  // texts and catalogue
  screens::view::Language language = screens::view::Language::ChineseSimplified;
};

// What the hall is told about an outcome; for the summary of a headless run.
struct Outcomes {
  std::optional<journey::resident::event::Committed> committed;
  std::optional<journey::resident::event::Acknowledged> acknowledged;
  std::optional<journey::resident::event::StatusArrived> status;
  base::MonoTime submitted_at, committed_at, acknowledged_at;
};

class Core {
 public:
  // `wake` is called from workers whenever there is something to do. The error is one line for a
  // person.
  static tl::expected<std::unique_ptr<Core>, std::string> start(CoreSetup setup,
                                                                const base::Clock& clock,
                                                                std::function<void()> wake);
  ~Core();

  // Any thread.
  void post(journey::resident::Event event);

  // Takes what waits in the inbox, and time.
  void turn();
  // Draws until nothing more follows from it; intents go through the journey. The surface holds the
  // finished picture; answers what changed on it, valid until the next paint.
  const std::vector<screens::PxRect>& paint(const screens::Surface& surface);
  bool must_paint() const { return changed_ || frame_.needs_redraw(); }
  // How long nothing happens by itself; at most a minute.
  std::chrono::milliseconds next_turn_within() const;

  screens::Frame& frame() { return frame_; }
  screens::Screen screen() const;
  // Name of the screen that the last paint showed, "identify-reading".
  const std::string& shown() const { return shown_; }
  const Outcomes& outcomes() const { return outcomes_; }
  // The reader has noticed a card, and not yet that it was lifted.
  bool card_lies() const { return resident_.card.has_value(); }
  // Input arrived: the next picture may differ.
  void repaint_soon() { changed_ = true; }
  // The surface lost its contents or its size changed.
  void repaint_all();

 private:
  Core(CoreSetup setup, const base::Clock& clock, std::function<void()> wake,
       catalogue::Catalogue catalogue, screens::Texts texts);
  void apply(const journey::resident::Event& event);
  void note(const journey::resident::Event& event, base::Instant at);
  journey::resident::World world() const;
  void begin_screen(const std::string& name);

  const CoreSetup setup_;
  const base::Clock& clock_;
  const std::function<void()> wake_;
  const catalogue::Catalogue catalogue_;
  const domain::WorkCalendar calendar_;
  const screens::Texts texts_;
  journey::resident::Hall hall_;
  journey::resident::Resident resident_;
  base::BoundedQueue<journey::resident::Event> inbox_;
  screens::Frame frame_;
  screens::ResidentScreens screens_;
  std::unique_ptr<Effects> effects_;
  Outcomes outcomes_;
  std::string shown_;
  std::vector<screens::PxRect> damage_;
  base::MonoTime painted_at_;
  std::optional<base::MonoTime> tick_due_;  // nothing: time alone changes nothing
  bool changed_ = true;
};

}  // namespace huimin::terminal
