#pragma once
// The thread of the voice: what it is given is spoken, one after the other, until it is told
// otherwise.
//
// It decides nothing about what is said: screens/narration makes the utterances, the caller keeps
// them for repeating. A new `say` or a `stop` cuts what sounds within 300 ms and drops what waits.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "devices/speech/sound.h"
#include "devices/speech/voice.h"
#include "screens/narration/utterance.h"

namespace huimin::devices {
class Clips;
}

namespace huimin::terminal {

// How it is said; all of it counts from the next utterance on.
struct SpeechManner {
  int rate_percent = 100;  // screens::view::rate_percent
  int volume = 0;          // 0 to screens::view::kVolumes - 1
  devices::Outlet outlet = devices::Outlet::Loudspeaker;
  bool operator==(const SpeechManner&) const = default;
};

// What the worker speaks with. Made on its own thread, since a voice belongs to one.
struct SpeechParts {
  std::function<std::unique_ptr<devices::Voice>()> voice;  // null: there is none
  std::function<std::unique_ptr<devices::Sound>()> sound;
  std::shared_ptr<const devices::Clips> clips;             // null: no recorded clips
};

// What the worker tells. Both may be empty; both are called on its thread.
struct SpeechNews {
  // At the start and whenever it changes: whether there is a voice and something to hear it with.
  std::function<void(bool)> available;
  // The last utterance of a `say` was heard to its end; not after a cut. The number is `say`'s.
  std::function<void(std::uint64_t)> finished;
};

class SpeechWorker {
 public:
  SpeechWorker(SpeechParts parts, SpeechNews news);
  // Silence; joins the thread.
  ~SpeechWorker();
  SpeechWorker(const SpeechWorker&) = delete;
  SpeechWorker& operator=(const SpeechWorker&) = delete;

  // Any thread may call these. None waits for a sound or a device.

  // Speaks these instead of whatever is being spoken. A personal utterance is left out unless the
  // outlet is the headset. Answers the number of this order.
  std::uint64_t say(screens::Utterances utterances, const SpeechManner& manner);

  // Silence. What waited is dropped and overwritten. For the end of a session, a touch, a key, a
  // headset that was pulled out.
  void stop();

  // True from the moment something is ordered until it is silent again.
  bool is_speaking() const;
  // False until the voice is loaded, and while there is no voice or no sound device.
  bool available() const { return available_; }

 private:
  struct Order {
    std::uint64_t number = 0;
    screens::Utterances utterances;
    SpeechManner manner;
  };
  void work(const SpeechParts& parts);
  // False: cut before its end.
  bool speak(const Order& order);
  bool is_current(std::uint64_t number) const;
  void tell_available(bool available);

  const SpeechNews news_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Order> waiting_;   // guarded by mutex_, as are the three below
  std::uint64_t number_ = 0;       // of the last say or stop
  bool is_busy_ = false;           // an order is being spoken or cut
  bool is_stopping_ = false;
  std::atomic<bool> available_{false};
  std::unique_ptr<devices::Voice> voice_;  // the worker's thread only
  std::unique_ptr<devices::Sound> sound_;
  std::shared_ptr<const devices::Clips> clips_;
  std::thread thread_;
};

}  // namespace huimin::terminal
