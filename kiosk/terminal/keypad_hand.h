#pragma once
// The hand on the keypad and the ear at the headset of somebody who plays a journey without looking
// at the screen.
//
// Keys go through the simulated keypad, one at a time: the next is pressed when the terminal has
// taken the one before and has said what there is to say.

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/terminal/core.h"
#include "kiosk/terminal/device_control.h"
#include "kiosk/terminal/tried.h"
#include "screens/locale/pronunciation.h"

namespace huimin::terminal {

class KeypadHand {
 public:
  // Writes what is said into `record`, in order; the file is made with the first words. The tables
  // of `share_dir` are needed to look for Chinese words in what was said.
  KeypadHand(Core& core, DeviceControl& devices, const std::filesystem::path& share_dir,
             std::filesystem::path record);
  ~KeypadHand();
  KeypadHand(const KeypadHand&) = delete;
  KeypadHand& operator=(const KeypadHand&) = delete;

  // Another step of the script begins. After a step that does something, only what is said from
  // then on is heard.
  void begin_step(bool acts);

  Tried press(const std::string& argument);     // "right 3"
  Tried focus(const std::string& id);           // by the shortest way
  Tried dial(const std::string& keys);          // letters and digits on the keyboard shown
  Tried heard(const std::string& text) const;
  Tried headset(const std::string& where);      // "in", "out"

 private:
  void listen(const screens::Utterances& said, const screens::Registry& registry);
  bool is_quiet() const;
  Tried send(const std::string& key);
  Tried step_towards(const std::string& id);

  Core& core_;
  DeviceControl& devices_;
  std::optional<screens::Pronunciation> pronunciation_;
  const std::filesystem::path record_path_;
  std::ofstream record_;
  std::string screen_;  // of the last words in the record
  std::vector<std::string> said_;
  std::size_t listens_from_ = 0;
  std::optional<int> awaited_;  // presses taken when the last one has arrived
  // Of the step that is being tried.
  std::optional<int> left_;
  std::size_t dialled_ = 0;
  int presses_ = 0;
};

}  // namespace huimin::terminal
