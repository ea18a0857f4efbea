#pragma once
// The voice a terminal speaks with.

#include <filesystem>

#include "kiosk/terminal/speech_worker.h"

namespace huimin::programs {

// The voices of this machine and recorded clips; through its sound device, or into `record` when
// that is not empty.
terminal::SpeechParts make_voice(const std::filesystem::path& share,
                                 const std::filesystem::path& record);

}  // namespace huimin::programs
