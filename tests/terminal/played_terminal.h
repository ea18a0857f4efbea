#pragma once
// A terminal without window and devices, driven by scripts; with a voice whose words are written
// down instead of spoken.

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "devices/speech/sound.h"
#include "devices/speech/voice.h"
#include "kiosk/terminal/player.h"
#include "tests/queue/hall.h"

namespace huimin::terminal::testing {

// What the voice was asked to speak and what the sound device did. Thread-safe.
class Heard {
 public:
  void speak(std::string text) {
    const std::lock_guard lock(mutex_);
    spoken_.push_back(std::move(text));
  }
  std::string all() const {
    const std::lock_guard lock(mutex_);
    std::string text;
    for (const std::string& each : spoken_) text += each + "\n";
    return text;
  }
  void forget() {
    const std::lock_guard lock(mutex_);
    spoken_.clear();
  }

  std::atomic<bool> sounds{false};        // something is being heard now
  std::atomic<bool> never_ends{false};    // what is played goes on until it is cut
  std::atomic<bool> to_headset{false};    // where the last sound went
  std::atomic<int> percent{0}, step{-1};  // of the last sound

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> spoken_;
};

class WrittenVoice final : public devices::Voice {
 public:
  explicit WrittenVoice(std::shared_ptr<Heard> heard) : heard_(std::move(heard)) {}
  tl::expected<devices::Pcm, devices::VoiceError> speak(devices::SpokenLanguage,
                                                        std::string_view text,
                                                        int percent) override {
    heard_->speak(std::string(text));
    heard_->percent = percent;
    return devices::Pcm{std::vector<std::int16_t>(100), 22050};
  }

 private:
  std::shared_ptr<Heard> heard_;
};

class WatchedSound final : public devices::Sound {
 public:
  explicit WatchedSound(std::shared_ptr<Heard> heard) : heard_(std::move(heard)) {}
  devices::SoundStatus status() const override { return devices::SoundStatus::Ready; }
  void play(const devices::Pcm&, devices::Outlet outlet,
            const devices::Loudness& loudness) override {
    heard_->to_headset = outlet == devices::Outlet::Headset;
    heard_->step = loudness.step;
    heard_->sounds = true;
  }
  void stop() override { heard_->sounds = false; }
  std::chrono::milliseconds remaining() override {
    if (!heard_->never_ends) heard_->sounds = false;
    return std::chrono::milliseconds{heard_->sounds ? 1000 : 0};
  }
  void rest() override {}

 private:
  std::shared_ptr<Heard> heard_;
};

struct PlayedSetup {
  screens::view::Language language = screens::view::Language::ChineseSimplified;
  bool has_voice = true;
  HeadsetUse headset = HeadsetUse::Jack;
  std::filesystem::path share = HUIMIN_SHARE_DIR;
};

class PlayedTerminal {
 public:
  explicit PlayedTerminal(const PlayedSetup& setup = {}) {
    Config config = *load_config(HUIMIN_SOURCE_DIR "/kiosk/terminal/demo.toml");
    config.headset = setup.headset;
    SpeechParts speech;
    if (setup.has_voice) {
      speech.voice = [heard = heard] { return std::make_unique<WrittenVoice>(heard); };
      speech.sound = [heard = heard] { return std::make_unique<WatchedSound>(heard); };
    }
    auto started = Core::start({config, hall.state(), setup.share, setup.language, speech}, clock,
                               [this] { waker.wake(); });
    if (!started) FAIL(started.error());
    core = std::move(*started);
  }
  // Workers speak to what stands here until they are gone.
  ~PlayedTerminal() { core.reset(); }

  // What went wrong; empty when the script came to its end.
  std::string play(const std::string& script) {
    queue::testing::write_text(out.path() / "journey.txt", script);
    Player player({out.path(), out.path() / "control", hall.state(), out.path()}, *core, clock,
                  waker);
    const auto played = player.play();
    return played ? "" : played.error();
  }
  // One press, and the picture after it.
  void press(devices::KeypadKey key) {
    // A person takes a moment; what comes right after a change of screen does not count.
    clock.advance_unseen(std::chrono::milliseconds(400));
    core->post_key(devices::KeyPressed{key});
    settle();
  }
  void settle() {
    for (int frames = 0; frames < 50; ++frames) {
      core->turn();
      if (!core->must_paint()) return;
      core->paint(pixels.surface());
    }
  }
  // Waits until it is so, 30 s at least; a healthy worker needs far less, on a busy machine too.
  template <class Question>
  bool becomes(Question question) {
    for (int i = 0; i < 1500; ++i) {
      settle();
      if (question()) return true;
      waker.wait(std::chrono::milliseconds(20));
    }
    return false;
  }
  bool hears(const std::string& words) {
    return becomes([&] { return heard->all().find(words) != std::string::npos; });
  }
  std::string shown_words() const { return core->frame().registry().spoken(); }

  queue::testing::Hall hall;
  queue::testing::TempFolder out;
  AdjustableClock clock;
  Waker waker;
  std::shared_ptr<Heard> heard = std::make_shared<Heard>();
  screens::Pixels pixels{1080, 1920};
  std::unique_ptr<Core> core;
};

}  // namespace huimin::terminal::testing
