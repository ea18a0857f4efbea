#include "devices/speech/sdl_sound.h"

#include <SDL.h>

#include <optional>
#include <utility>
#include <vector>

namespace huimin::devices {
namespace {

// About 46 ms at 22,050 Hz: what is still heard after a stop.
constexpr Uint16 kDeviceSamples = 1024;

class SdlSound final : public Sound {
 public:
  explicit SdlSound(SoundOutlets outlets) : outlets_(std::move(outlets)) {
    open(Outlet::Loudspeaker, Pcm{}.rate_hz);
    rest();
  }
  ~SdlSound() override { rest(); }
  SdlSound(const SdlSound&) = delete;
  SdlSound& operator=(const SdlSound&) = delete;

  SoundStatus status() const override { return status_; }

  void play(const Pcm& pcm, Outlet outlet, const Loudness& loudness) override {
    if (pcm.samples.empty()) return;
    const bool other = device_ != 0 && (outlet != outlet_ || pcm.rate_hz != rate_hz_);
    if (other) rest();
    if (device_ == 0) open(outlet, pcm.rate_hz);
    if (device_ == 0) return;
    const auto gain = static_cast<float>(gain_of(loudness) / 32768.0);
    std::vector<float> samples;
    samples.reserve(pcm.samples.size());
    for (const std::int16_t sample : pcm.samples) samples.push_back(sample * gain);
    const auto bytes = static_cast<Uint32>(samples.size() * sizeof(float));
    if (SDL_QueueAudio(device_, samples.data(), bytes) != 0) fail();
  }

  void stop() override {
    if (device_ != 0) SDL_ClearQueuedAudio(device_);
  }

  std::chrono::milliseconds remaining() override {
    if (device_ == 0) return std::chrono::milliseconds{0};
    // A device that was pulled out stops by itself; what it still holds is never heard.
    if (SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_STOPPED) {
      fail();
      return std::chrono::milliseconds{0};
    }
    const auto samples = SDL_GetQueuedAudioSize(device_) / sizeof(float);
    return std::chrono::milliseconds{samples * 1000 / static_cast<std::size_t>(rate_hz_)};
  }

  void rest() override {
    if (device_ != 0) SDL_CloseAudioDevice(device_);
    device_ = 0;
    if (started_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    started_ = false;
  }

 private:
  void open(Outlet outlet, int rate_hz) {
    started_ = started_ || SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    if (!started_) return fail();
    SDL_AudioSpec wanted{};
    wanted.freq = rate_hz;
    wanted.format = AUDIO_F32SYS;
    wanted.channels = 1;
    wanted.samples = kDeviceSamples;
    const std::string& name =
        outlet == Outlet::Headset ? outlets_.headset : outlets_.loudspeaker;
    // No changes are allowed: SDL converts to what the device has.
    device_ = SDL_OpenAudioDevice(name.empty() ? nullptr : name.c_str(), 0, &wanted, nullptr, 0);
    if (device_ == 0) return fail();
    outlet_ = outlet;
    rate_hz_ = rate_hz;
    status_ = SoundStatus::Ready;
    SDL_PauseAudioDevice(device_, 0);
  }

  void fail() {
    rest();
    status_ = SoundStatus::Missing;
  }

  const SoundOutlets outlets_;
  SDL_AudioDeviceID device_ = 0;
  bool started_ = false;
  Outlet outlet_ = Outlet::Loudspeaker;
  int rate_hz_ = 22050;
  SoundStatus status_ = SoundStatus::Missing;
};

}  // namespace

std::vector<std::string> sound_device_names() {
  std::vector<std::string> names;
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return names;
  const int count = SDL_GetNumAudioDevices(/*iscapture=*/0);
  for (int i = 0; i < count; ++i) {
    if (const char* name = SDL_GetAudioDeviceName(i, /*iscapture=*/0)) names.emplace_back(name);
  }
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
  return names;
}

std::unique_ptr<Sound> make_sdl_sound(SoundOutlets outlets) {
  return std::make_unique<SdlSound>(std::move(outlets));
}

}  // namespace huimin::devices
