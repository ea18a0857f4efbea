#include "devices/port/evdev_port.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include "devices/port/fd_stream.h"
#include "devices/port/input_events.h"
#include "devices/port/serial_port.h"

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;
using Bytes = std::vector<std::byte>;
using SwitchBits = std::array<unsigned char, SW_MAX / 8 + 1>;

// Gives some bytes of our own before those of the device.
class PrefacedStream final : public ByteStream {
 public:
  PrefacedStream(Bytes preface, std::unique_ptr<ByteStream> rest)
      : preface_(std::move(preface)), rest_(std::move(rest)) {}

  tl::expected<std::size_t, PortError> read_some(std::span<std::byte> into,
                                                 milliseconds timeout) override {
    if (preface_.empty()) return rest_->read_some(into, timeout);
    const std::size_t count = std::min(into.size(), preface_.size());
    const auto end = preface_.begin() + static_cast<std::ptrdiff_t>(count);
    std::copy(preface_.begin(), end, into.begin());
    preface_.erase(preface_.begin(), end);
    return count;
  }

  tl::expected<void, PortError> write_all(std::span<const std::byte> bytes,
                                          milliseconds timeout) override {
    return rest_->write_all(bytes, timeout);
  }

 private:
  Bytes preface_;
  std::unique_ptr<ByteStream> rest_;
};

bool has_bit(const SwitchBits& bits, unsigned which) {
  return (unsigned{bits[which / 8]} >> (which % 8) & 1U) != 0;
}

// A device without switches has no such question; then there is nothing to tell.
Bytes switches_of(int fd) {
  SwitchBits known{};
  SwitchBits on{};
  Bytes told;
  if (::ioctl(fd, EVIOCGBIT(EV_SW, known.size()), known.data()) < 0) return told;
  if (::ioctl(fd, EVIOCGSW(on.size()), on.data()) < 0) return told;
  for (unsigned which = 0; which <= SW_MAX; ++which) {
    if (!has_bit(known, which)) continue;
    append_input_event(
        told, {mono_now(), EV_SW, static_cast<std::uint16_t>(which), has_bit(on, which) ? 1 : 0});
  }
  return told;
}

PortResult open_event_device(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return tl::unexpected(port_error_from_errno(errno));
  auto stream = make_fd_stream(fd, ZeroRead::MeansGone);
  int version = 0;
  if (::ioctl(fd, EVIOCGVERSION, &version) != 0) {
    return tl::unexpected(errno == ENODEV ? PortError::Gone : PortError::BadAddress);
  }
  if (::ioctl(fd, EVIOCGRAB, 1) != 0) return tl::unexpected(port_error_from_errno(errno));
  int clock = CLOCK_MONOTONIC;
  if (::ioctl(fd, EVIOCSCLOCKID, &clock) != 0) {
    return tl::unexpected(port_error_from_errno(errno));
  }
  return std::make_unique<PrefacedStream>(switches_of(fd), std::move(stream));
}

// Opened for both directions, so that it does not end when its writer does.
PortResult open_fifo(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return tl::unexpected(port_error_from_errno(errno));
  return make_fd_stream(fd, ZeroRead::MeansGone);
}

PortResult open_twin_line(const std::string& path) {
  auto line = open_serial(path);
  if (!line) return line;
  if (const auto asked = ask_for_switches(**line); !asked) return tl::unexpected(asked.error());
  return line;
}

// Asked of a descriptor: the path may name another thing by the time it is opened again, and then
// that opening fails.
bool is_terminal(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return false;
  const bool yes = ::isatty(fd) == 1;
  ::close(fd);
  return yes;
}

}  // namespace

PortResult open_evdev(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return tl::unexpected(port_error_from_errno(errno));
  if (S_ISFIFO(about.st_mode)) return open_fifo(path);
  if (!S_ISCHR(about.st_mode)) return tl::unexpected(PortError::BadAddress);
  return is_terminal(path) ? open_twin_line(path) : open_event_device(path);
}

}  // namespace huimin::devices
