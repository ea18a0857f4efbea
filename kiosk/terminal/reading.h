#pragma once
// What of the screen is read aloud, and when: a new screen as a whole, then what changes on it, the
// widget that the keypad comes to, and the last words again when they are asked for.
//
// The user's thread calls everything.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/terminal/speech_worker.h"
#include "screens/narration/narrator.h"
#include "screens/view/common.h"

namespace huimin::terminal {

// A picture that stands still, and who is before it. Valid for the call.
struct Listening {
  const screens::Registry& registry;
  const screens::Heard& heard;
  const std::string& screen;  // its name
  const std::string& focus;   // id of the widget the keypad is on; empty: none
  screens::view::Comfort comfort;
  bool always = false;  // this screen is read though reading is off
  devices::Outlet outlet = devices::Outlet::Loudspeaker;
};

class Reading {
 public:
  // What is ordered from the voice, with the picture it is of; for who keeps a record of a
  // made-up person's journey.
  using Record = std::function<void(const screens::Utterances&, const screens::Registry&)>;

  // Both must outlive it. The tables of <share_dir>/speech are read when they are first needed;
  // without them nothing is said.
  Reading(const screens::Texts& texts, std::filesystem::path share_dir, SpeechWorker& voice);
  ~Reading();

  void record(Record record) { record_ = std::move(record); }

  // After each picture that stands still.
  void look(const Listening& now);
  // A touch or a key: whatever is being said is cut, and what follows from it may be said at once.
  void interrupt();
  // The last words once more; asked twice in a row, the whole screen.
  void repeat(const Listening& now);
  // The last words once more, and no more than them: a key cut them and changed nothing.
  void again(const Listening& now);
  // What stands in the fields.
  void read_fields(const Listening& now);
  // Silence at once; nothing of this person is kept. For the end of a session.
  void end();

  // Something is to be said as soon as the voice has finished: look again then.
  bool waits() const { return waits_; }

 private:
  struct Words;
  const screens::Narrator* narrator();
  void say(const Listening& now, screens::Utterances utterances);
  void say_screen(const Listening& now);
  void say_news(const Listening& now);
  void remember(const Listening& now);
  void drop_last();

  const screens::Texts& texts_;
  const std::filesystem::path share_dir_;
  SpeechWorker& voice_;
  Record record_;
  std::unique_ptr<Words> words_;
  bool tried_ = false;  // to read the tables

  bool on_ = false;
  std::string screen_, focus_;
  screens::view::Comfort comfort_;
  devices::Outlet outlet_ = devices::Outlet::Loudspeaker;
  screens::Registry before_;      // the picture whose news were said
  screens::Utterances last_;      // what was said last
  bool last_is_screen_ = false;   // it is the whole screen, or was just repeated
  bool acted_ = false;            // a person did something since the last words
  bool waits_ = false;
};

}  // namespace huimin::terminal
