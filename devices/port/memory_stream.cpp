#include "devices/port/memory_stream.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace huimin::devices {
namespace {

struct Pipe {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::byte> waiting;
  bool writer_gone = false;
  bool reader_gone = false;
};

class MemoryStream final : public ByteStream {
 public:
  MemoryStream(std::shared_ptr<Pipe> in, std::shared_ptr<Pipe> out)
      : in_(std::move(in)), out_(std::move(out)) {}

  ~MemoryStream() override {
    leave(*in_, &Pipe::reader_gone);
    leave(*out_, &Pipe::writer_gone);
  }

  tl::expected<std::size_t, PortError> read_some(std::span<std::byte> into,
                                                 std::chrono::milliseconds timeout) override {
    std::unique_lock lock(in_->mutex);
    in_->changed.wait_for(lock, timeout, [&] { return !in_->waiting.empty() || in_->writer_gone; });
    auto& waiting = in_->waiting;
    if (waiting.empty()) {
      return tl::unexpected(in_->writer_gone ? PortError::Gone : PortError::Timeout);
    }
    const std::size_t count = std::min(into.size(), waiting.size());
    const auto end = waiting.begin() + static_cast<std::ptrdiff_t>(count);
    std::copy(waiting.begin(), end, into.begin());
    waiting.erase(waiting.begin(), end);
    return count;
  }

  tl::expected<void, PortError> write_all(std::span<const std::byte> bytes,
                                          std::chrono::milliseconds) override {
    {
      const std::lock_guard lock(out_->mutex);
      if (out_->reader_gone) return tl::unexpected(PortError::Gone);
      out_->waiting.insert(out_->waiting.end(), bytes.begin(), bytes.end());
    }
    out_->changed.notify_all();
    return {};
  }

 private:
  static void leave(Pipe& pipe, bool Pipe::*gone) {
    {
      const std::lock_guard lock(pipe.mutex);
      pipe.*gone = true;
    }
    pipe.changed.notify_all();
  }

  std::shared_ptr<Pipe> in_;
  std::shared_ptr<Pipe> out_;
};

}  // namespace

std::pair<std::unique_ptr<ByteStream>, std::unique_ptr<ByteStream>> make_memory_pair() {
  auto there = std::make_shared<Pipe>();
  auto back = std::make_shared<Pipe>();
  return {std::make_unique<MemoryStream>(back, there), std::make_unique<MemoryStream>(there, back)};
}

}  // namespace huimin::devices
