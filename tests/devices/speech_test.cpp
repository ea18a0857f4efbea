#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numbers>
#include <string>

#include "devices/speech/clips.h"
#include "devices/speech/espeak_voice.h"
#include "devices/speech/sdl_sound.h"
#include "devices/speech/sound.h"
#include "devices/speech/stretch.h"
#include "devices/speech/wav.h"
#include "devices/speech/wav_file.h"
#include "temporary_folder.h"

using namespace huimin::devices;

namespace {

constexpr const char* kPrompt = "qing3 ba3 shen1 fen4 zheng4 fang4 dao4 du2 ka3 qi4 shang4";
constexpr const char* kEnglishPrompt =
    "Please lay your identity card on the reader, then wait for the tone to sound again";

Voice& voice() {
  static const auto made = make_espeak_voice();
  REQUIRE(made.has_value());
  return **made;
}

double seconds(const Pcm& pcm) {
  return static_cast<double>(pcm.samples.size()) / pcm.rate_hz;
}

// How much of the sound is louder than a whisper.
double loud_part(const Pcm& pcm) {
  const auto loud = std::count_if(pcm.samples.begin(), pcm.samples.end(),
                                  [](std::int16_t s) { return std::abs(int{s}) > 500; });
  return static_cast<double>(loud) / static_cast<double>(pcm.samples.size());
}

// The lag of the first strong peak of the autocorrelation of one frame; 0: no voice in it.
double frame_pitch(const Pcm& pcm, std::size_t start, std::size_t size) {
  const auto at = [&](std::size_t i) { return static_cast<double>(pcm.samples[start + i]); };
  double energy = 0, most = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < size; ++i) energy += at(i) * at(i);
  if (energy / static_cast<double>(size) < 500.0 * 500.0) return 0;
  for (std::size_t lag = 55; lag < 300; ++lag) {  // 400 to 73 Hz
    double sum = 0;
    for (std::size_t i = 0; i + lag < size; ++i) sum += at(i) * at(i + lag);
    if (sum <= most) continue;
    most = sum;
    best = lag;
  }
  return most > 0.4 * energy ? pcm.rate_hz / static_cast<double>(best) : 0;
}

// Median over all voiced frames, in Hz.
double pitch(const Pcm& pcm) {
  std::vector<double> found;
  constexpr std::size_t kFrame = 1100;
  for (std::size_t i = 0; i + kFrame < pcm.samples.size(); i += kFrame) {
    if (const double hz = frame_pitch(pcm, i, kFrame); hz > 0) found.push_back(hz);
  }
  REQUIRE(found.size() > 5);
  std::sort(found.begin(), found.end());
  return found[found.size() / 2];
}

Pcm tone(double hz, double length_s) {
  Pcm pcm;
  const auto count = static_cast<std::size_t>(length_s * pcm.rate_hz);
  for (std::size_t i = 0; i < count; ++i) {
    const double phase = 2 * std::numbers::pi * hz * static_cast<double>(i) / pcm.rate_hz;
    pcm.samples.push_back(static_cast<std::int16_t>(8000 * std::sin(phase)));
  }
  return pcm;
}

std::string bytes_of(const Pcm& pcm) {
  std::string bytes = wav_header(pcm.samples.size());
  for (const std::int16_t sample : pcm.samples) {
    const auto value = static_cast<std::uint16_t>(sample);
    bytes += static_cast<char>(value & 0xFF);
    bytes += static_cast<char>(value >> 8);
  }
  return bytes;
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_SUITE("voice") {
  TEST_CASE("A11Y 26: a prompt sounds, in Mandarin and in English") {
    for (const auto& [language, text] : {std::pair{SpokenLanguage::Mandarin, kPrompt},
                                         std::pair{SpokenLanguage::English, kEnglishPrompt}}) {
      const auto pcm = voice().speak(language, text, 100);
      REQUIRE(pcm.has_value());
      CHECK(pcm->rate_hz == kWavRate);
      CHECK(seconds(*pcm) > 2.5);
      CHECK(loud_part(*pcm) > 0.2);
    }
  }

  TEST_CASE("A11Y 32: English is 120 to 125 words a minute at first, Mandarin about 190 characters") {
    const Pcm in_english = *voice().speak(SpokenLanguage::English, kEnglishPrompt, 100);
    const double english = 16 * 60 / seconds(in_english);
    CHECK(english > 118);
    CHECK(english < 130);
    const Pcm in_mandarin = *voice().speak(SpokenLanguage::Mandarin, kPrompt, 100);
    const double mandarin = 11 * 60 / seconds(in_mandarin);
    CHECK(mandarin > 170);
    CHECK(mandarin < 210);
  }

  TEST_CASE("A11Y 32: seven speeds from half to double, each faster than the last, pitch unchanged") {
    for (const auto& [language, text] : {std::pair{SpokenLanguage::Mandarin, kPrompt},
                                         std::pair{SpokenLanguage::English, kEnglishPrompt}}) {
      const Pcm usual = *voice().speak(language, text, 100);
      double longer = 1e9;
      for (int percent = 50; percent <= 200; percent += 25) {
        CAPTURE(percent);
        const Pcm pcm = *voice().speak(language, text, percent);
        CHECK(seconds(pcm) < longer);
        longer = seconds(pcm);
        CHECK(pitch(pcm) == doctest::Approx(pitch(usual)).epsilon(0.15));
      }
      CHECK(seconds(*voice().speak(language, text, 50)) / seconds(usual) ==
            doctest::Approx(2.0).epsilon(0.15));
      CHECK(seconds(*voice().speak(language, text, 200)) / seconds(usual) ==
            doctest::Approx(0.5).epsilon(0.15));
    }
  }

  TEST_CASE("speeds beyond the limits are taken as the limits") {
    const auto length = [](int percent) {
      return seconds(*voice().speak(SpokenLanguage::Mandarin, kPrompt, percent));
    };
    // The voice breathes a little differently each time.
    CHECK(length(1) == doctest::Approx(length(50)).epsilon(0.02));
    CHECK(length(100000) == doctest::Approx(length(200)).epsilon(0.02));
  }

  TEST_CASE("empty, odd and huge texts are no trouble") {
    CHECK(voice().speak(SpokenLanguage::Mandarin, "", 100).has_value());
    CHECK(voice().speak(SpokenLanguage::English, std::string_view{"a\0b\xFF\xFE", 5}, 100).has_value());
    std::string all;
    for (int i = 0; i < 400; ++i) all += "hao3 ";
    CHECK(seconds(*voice().speak(SpokenLanguage::Mandarin, all, 200)) > 20);
  }

  TEST_CASE("there is one voice at a time") {
    voice();
    CHECK(make_espeak_voice().error() == VoiceError::Failed);
  }
}

TEST_SUITE("stretching") {
  TEST_CASE("a tone becomes longer and shorter and keeps its pitch") {
    const Pcm before = tone(200, 1.0);
    for (const double factor : {0.5, 0.75, 1.5, 2.0}) {
      CAPTURE(factor);
      const Pcm after = stretched(before, factor);
      CHECK(seconds(after) == doctest::Approx(factor).epsilon(0.08));
      CHECK(pitch(after) == doctest::Approx(200.0).epsilon(0.03));
    }
    CHECK(stretched(before, 1.0).samples == before.samples);
    CHECK(stretched({}, 2.0).samples.empty());
    CHECK(stretched(tone(200, 0.02), 2.0).samples.size() == tone(200, 0.02).samples.size());
  }
}

TEST_SUITE("wav") {
  TEST_CASE("what was written is read again") {
    const Pcm before = tone(300, 0.1);
    const auto after = parse_wav(bytes_of(before));
    REQUIRE(after.has_value());
    CHECK(after->samples == before.samples);
  }

  TEST_CASE("every cut of a file is refused, and every other kind of sound") {
    const std::string whole = bytes_of(tone(300, 0.005));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CHECK_FALSE(parse_wav(std::string_view{whole}.substr(0, size)).has_value());
    }
    for (const std::size_t byte : {0U, 8U, 20U, 22U, 24U, 34U}) {
      std::string other = whole;
      other[byte] = static_cast<char>(other[byte] + 1);
      CHECK_FALSE(parse_wav(other).has_value());
    }
    std::string endless = whole;
    endless[40] = endless[41] = endless[42] = endless[43] = '\xFF';
    CHECK_FALSE(parse_wav(endless).has_value());
  }

  TEST_CASE("a played journey is one file, whole after each play, with short silences") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "spoken.wav";
    WavFile sound(file);
    CHECK(sound.status() == SoundStatus::Ready);
    Pcm pcm = tone(300, 0.5);
    pcm.samples.resize(pcm.samples.size() + 3 * kWavRate);
    sound.play(pcm, Outlet::Headset, {});
    const auto once = parse_wav(contents(file));
    REQUIRE(once.has_value());
    CHECK(seconds(*once) == doctest::Approx(0.85).epsilon(0.02));
    sound.play(tone(300, 0.5), Outlet::Headset, {});
    CHECK(parse_wav(contents(file))->samples.size() == once->samples.size() + kWavRate / 2);
    CHECK(WavFile(folder.path() / "none" / "x.wav").status() == SoundStatus::Missing);
  }

  TEST_CASE("a recorded clip is found by the id of its text, at any speed, and nothing else is") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "zh_CN");
    std::ofstream(folder.path() / "zh_CN" / "bar.back.wav", std::ios::binary)
        << bytes_of(tone(250, 1.0));
    std::ofstream(folder.path() / "zh_CN" / "bar.next.wav", std::ios::binary) << "damaged";
    std::ofstream(folder.path() / "secret.wav", std::ios::binary) << bytes_of(tone(250, 1.0));
    const Clips clips(folder.path());
    CHECK(seconds(*clips.find(SpokenLanguage::Mandarin, "bar.back", 100)) == doctest::Approx(1.0));
    CHECK(seconds(*clips.find(SpokenLanguage::Mandarin, "bar.back", 200)) ==
          doctest::Approx(0.5).epsilon(0.1));
    CHECK_FALSE(clips.find(SpokenLanguage::English, "bar.back", 100).has_value());
    CHECK_FALSE(clips.find(SpokenLanguage::Mandarin, "bar.next", 100).has_value());
    CHECK_FALSE(clips.find(SpokenLanguage::Mandarin, "../secret", 100).has_value());
    CHECK_FALSE(clips.find(SpokenLanguage::Mandarin, "", 100).has_value());
  }
}

TEST_SUITE("sound") {
  TEST_CASE("A11Y 31: each step of loudness is at most 10 dB, whatever is asked for") {
    for (const int step_db : {1, 6, 10, 40}) {
      for (int step = 0; step + 1 < 7; ++step) {
        const double ratio = gain_of({step + 1, 7, step_db}) / gain_of({step, 7, step_db});
        CHECK(20 * std::log10(ratio) <= 10.001);
        CHECK(ratio > 1);
      }
    }
    CHECK(gain_of({6, 7, 6}) == doctest::Approx(1.0));
    CHECK(gain_of({99, 7, 6}) == doctest::Approx(1.0));
  }

  TEST_CASE("A11Y 30, 31: the levels of headset and loudspeaker, below a loudest that is measured") {
    // Levels as screens/view/common.h counts them; the loudest as devices/speech/sound.h has it set.
    constexpr int kLevels = 10, kUsual = 5;
    const auto level = [](Outlet outlet, double loudest_db, int step) {
      return loudest_db + 20 * std::log10(gain_of({step, kLevels, step_db_of(outlet)}));
    };
    for (int step = 0; step + 1 < kLevels; ++step) {
      for (const Outlet outlet : {Outlet::Headset, Outlet::Loudspeaker}) {
        const double louder = level(outlet, 0, step + 1) - level(outlet, 0, step);
        CHECK(louder == doctest::Approx(step_db_of(outlet)));
        CHECK(louder <= 10.0);
      }
    }
    CHECK(level(Outlet::Headset, 100, 0) <= 20);
    CHECK(level(Outlet::Headset, 100, kLevels - 1) == doctest::Approx(100));
    CHECK(level(Outlet::Headset, 100, kUsual) >= 60);
    CHECK(level(Outlet::Headset, 100, kUsual) <= 70);
    CHECK(level(Outlet::Loudspeaker, 75, kUsual) <= 65);
    CHECK(level(Outlet::Loudspeaker, 75, kUsual) >= 60);
    CHECK(level(Outlet::Loudspeaker, 75, kLevels - 1) >= 65);
  }

  TEST_CASE("A11Y 31: what is played is as many decibels softer as its level says") {
    const TemporaryFolder folder;
    const auto loudness = [&](const Loudness& at) {
      const auto file = folder.path() / "level.wav";
      WavFile sound(file);
      sound.play(tone(300, 0.5), Outlet::Loudspeaker, at);
      const Pcm heard = *parse_wav(contents(file));
      double energy = 0;
      for (const std::int16_t s : heard.samples) energy += double{1} * s * s;
      return 10 * std::log10(energy / static_cast<double>(heard.samples.size()));
    };
    for (const int step : {8, 7, 5}) {
      const double softer = loudness({9, 10, 3}) - loudness({step, 10, 3});
      CHECK(softer == doctest::Approx(3.0 * (9 - step)).epsilon(0.02));
    }
  }

  TEST_CASE("A11Y 29: an outlet whose device is not there is silent, and no other sounds for it") {
    const auto sound = make_sdl_sound({"", "no such device"});
    REQUIRE(sound->status() == SoundStatus::Ready);
    sound->play(tone(300, 1.0), Outlet::Loudspeaker, {});
    sound->play(tone(300, 1.0), Outlet::Headset, {});
    CHECK(sound->status() == SoundStatus::Missing);
    CHECK(sound->remaining().count() == 0);
    sound->play(tone(300, 1.0), Outlet::Loudspeaker, {});
    CHECK(sound->status() == SoundStatus::Ready);
    // A name that SDL lists opens that device; the dummy opens once at a time.
    sound->rest();
    for (const std::string& name : sound_device_names()) {
      const auto named = make_sdl_sound({name, name});
      named->play(tone(300, 1.0), Outlet::Headset, {});
      CHECK(named->status() == SoundStatus::Ready);
    }
  }

  TEST_CASE("C18: after a stop nothing of what was queued remains") {
    const auto sound = make_sdl_sound({});
    REQUIRE(sound->status() == SoundStatus::Ready);  // the driver is SDL's dummy
    CHECK(sound->remaining().count() == 0);
    sound->play(tone(300, 5.0), Outlet::Headset, {});
    CHECK(sound->remaining().count() > 4000);
    sound->stop();
    CHECK(sound->remaining().count() == 0);
    sound->play(tone(300, 1.0), Outlet::Headset, {});
    sound->play(tone(300, 2.0), Outlet::Loudspeaker, {});
    CHECK(sound->remaining().count() <= 2000);
    sound->rest();
    CHECK(sound->remaining().count() == 0);
  }

  TEST_CASE("a missing sound device is a status, and playing to it does nothing") {
    const auto sound = make_sdl_sound({"no such device", "no such device"});
    sound->play(tone(300, 1.0), Outlet::Headset, {});
    CHECK(sound->remaining().count() >= 0);
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    const auto missing = make_sdl_sound({});
    CHECK(missing->status() == SoundStatus::Missing);
    missing->play(tone(300, 1.0), Outlet::Headset, {});
    CHECK(missing->remaining().count() == 0);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    missing->play(tone(300, 1.0), Outlet::Headset, {});
    CHECK(missing->status() == SoundStatus::Ready);
  }
}
