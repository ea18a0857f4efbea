// A voice: text in, sound out. Nothing is played here; see sound.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace huimin::devices {

// Mono, 16 bit.
struct Pcm {
  std::vector<std::int16_t> samples;
  int rate_hz = 22050;
};

// Mandarin is given as tone-numbered pinyin, "qing3 shu1 ru4", English as plain text.
enum class SpokenLanguage : std::uint8_t { Mandarin, English };

enum class VoiceError : std::uint8_t {
  NoData,     // the voice's files are not installed: reading aloud cannot be offered
  Failed,     // this text could not be spoken
};

// Slowest and fastest speed of any voice, in percent of its usual one (VVSG 2.0, 7.1-K).
inline constexpr int kSlowestPercent = 50, kFastestPercent = 200;

// Used by one thread. The synthesiser keeps its state for the whole process, so there is at most
// one voice of a kind at a time.
class Voice {
 public:
  virtual ~Voice() = default;

  // The whole text at once; about 1 ms of CPU for a second of speech. `percent` beyond the limits
  // is taken as the nearest limit; the pitch stays the same.
  virtual tl::expected<Pcm, VoiceError> speak(SpokenLanguage language, std::string_view text,
                                              int percent) = 0;
};

}  // namespace huimin::devices
