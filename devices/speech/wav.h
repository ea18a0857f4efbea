// WAV files of speech: mono, 16 bit, 22,050 Hz, as the voice makes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "devices/speech/voice.h"

namespace huimin::devices {

inline constexpr int kWavRate = 22050;

// The 44 bytes before `samples` samples.
std::string wav_header(std::size_t samples);

// Everything is checked: the file may be cut or forged. Nothing for any other form of sound, and
// above ten minutes.
std::optional<Pcm> parse_wav(std::string_view bytes);

}  // namespace huimin::devices
