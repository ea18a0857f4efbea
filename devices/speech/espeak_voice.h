// The voices of espeak-ng: `cmn-latn-pinyin` for Mandarin, `en` for English. The voice `cmn` of
// espeak-ng 1.51 spells its own dictionary's pinyin as English, so it is never used.
#pragma once

#include <filesystem>
#include <memory>

#include <tl/expected.hpp>

#include "devices/speech/voice.h"

namespace huimin::devices {

// NoData when the voices are not installed; Failed when there is one already. `data` is the folder
// that holds espeak-ng-data; empty: where the system has it.
tl::expected<std::unique_ptr<Voice>, VoiceError> make_espeak_voice(
    const std::filesystem::path& data = {});

}  // namespace huimin::devices
