#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/terminal/speech_worker.h"
#include "screens/view/common.h"

using namespace huimin;
using namespace std::chrono_literals;
using terminal::SpeechManner;
using terminal::SpeechWorker;

namespace {

// What was heard, kept for the test; the device sounds until the test says it has ended.
struct Desk {
  // Waits until this holds; false after ten seconds.
  template <class Holds>
  bool becomes(Holds holds) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, 10s, holds);
  }
  void set(bool& value, bool to) {
    const std::lock_guard lock(mutex);
    value = to;
    changed.notify_all();
  }
  std::string all() {
    const std::lock_guard lock(mutex);
    std::string out;
    for (const std::string& each : played) out += each + " ";
    return out;
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::string> played;
  std::vector<int> percents;
  devices::Outlet outlet = devices::Outlet::Loudspeaker;
  bool endless = false;  // what is played goes on
  bool missing = false;
  bool sounds = false;
  int stops = 0;
  int looks = 0;  // how often the worker asked whether it still sounds
  int made = 0;   // sound devices
};

class FakeVoice final : public devices::Voice {
 public:
  explicit FakeVoice(Desk& desk) : desk_(desk) {}
  tl::expected<devices::Pcm, devices::VoiceError> speak(devices::SpokenLanguage,
                                                        std::string_view text,
                                                        int percent) override {
    const std::lock_guard lock(desk_.mutex);
    if (text == "unspeakable") return tl::unexpected(devices::VoiceError::Failed);
    desk_.percents.push_back(percent);
    // One sample for each byte, so that the sound says which text it is.
    devices::Pcm pcm;
    pcm.samples.assign(text.begin(), text.end());
    return pcm;
  }

 private:
  Desk& desk_;
};

class FakeSound final : public devices::Sound {
 public:
  explicit FakeSound(Desk& desk) : desk_(desk) {
    const std::lock_guard lock(desk_.mutex);
    ++desk_.made;
  }
  devices::SoundStatus status() const override {
    const std::lock_guard lock(desk_.mutex);
    return desk_.missing ? devices::SoundStatus::Missing : devices::SoundStatus::Ready;
  }
  void play(const devices::Pcm& pcm, devices::Outlet outlet, const devices::Loudness&) override {
    const std::lock_guard lock(desk_.mutex);
    std::string text;
    for (const std::int16_t sample : pcm.samples) text += static_cast<char>(sample);
    desk_.played.push_back(text);
    desk_.outlet = outlet;
    desk_.sounds = true;
    desk_.changed.notify_all();
  }
  void stop() override {
    const std::lock_guard lock(desk_.mutex);
    desk_.sounds = false;
    ++desk_.stops;
    desk_.changed.notify_all();
  }
  std::chrono::milliseconds remaining() override {
    const std::lock_guard lock(desk_.mutex);
    ++desk_.looks;
    desk_.changed.notify_all();
    if (!desk_.endless) desk_.sounds = false;
    return desk_.sounds ? 5000ms : 0ms;
  }
  void rest() override {}

 private:
  Desk& desk_;
};

screens::Utterance words(std::string text, bool personal = false) {
  screens::Utterance utterance;
  utterance.personal = personal;
  utterance.pieces.push_back({screens::Language::English, std::move(text), {}});
  return utterance;
}

struct Hall {
  explicit Hall(bool with_voice = true)
      : worker({.voice = [this, with_voice]() -> std::unique_ptr<devices::Voice> {
                  if (!with_voice) return nullptr;
                  return std::make_unique<FakeVoice>(desk);
                },
                .sound = [this] { return std::make_unique<FakeSound>(desk); },
                .clips = nullptr},
               {.available = [this](bool there) {
                  const std::lock_guard lock(desk.mutex);
                  told = there ? 1 : 0;
                  desk.changed.notify_all();
                },
                .finished = [this](std::uint64_t number) {
                  const bool speaking = worker.is_speaking();
                  const std::lock_guard lock(desk.mutex);
                  spoke_at_end = speaking;
                  finished = number;
                  desk.changed.notify_all();
                }}) {}
  bool hears(std::uint64_t number) {
    return desk.becomes([&] { return finished == number; });
  }

  Desk desk;
  int told = -1;
  std::uint64_t finished = 0;
  bool spoke_at_end = false;
  SpeechWorker worker;
};

constexpr SpeechManner kHeadset{100, 3, devices::Outlet::Headset};
constexpr SpeechManner kHall{100, 3, devices::Outlet::Loudspeaker};

}  // namespace

TEST_SUITE("the voice's thread") {
  TEST_CASE("what is given is said in order, and its end is told") {
    Hall hall;
    const auto number = hall.worker.say({words("one"), words("two")}, {150, 2, kHall.outlet});
    CHECK(hall.hears(number));
    CHECK(hall.desk.all() == "one two ");
    CHECK(hall.desk.percents == std::vector<int>{150, 150});
    CHECK(hall.worker.available());
    CHECK_FALSE(hall.spoke_at_end);
  }

  TEST_CASE("C18, A11Y 28: a stop cuts a sentence within 300 ms and drops what waits") {
    Hall hall;
    hall.desk.set(hall.desk.endless, true);
    hall.worker.say({words("long"), words("never")}, kHeadset);
    REQUIRE(hall.desk.becomes([&] { return hall.desk.sounds; }));
    CHECK(hall.worker.is_speaking());
    const auto before = std::chrono::steady_clock::now();
    hall.worker.stop();
    REQUIRE(hall.desk.becomes([&] { return !hall.desk.sounds; }));
    CHECK(std::chrono::steady_clock::now() - before < 300ms);
    hall.desk.set(hall.desk.endless, false);
    // Whatever is still to come would come before this.
    CHECK(hall.hears(hall.worker.say({words("later")}, kHeadset)));
    CHECK(hall.desk.all() == "long later ");
  }

  TEST_CASE("A11Y 28: new words interrupt the old ones") {
    Hall hall;
    hall.desk.set(hall.desk.endless, true);
    hall.worker.say({words("old"), words("never")}, kHeadset);
    REQUIRE(hall.desk.becomes([&] { return hall.desk.sounds; }));
    hall.worker.say({words("new")}, kHeadset);
    REQUIRE(hall.desk.becomes([&] { return hall.desk.played.size() == 2; }));
    CHECK(hall.desk.all() == "old new ");
    CHECK(hall.desk.stops == 1);
  }

  TEST_CASE("A11Y 33: one thing sounds at a time: the next begins when the last has ended") {
    Hall hall;
    hall.desk.set(hall.desk.endless, true);
    const auto number = hall.worker.say({words("first"), words("second")}, kHall);
    REQUIRE(hall.desk.becomes([&] { return hall.desk.sounds; }));
    const int looks = hall.desk.looks;
    REQUIRE(hall.desk.becomes([&] { return hall.desk.looks > looks + 5; }));
    CHECK(hall.desk.all() == "first ");
    hall.desk.set(hall.desk.endless, false);
    CHECK(hall.hears(number));
    CHECK(hall.desk.all() == "first second ");
    CHECK(hall.desk.made == 1);
  }

  TEST_CASE("A11Y 29: a personal utterance reaches a headset only") {
    Hall hall;
    CHECK(hall.hears(hall.worker.say({words("open"), words("secret", true)}, kHall)));
    CHECK(hall.desk.all() == "open ");
    CHECK(hall.hears(hall.worker.say({words("secret", true)}, kHeadset)));
    CHECK(hall.desk.all() == "open secret ");
    CHECK(hall.desk.outlet == devices::Outlet::Headset);
  }

  TEST_CASE("C18: no word of a session sounds after its end, however often it is ended") {
    Hall hall;
    hall.desk.set(hall.desk.endless, true);
    for (int i = 0; i < 200; ++i) {
      hall.worker.say({words("mine", true), words("too", true)}, kHeadset);
      hall.worker.stop();
    }
    hall.desk.set(hall.desk.endless, false);
    const auto next = hall.worker.say({words("welcome")}, kHall);
    CHECK(hall.hears(next));
    const std::lock_guard lock(hall.desk.mutex);
    REQUIRE_FALSE(hall.desk.played.empty());
    CHECK(hall.desk.played.back() == "welcome");
    // Each that had begun was cut before the next person's words.
    CHECK(hall.desk.played.size() <= 201);
  }

  TEST_CASE("without a voice nothing is said, and that is told") {
    Hall hall(/*with_voice=*/false);
    CHECK(hall.desk.becomes([&] { return hall.told == 0; }));
    hall.worker.say({words("one")}, kHall);
    CHECK_FALSE(hall.worker.available());
    hall.worker.stop();
    const auto latest = std::chrono::steady_clock::now() + 10s;
    while (hall.worker.is_speaking() && std::chrono::steady_clock::now() < latest) {
      std::this_thread::yield();
    }
    CHECK_FALSE(hall.worker.is_speaking());
  }

  TEST_CASE("a sound device that goes in mid-sentence is told, and what cannot be said is left out") {
    Hall hall;
    CHECK(hall.hears(hall.worker.say({words("unspeakable"), words("rest")}, kHall)));
    CHECK(hall.desk.all() == "rest ");
    hall.desk.set(hall.desk.missing, true);
    hall.worker.say({words("nobody hears")}, kHall);
    CHECK(hall.desk.becomes([&] { return hall.told == 0; }));
    CHECK(hall.desk.all() == "rest ");
  }

  TEST_CASE("several threads may speak and stop at once") {
    Hall hall;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&hall] {
        for (int i = 0; i < 100; ++i) {
          hall.worker.say({words("x"), words("y")}, i % 2 == 0 ? kHall : kHeadset);
          if (i % 3 == 0) hall.worker.stop();
          (void)hall.worker.is_speaking();
          (void)hall.worker.available();
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(hall.hears(hall.worker.say({words("end")}, kHall)));
    CHECK(hall.desk.becomes([&] { return hall.desk.played.back() == "end"; }));
  }
}
