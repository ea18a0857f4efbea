#pragma once
// The voice a terminal speaks with.

#include <filesystem>

#include "devices/speech/sdl_sound.h"
#include "kiosk/terminal/config.h"
#include "kiosk/terminal/speech_worker.h"

namespace huimin::programs {

// The voices of this machine and recorded clips; through the sound devices of the settings, or into
// `record` when that is not empty.
terminal::SpeechParts make_voice(const std::filesystem::path& share,
                                 const std::filesystem::path& record,
                                 const terminal::Config& config);

// The sound device of each outlet.
devices::SoundOutlets outlets_of(const terminal::Config& config);

}  // namespace huimin::programs
