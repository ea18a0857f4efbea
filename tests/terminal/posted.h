#pragma once
// What workers post, collected; and a clock that stands until a test moves it.

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/base/clock.h"
#include "kiosk/journey/resident/effect.h"
#include "kiosk/terminal/post.h"
#include "tests/queue/hall.h"

namespace huimin::terminal::testing {

namespace event = journey::resident::event;
namespace effect = journey::resident::effect;

// Thread-safe.
class Posted {
 public:
  Post post() {
    return [this](journey::resident::Event said) {
      {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(said));
      }
      arrived_.notify_all();
    };
  }

  // The next event that has not been looked at; a healthy worker needs far less than the limit.
  std::optional<journey::resident::Event> next(std::chrono::seconds limit = kLimit) {
    std::unique_lock lock(mutex_);
    if (!arrived_.wait_for(lock, limit, [this] { return !events_.empty(); })) return std::nullopt;
    auto first = std::move(events_.front());
    events_.pop_front();
    return first;
  }

  // The next event of this kind; others before it are passed over.
  template <class Kind>
  Kind await() {
    while (auto said = next()) {
      if (auto* found = std::get_if<Kind>(&*said)) return std::move(*found);
    }
    FAIL("an event that was expected did not come");
    return {};
  }

  // The next event, which must be of this kind.
  template <class Kind>
  Kind follows() {
    auto said = next();
    REQUIRE(said);
    auto* found = std::get_if<Kind>(&*said);
    REQUIRE(found != nullptr);
    return std::move(*found);
  }

  bool is_empty() {
    const std::lock_guard lock(mutex_);
    return events_.empty();
  }

 private:
  static constexpr std::chrono::seconds kLimit{30};
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<journey::resident::Event> events_;
};

// Thread-safe.
class StillClock final : public base::Clock {
 public:
  base::Instant now() const override {
    const base::milliseconds passed(passed_.load());
    return {queue::testing::kNow + passed, base::MonoTime{base::milliseconds{123'456}} + passed};
  }
  void advance(base::milliseconds by) { passed_ += by.count(); }

 private:
  std::atomic<std::int64_t> passed_{0};
};

}  // namespace huimin::terminal::testing
