#include "kiosk/programs/voice.h"

#include <memory>
#include <utility>

#include "devices/speech/clips.h"
#include "devices/speech/espeak_voice.h"
#include "devices/speech/sdl_sound.h"
#include "devices/speech/wav_file.h"

namespace huimin::programs {

terminal::SpeechParts make_voice(const std::filesystem::path& share,
                                 const std::filesystem::path& record) {
  terminal::SpeechParts parts;
  parts.voice = []() -> std::unique_ptr<devices::Voice> {
    auto voice = devices::make_espeak_voice();
    return voice ? std::move(*voice) : nullptr;
  };
  parts.sound = [record]() -> std::unique_ptr<devices::Sound> {
    if (record.empty()) return devices::make_sdl_sound({});
    return std::make_unique<devices::WavFile>(record);
  };
  parts.clips = std::make_shared<devices::Clips>(share / "audio");
  return parts;
}

}  // namespace huimin::programs
