// Writes what is said into one WAV file instead of playing it, with long silences shortened: what
// a journey without a loudspeaker sounded like, to be listened to afterwards. A headset's part is
// written 24 dB louder than it sounded, at most as loud as can be.
#pragma once

#include <filesystem>
#include <fstream>

#include "devices/speech/sound.h"

namespace huimin::devices {

// Nothing takes time here: what is played is over at once, so a stop cuts nothing off. The file
// is a whole one after each play.
class WavFile final : public Sound {
 public:
  // Begins the file anew; a folder that does not exist makes it Missing.
  explicit WavFile(std::filesystem::path file);

  SoundStatus status() const override;
  void play(const Pcm& pcm, Outlet outlet, const Loudness& loudness) override;
  void stop() override {}
  std::chrono::milliseconds remaining() override { return std::chrono::milliseconds{0}; }
  void rest() override {}

 private:
  std::fstream file_;
  std::size_t samples_ = 0;
};

}  // namespace huimin::devices
