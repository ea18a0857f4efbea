#pragma once
// A device that exists only as its bytes: takes what a host sends, gives what it would answer, and
// when.
//
// Twins have no clock and no thread: whoever drives one says what time it is. The same twin stands
// behind a TwinStream in tests (time turned by hand) and behind a pseudo terminal in the demo hall
// (real time).

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "devices/port/mono_time.h"

namespace huimin::devices::simulators {

class Twin {
 public:
  virtual ~Twin() = default;
  Twin(const Twin&) = delete;
  Twin& operator=(const Twin&) = delete;

  // Returns how many bytes were taken; fewer than given if the device's buffer is full.
  virtual std::size_t take(std::span<const std::byte> from_host, MonoTime at) = 0;

  // The bytes due by `at`; each is given once.
  virtual std::vector<std::byte> give(MonoTime at) = 0;

  // When something will be due, or when the device goes on by itself; nothing if it waits for the
  // host.
  virtual std::optional<MonoTime> next_due() const = 0;

 protected:
  Twin() = default;
};

// Bytes on their way to the host, in the order they were said; none overtakes another.
class Outgoing {
 public:
  void say(std::vector<std::byte> bytes, MonoTime due);
  std::vector<std::byte> due_by(MonoTime at);
  std::optional<MonoTime> next_due() const;
  void clear() { waiting_.clear(); }

 private:
  struct Message {
    MonoTime due;
    std::vector<std::byte> bytes;
  };
  std::deque<Message> waiting_;
};

}  // namespace huimin::devices::simulators
