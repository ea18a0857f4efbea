#include "devices/simulators/twin_stream.h"

#include <algorithm>
#include <vector>

namespace huimin::devices::simulators {
namespace {

using std::chrono::milliseconds;

class TwinStream final : public ByteStream {
 public:
  explicit TwinStream(TwinSocket& socket) : socket_(socket) {}

  tl::expected<std::size_t, PortError> read_some(std::span<std::byte> into,
                                                 milliseconds timeout) override {
    const MonoTime deadline = socket_.now + timeout;
    for (;;) {
      if (is_gone()) return tl::unexpected(PortError::Gone);
      const auto more = socket_.twin.give(socket_.now);
      received_.insert(received_.end(), more.begin(), more.end());
      if (!received_.empty()) return hand_over(into);
      if (socket_.now >= deadline) return tl::unexpected(PortError::Timeout);
      socket_.now = std::min(deadline, next_step());
    }
  }

  tl::expected<void, PortError> write_all(std::span<const std::byte> bytes,
                                          milliseconds timeout) override {
    const MonoTime deadline = socket_.now + timeout;
    for (;;) {
      if (is_gone()) return tl::unexpected(PortError::Gone);
      bytes = bytes.subspan(socket_.twin.take(bytes, socket_.now));
      if (bytes.empty()) return {};
      if (socket_.now >= deadline) return tl::unexpected(PortError::Timeout);
      const auto answers = socket_.twin.give(socket_.now);
      received_.insert(received_.end(), answers.begin(), answers.end());
      socket_.now = std::min(deadline, next_step());
    }
  }

 private:
  bool is_gone() {
    if (!socket_.is_plugged) gone_ = true;
    return gone_;
  }

  // Time goes on even if the twin says it is due now and then has nothing to say.
  MonoTime next_step() const {
    const MonoTime soonest = socket_.now + milliseconds{1};
    return std::max(soonest, socket_.twin.next_due().value_or(MonoTime::max()));
  }

  std::size_t hand_over(std::span<std::byte> into) {
    const std::size_t count = std::min(into.size(), received_.size());
    const auto end = received_.begin() + static_cast<std::ptrdiff_t>(count);
    std::copy(received_.begin(), end, into.begin());
    received_.erase(received_.begin(), end);
    return count;
  }

  TwinSocket& socket_;
  std::vector<std::byte> received_;
  bool gone_ = false;
};

}  // namespace

PortOpener opener_for(TwinSocket& socket) {
  return [&socket]() -> PortResult {
    if (!socket.is_plugged) return tl::unexpected(PortError::Gone);
    ++socket.opened;
    return std::make_unique<TwinStream>(socket);
  };
}

}  // namespace huimin::devices::simulators
