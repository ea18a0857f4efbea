#include "devices/simulators/pty.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace huimin::devices::simulators {
namespace {

// Answers to a host that never reads them; a real line loses them too.
constexpr std::size_t kMostUnread = 64 * 1024;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void point_link(const std::filesystem::path& link, const std::filesystem::path& target) {
  auto fresh = link;
  fresh += ".new";
  std::filesystem::remove(fresh);
  std::filesystem::create_symlink(target, fresh);
  std::filesystem::rename(fresh, link);
}

}  // namespace

Pty::Pty(Twin& twin, std::filesystem::path link) : twin_(twin), link_(std::move(link)) {
  master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (master_ < 0) fail("posix_openpt");
  std::array<char, 128> name{};
  if (::grantpt(master_) != 0 || ::unlockpt(master_) != 0 ||
      ::ptsname_r(master_, name.data(), name.size()) != 0) {
    ::close(master_);
    fail("pseudo terminal");
  }
  slave_ = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  termios settings{};
  ::tcgetattr(slave_, &settings);
  ::cfmakeraw(&settings);
  ::tcsetattr(slave_, TCSANOW, &settings);
  point_link(link_, name.data());
}

Pty::~Pty() {
  std::error_code ignored;
  std::filesystem::remove(link_, ignored);
  ::close(slave_);
  ::close(master_);
}

short Pty::wanted_events() const {
  // A twin whose buffer is full is asked again when something happens to it, not when more bytes
  // come.
  const int events = (to_twin_.empty() ? POLLIN : 0) | (to_host_.empty() ? 0 : POLLOUT);
  return static_cast<short>(events);
}

void Pty::pump(MonoTime now) {
  receive(now);
  send(now);
}

void Pty::receive(MonoTime now) {
  std::array<std::byte, 4096> chunk{};
  for (;;) {
    if (to_twin_.empty()) {
      const auto count = ::read(master_, chunk.data(), chunk.size());
      if (count <= 0) return;
      to_twin_.assign(chunk.begin(), chunk.begin() + count);
    }
    const std::size_t taken = twin_.take(to_twin_, now);
    to_twin_.erase(to_twin_.begin(), to_twin_.begin() + static_cast<std::ptrdiff_t>(taken));
    if (!to_twin_.empty()) return;
  }
}

void Pty::send(MonoTime now) {
  const auto more = twin_.give(now);
  to_host_.insert(to_host_.end(), more.begin(), more.end());
  if (to_host_.size() > kMostUnread) to_host_.clear();
  while (!to_host_.empty()) {
    const auto count = ::write(master_, to_host_.data(), to_host_.size());
    if (count <= 0) return;
    to_host_.erase(to_host_.begin(), to_host_.begin() + count);
  }
}

}  // namespace huimin::devices::simulators
