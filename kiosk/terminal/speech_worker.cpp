#include "kiosk/terminal/speech_worker.h"

#include <utility>

#include "devices/speech/clips.h"
#include "kiosk/base/secret.h"
#include "screens/view/common.h"

namespace huimin::terminal {

using std::chrono::milliseconds;

namespace {

// How late a cut is noticed by a device that says nothing of itself; C18 gives 300 ms.
constexpr milliseconds kLook{20};
// The next words are made while so much of the last is still heard.
constexpr milliseconds kAhead{150};
// Silent for so long, the sound device is given back.
constexpr milliseconds kRestAfter{2000};

void wipe(screens::Utterances& utterances) {
  for (screens::Utterance& each : utterances) {
    for (screens::SpokenPiece& piece : each.pieces) base::wipe(piece.text);
  }
  utterances.clear();
}

devices::SpokenLanguage spoken(screens::Language language) {
  return language == screens::Language::English ? devices::SpokenLanguage::English
                                                : devices::SpokenLanguage::Mandarin;
}

}  // namespace

SpeechWorker::SpeechWorker(SpeechParts parts, SpeechNews news)
    : news_(std::move(news)), thread_([this, parts = std::move(parts)] { work(parts); }) {}

SpeechWorker::~SpeechWorker() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
    ++number_;
  }
  changed_.notify_all();
  thread_.join();
}

std::uint64_t SpeechWorker::say(screens::Utterances utterances, const SpeechManner& manner) {
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_) wipe(waiting_->utterances);
    number = ++number_;
    waiting_ = Order{number, std::move(utterances), manner};
  }
  changed_.notify_all();
  return number;
}

void SpeechWorker::stop() {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_) wipe(waiting_->utterances);
    waiting_.reset();
    ++number_;
  }
  changed_.notify_all();
}

bool SpeechWorker::is_speaking() const {
  const std::lock_guard lock(mutex_);
  return is_busy_ || waiting_.has_value();
}

bool SpeechWorker::is_current(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  return number_ == number;
}

void SpeechWorker::tell_available(bool available) {
  available_ = available;
  if (news_.available) news_.available(available);
}

void SpeechWorker::work(const SpeechParts& parts) {
  clips_ = parts.clips;
  if (parts.voice) voice_ = parts.voice();
  if (voice_ && parts.sound) sound_ = parts.sound();
  const auto can_speak = [this] {
    return sound_ && sound_->status() == devices::SoundStatus::Ready;
  };
  tell_available(can_speak());
  bool rests = true;  // the device is given back: nothing to wake up for
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    const auto is_due = [this] { return is_stopping_ || waiting_.has_value(); };
    if (rests) {
      changed_.wait(lock, is_due);
    } else if (!changed_.wait_for(lock, kRestAfter, is_due)) {
      rests = true;
      lock.unlock();
      sound_->rest();
      lock.lock();
      continue;
    }
    if (is_stopping_) break;
    std::optional<Order> order = std::exchange(waiting_, std::nullopt);
    is_busy_ = order.has_value();
    lock.unlock();
    if (order) {
      const bool is_heard = can_speak() && speak(*order);
      rests = sound_ == nullptr;
      wipe(order->utterances);
      if (can_speak() != available_) tell_available(can_speak());
      // Who is told of the end finds the voice silent.
      lock.lock();
      is_busy_ = false;
      lock.unlock();
      if (is_heard && news_.finished) news_.finished(order->number);
    }
    lock.lock();
  }
  if (sound_) sound_->stop();
}

bool SpeechWorker::speak(const Order& order) {
  const devices::Loudness loudness{order.manner.volume, screens::view::kVolumes,
                                   devices::step_db_of(order.manner.outlet)};
  const auto cut = [&] {
    sound_->stop();
    return false;
  };
  // False: cut.
  const auto hear_out = [&](milliseconds rest) {
    while (sound_->remaining() > rest) {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, kLook, [&] { return number_ != order.number; });
      if (number_ != order.number) return false;
    }
    return is_current(order.number);
  };
  for (const screens::Utterance& each : order.utterances) {
    if (each.personal && order.manner.outlet != devices::Outlet::Headset) continue;
    for (const screens::SpokenPiece& piece : each.pieces) {
      const auto language = spoken(piece.language);
      std::optional<devices::Pcm> sound;
      if (clips_ && !piece.clip.empty())
        sound = clips_->find(language, piece.clip, order.manner.rate_percent);
      if (!sound) {
        auto made = voice_->speak(language, piece.text, order.manner.rate_percent);
        if (!made) continue;
        sound = std::move(*made);
      }
      if (!is_current(order.number)) return cut();
      sound_->play(*sound, order.manner.outlet, loudness);
      if (!hear_out(kAhead)) return cut();
    }
  }
  if (!hear_out(milliseconds{0})) return cut();
  return true;
}

}  // namespace huimin::terminal
