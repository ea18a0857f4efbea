#include "kiosk/programs/voice.h"

#include <memory>
#include <utility>

#include "devices/speech/clips.h"
#include "devices/speech/espeak_voice.h"
#include "devices/speech/wav_file.h"

namespace huimin::programs {

terminal::SpeechParts make_voice(const std::filesystem::path& share,
                                 const std::filesystem::path& record,
                                 const terminal::Config& config) {
  terminal::SpeechParts parts;
  parts.voice = []() -> std::unique_ptr<devices::Voice> {
    auto voice = devices::make_espeak_voice();
    return voice ? std::move(*voice) : nullptr;
  };
  parts.sound = [record, outlets = outlets_of(config)]() -> std::unique_ptr<devices::Sound> {
    if (record.empty()) return devices::make_sdl_sound(outlets);
    return std::make_unique<devices::WavFile>(record);
  };
  parts.clips = std::make_shared<devices::Clips>(share / "audio");
  return parts;
}

devices::SoundOutlets outlets_of(const terminal::Config& config) {
  // Without a loudspeaker nothing is ever said to one; whether there is sound the headset's tells.
  const bool only_headset = config.headset == terminal::HeadsetUse::Always;
  return {only_headset ? config.headset_device : config.loudspeaker_device, config.headset_device};
}

}  // namespace huimin::programs
