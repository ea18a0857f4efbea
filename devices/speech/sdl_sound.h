// Sound through SDL: open while something sounds, closed after, since an open device costs CPU.
#pragma once

#include <memory>
#include <string>

#include "devices/speech/sound.h"

namespace huimin::devices {

// Names as SDL lists them; empty: the system's default.
struct SoundOutlets {
  std::string loudspeaker;
  std::string headset;
};

// One thread. The device is tried once when this is made, so that status() is known.
std::unique_ptr<Sound> make_sdl_sound(SoundOutlets outlets);

}  // namespace huimin::devices
