// Sound through SDL: open while something sounds, closed after, since an open device costs CPU.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "devices/speech/sound.h"

namespace huimin::devices {

// Names as SDL lists them; empty: the system's default.
struct SoundOutlets {
  std::string loudspeaker;
  std::string headset;
};

// One thread. The device is tried once when this is made, so that status() is known.
std::unique_ptr<Sound> make_sdl_sound(SoundOutlets outlets);

// What SoundOutlets may name on this machine; empty: none, or none that can be told apart.
std::vector<std::string> sound_device_names();

}  // namespace huimin::devices
