#pragma once
// The running terminal without its window: the journey, its workers, and the picture of what it
// shows.
//
// One thread, the user's, calls everything but `post`. The main loop and the player of journey
// scripts drive the same object.

#include <atomic>
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
#include "kiosk/terminal/core_setup.h"
#include "kiosk/terminal/keypad_worker.h"
#include "kiosk/terminal/outcomes.h"
#include "kiosk/terminal/reading.h"
#include "screens/locale/texts.h"
#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"

namespace huimin::terminal {

class Effects;

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
  void post_key(devices::KeypadEvent said);

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
  // Nothing is lit: the picture is black, and what it would show is read aloud.
  bool is_dark() const { return resident_.comfort.dark; }
  bool headset_in() const { return headset_in_; }
  int keys_taken() const { return keys_taken_; }  // presses of the keypad so far
  // Who keeps a record of what was read aloud; of made-up people only.
  void record_speech(Reading::Record record) { reading_.record(std::move(record)); }
  bool is_speaking() const { return voice_->is_speaking(); }
  void repaint_soon() { changed_ = true; }  // input arrived: the next picture may differ
  // The surface lost its contents or its size changed.
  void repaint_all();

 private:
  Core(CoreSetup setup, const base::Clock& clock, std::function<void()> wake,
       catalogue::Catalogue catalogue, screens::Texts texts);
  void apply(const journey::resident::Event& event);
  void note(const journey::resident::Event& event, base::Instant at);
  journey::resident::World world() const;
  SpeechNews speech_news();
  void name_missing_features();
  void begin_screen(const std::string& name);
  void obey(const journey::resident::Effect& effect);
  void take(const devices::KeypadEvent& said);
  void press(devices::KeypadKey key);
  void press(screens::view::Act act);
  bool finish_frame(const screens::Surface& surface);  // true: the picture stands
  enum class Touch : std::uint8_t { Taken, Ignored };  // ignored: it only lights the screen
  Touch take_touch(const screens::FrameInput& input);
  Listening listening();
  devices::Outlet outlet() const;

  const CoreSetup setup_;
  const base::Clock& clock_;
  const std::function<void()> wake_;
  const catalogue::Catalogue catalogue_;
  const domain::WorkCalendar calendar_;
  const screens::Texts texts_;
  journey::resident::Hall hall_;
  journey::resident::Resident resident_;
  base::BoundedQueue<journey::resident::Event> inbox_;
  base::BoundedQueue<devices::KeypadEvent> keys_;
  std::atomic<bool> has_read_{false};  // the voice has come to an end
  screens::Frame frame_;
  screens::ResidentScreens screens_;
  // Workers post into what stands above, so they end first.
  std::unique_ptr<SpeechWorker> voice_;
  Reading reading_;
  std::unique_ptr<Effects> effects_;
  std::optional<KeypadWorker> keypad_;
  bool headset_in_ = false, looked_for_features_ = false;
  int keys_taken_ = 0;
  Outcomes outcomes_;
  std::string shown_;
  std::vector<screens::PxRect> damage_;
  base::MonoTime painted_at_;
  std::optional<base::MonoTime> tick_due_;  // nothing: time alone changes nothing
  // black_: the surface is; lights_: the finger that is down brings the picture back.
  bool changed_ = true, black_ = false, finger_down_ = false, lights_ = false;
};

}  // namespace huimin::terminal
