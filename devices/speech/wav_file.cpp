#include "devices/speech/wav_file.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "devices/speech/wav.h"

namespace huimin::devices {
namespace {

// Quieter than this is silence, and longer silences are shortened to this.
constexpr int kSilence = 200;
constexpr std::size_t kLongestSilence = kWavRate * 35 / 100;
// 24 dB: who listens afterwards does so at one loudness, and a headset starts at 36 below the
// loudest.
constexpr double kHeadsetRaised = 15.8;
// About 24 hours of speech: the size of the file is a 32-bit number.
constexpr std::size_t kMostSamples = std::size_t{1} << 30;

std::string without_long_silences(const Pcm& pcm, double gain) {
  std::string out;
  std::size_t silent = 0;
  for (const std::int16_t sample : pcm.samples) {
    silent = std::abs(int{sample}) < kSilence ? silent + 1 : 0;
    if (silent > kLongestSilence) continue;
    const auto value = static_cast<std::uint16_t>(std::lround(sample * gain));
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8);
  }
  return out;
}

}  // namespace

WavFile::WavFile(std::filesystem::path file)
    : file_(file, std::ios::binary | std::ios::in | std::ios::out | std::ios::trunc) {
  file_ << wav_header(0) << std::flush;
}

SoundStatus WavFile::status() const {
  return file_.good() ? SoundStatus::Ready : SoundStatus::Missing;
}

void WavFile::play(const Pcm& pcm, Outlet outlet, const Loudness& loudness) {
  const double raised = outlet == Outlet::Headset ? kHeadsetRaised : 1.0;
  const double gain = std::min(gain_of(loudness) * raised, 1.0);
  const std::string bytes = without_long_silences(pcm, gain);
  if (!file_.good() || samples_ + bytes.size() / 2 > kMostSamples) return;
  file_.seekp(0, std::ios::end);
  file_ << bytes;
  samples_ += bytes.size() / 2;
  file_.seekp(0);
  file_ << wav_header(samples_) << std::flush;
}

}  // namespace huimin::devices
