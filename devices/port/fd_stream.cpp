#include "devices/port/fd_stream.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "devices/port/mono_time.h"

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;

// A device that is ready with nothing must not make the worker spin.
constexpr int kPauseAfterEmptyRead_ms = 10;

int left_ms(MonoTime deadline) {
  return static_cast<int>(std::clamp<std::int64_t>((deadline - mono_now()).count(), 0, 60'000));
}

bool is_not_now(int error) {
  // usblp says ENOSPC while the printer is out of paper.
  return error == EAGAIN || error == EINTR || error == ENOSPC;
}

class FdStream final : public ByteStream {
 public:
  FdStream(int fd, ZeroRead zero_read) : fd_(fd), zero_read_(zero_read) {
    is_socket_ = ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type_, &type_size_) == 0;
  }
  ~FdStream() override { ::close(fd_); }

  tl::expected<std::size_t, PortError> read_some(std::span<std::byte> into,
                                                 milliseconds timeout) override {
    const MonoTime deadline = mono_now() + timeout;
    for (;;) {
      if (gone_) return tl::unexpected(PortError::Gone);
      const auto count = ::read(fd_, into.data(), into.size());
      if (count > 0) return static_cast<std::size_t>(count);
      if (count == 0 && zero_read_ == ZeroRead::MeansGone) return lose(PortError::Gone);
      if (count < 0 && !is_not_now(errno)) return lose(port_error_from_errno(errno));
      if (left_ms(deadline) == 0) return tl::unexpected(PortError::Timeout);
      if (count == 0) ::poll(nullptr, 0, std::min(kPauseAfterEmptyRead_ms, left_ms(deadline)));
      wait_for(POLLIN, deadline);
    }
  }

  tl::expected<void, PortError> write_all(std::span<const std::byte> bytes,
                                          milliseconds timeout) override {
    const MonoTime deadline = mono_now() + timeout;
    while (!bytes.empty()) {
      if (gone_) return tl::unexpected(PortError::Gone);
      const auto count = write_once(bytes);
      if (count > 0) {
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        continue;
      }
      if (count < 0 && !is_not_now(errno)) return lose(port_error_from_errno(errno));
      const bool out_of_paper = count < 0 && errno == ENOSPC;
      if (left_ms(deadline) == 0) return tl::unexpected(PortError::Timeout);
      if (out_of_paper) ::poll(nullptr, 0, kPauseAfterEmptyRead_ms);
      wait_for(POLLOUT, deadline);
    }
    return {};
  }

 private:
  ssize_t write_once(std::span<const std::byte> bytes) const {
    if (is_socket_) return ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    return ::write(fd_, bytes.data(), bytes.size());
  }

  void wait_for(short events, MonoTime deadline) {
    pollfd waiting{fd_, events, 0};
    ::poll(&waiting, 1, left_ms(deadline));
    // What was sent before the hang-up can still be read; the next read says Gone after it.
    constexpr short kLost = POLLERR | POLLHUP | POLLNVAL;
    if ((waiting.revents & kLost) != 0 && (waiting.revents & POLLIN) == 0) gone_ = true;
  }

  tl::unexpected<PortError> lose(PortError error) {
    gone_ = true;
    return tl::unexpected(error);
  }

  int fd_;
  ZeroRead zero_read_;
  int type_ = 0;
  socklen_t type_size_ = sizeof type_;
  bool is_socket_ = false;
  bool gone_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> make_fd_stream(int fd, ZeroRead zero_read) {
  return std::make_unique<FdStream>(fd, zero_read);
}

PortError port_error_from_errno(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
    case ECONNREFUSED: return PortError::Refused;
    case EBUSY:
    case EWOULDBLOCK: return PortError::Busy;
    case ETIMEDOUT: return PortError::Timeout;
    // ENOENT, ENXIO, ENODEV, EIO, EPIPE, ECONNRESET and whatever else: opening again is the remedy.
    default: return PortError::Gone;
  }
}

}  // namespace huimin::devices
