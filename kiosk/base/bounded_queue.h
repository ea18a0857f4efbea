#pragma once
// A queue of plain values between threads, with a limit: who produces faster than is consumed is
// told so.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace huimin::base {

// Any number of threads on both ends. `close` wakes everybody; what is queued by then can still be
// taken.
template <class Value>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t limit) : limit_(limit) {}

  // False when full or closed: the value was not taken.
  [[nodiscard]] bool try_push(Value value) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || values_.size() >= limit_) return false;
      values_.push_back(std::move(value));
    }
    ready_.notify_one();
    return true;
  }

  std::optional<Value> try_pop() {
    const std::lock_guard lock(mutex_);
    return take();
  }

  // Waits at most `limit`. Nothing when the time is over, or when closed and empty.
  std::optional<Value> pop_within(std::chrono::milliseconds limit) {
    std::unique_lock lock(mutex_);
    ready_.wait_for(lock, limit, [this] { return closed_ || !values_.empty(); });
    return take();
  }

  // Waits until there is a value. Nothing when closed and empty.
  std::optional<Value> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return closed_ || !values_.empty(); });
    return take();
  }

  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
  }

  bool is_closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

  // Drops what waits; for the end of a session, so that nothing queued by one person acts on the
  // next.
  void clear() {
    const std::lock_guard lock(mutex_);
    values_.clear();
  }

 private:
  std::optional<Value> take() {
    if (values_.empty()) return std::nullopt;
    std::optional<Value> value(std::move(values_.front()));
    values_.pop_front();
    return value;
  }

  const std::size_t limit_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Value> values_;
  bool closed_ = false;
};

}  // namespace huimin::base
