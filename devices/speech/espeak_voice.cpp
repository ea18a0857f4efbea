#include "devices/speech/espeak_voice.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <atomic>
#include <string>

#include "devices/speech/stretch.h"

namespace huimin::devices {
namespace {

// What espeak-ng calls words a minute at 100 %. Measured: English then has 125 words a minute, as
// VVSG 2.0, 7.1-K asks; Mandarin about 190 characters a minute, the pace of careful speech.
constexpr int kEnglishRate = 96;
constexpr int kMandarinRate = 160;
constexpr const char* kMandarin = "cmn-latn-pinyin";
constexpr const char* kEnglish = "en";

std::atomic<bool> exists{false};

// espeak-ng calls this on the thread that synthesises, with what was given to espeak_Synth.
int take_samples(short* samples, int count, espeak_EVENT* events) {
  if (samples == nullptr || count <= 0 || events == nullptr) return 0;
  auto* out = static_cast<std::vector<std::int16_t>*>(events->user_data);
  if (out != nullptr) out->insert(out->end(), samples, samples + count);
  return 0;
}

class EspeakVoice final : public Voice {
 public:
  explicit EspeakVoice(int rate_hz) : rate_hz_(rate_hz) {
    espeak_SetSynthCallback(&take_samples);
  }
  ~EspeakVoice() override {
    espeak_Terminate();
    exists = false;
  }
  EspeakVoice(const EspeakVoice&) = delete;
  EspeakVoice& operator=(const EspeakVoice&) = delete;

  tl::expected<Pcm, VoiceError> speak(SpokenLanguage language, std::string_view text,
                                      int percent) override {
    const bool mandarin = language == SpokenLanguage::Mandarin;
    if (espeak_SetVoiceByName(mandarin ? kMandarin : kEnglish) != EE_OK) {
      return tl::unexpected(VoiceError::NoData);
    }
    const int wanted = (mandarin ? kMandarinRate : kEnglishRate) *
                       std::clamp(percent, kSlowestPercent, kFastestPercent) / 100;
    // The synthesiser has no slower speed than this; the rest is done by stretching.
    const int rate = std::max(wanted, espeakRATE_MINIMUM);
    espeak_SetParameter(espeakRATE, rate, 0);
    const std::string copy{text};  // must end with a zero byte
    Pcm pcm{{}, rate_hz_};
    const espeak_ERROR error = espeak_Synth(copy.c_str(), copy.size() + 1, 0, POS_CHARACTER, 0,
                                            espeakCHARS_UTF8, nullptr, &pcm.samples);
    if (error != EE_OK) return tl::unexpected(VoiceError::Failed);
    return stretched(pcm, static_cast<double>(rate) / wanted);
  }

 private:
  const int rate_hz_;
};

}  // namespace

tl::expected<std::unique_ptr<Voice>, VoiceError> make_espeak_voice(
    const std::filesystem::path& data) {
  // espeak-ng would silently take the system's own files instead.
  const bool absent = !data.empty() && !std::filesystem::exists(data / "espeak-ng-data");
  if (absent) return tl::unexpected(VoiceError::NoData);
  if (exists.exchange(true)) return tl::unexpected(VoiceError::Failed);
  const std::string folder = data.string();
  const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0,
                                     folder.empty() ? nullptr : folder.c_str(),
                                     espeakINITIALIZE_DONT_EXIT);
  if (rate <= 0) {
    exists = false;
    return tl::unexpected(VoiceError::NoData);
  }
  std::unique_ptr<Voice> voice = std::make_unique<EspeakVoice>(rate);
  for (const char* name : {kMandarin, kEnglish}) {
    if (espeak_SetVoiceByName(name) != EE_OK) return tl::unexpected(VoiceError::NoData);
  }
  return voice;
}

}  // namespace huimin::devices
