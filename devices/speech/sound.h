// Where sound comes out: a loudspeaker or the headset in the keypad's jack.
#pragma once

#include <chrono>
#include <cstdint>

#include "devices/speech/voice.h"

namespace huimin::devices {

enum class Outlet : std::uint8_t { Loudspeaker, Headset };

// Loudness in equal steps below the loudest. How loud the loudest is is set once at the amplifier,
// with a meter: 100 dB SPL in the headset, 75 dBA where a person stands before the loudspeaker.
struct Loudness {
  int step = 0;   // 0 the softest, steps - 1 the loudest
  int steps = 1;
  int step_db = 6;  // at most 10 (VVSG 2.0, 7.1-K)
};

// dB from one of ten levels to the next; the sixth is the start. A headset: 19 to 100 dB SPL, 64 at
// the start (VVSG 2.0, 7.1-K: 20 to 100, 60 to 70). The loudspeaker: 48 to 75 dBA, 63 at the start
// (EN 301 549, 5.1.3.12 and 5.1.3.13: 65 within reach, at most 65 at the start).
constexpr int step_db_of(Outlet outlet) { return outlet == Outlet::Headset ? 9 : 3; }

// Factor of the samples, greater than 0, at most 1: 10^(dB/20).
double gain_of(const Loudness& loudness);

enum class SoundStatus : std::uint8_t { Ready, Missing };

// Used by one thread. A missing sound device is a status and never an error: it is tried again at
// the next play.
class Sound {
 public:
  virtual ~Sound() = default;

  virtual SoundStatus status() const = 0;

  // Begins to sound, after what already sounds. Returns at once.
  virtual void play(const Pcm& pcm, Outlet outlet, const Loudness& loudness) = 0;

  // Silence within 300 ms, and nothing that was queued is heard (case C18).
  virtual void stop() = 0;

  // How long what was played goes on; zero when silent.
  virtual std::chrono::milliseconds remaining() = 0;

  // It has been silent for a while: gives the device back.
  virtual void rest() = 0;
};

}  // namespace huimin::devices
