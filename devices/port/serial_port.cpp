#include "devices/port/serial_port.h"

#include <fcntl.h>
#include <sys/file.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "devices/port/fd_stream.h"

namespace huimin::devices {
namespace {

std::optional<speed_t> speed_for(int baud) {
  switch (baud) {
    case 9600: return B9600;
    case 19200: return B19200;
    case 38400: return B38400;
    case 57600: return B57600;
    case 115200: return B115200;
    default: return std::nullopt;
  }
}

bool make_raw(int fd, speed_t speed) {
  termios settings{};
  if (::tcgetattr(fd, &settings) != 0) return false;
  ::cfmakeraw(&settings);
  settings.c_cflag |= CLOCAL | CREAD;
  settings.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
  settings.c_cc[VMIN] = 1;
  settings.c_cc[VTIME] = 0;
  ::cfsetspeed(&settings, speed);
  return ::tcsetattr(fd, TCSANOW, &settings) == 0;
}

}  // namespace

bool is_known_baud(int baud) { return speed_for(baud).has_value(); }

PortResult open_serial(const std::string& path, int baud) {
  const auto speed = speed_for(baud);
  if (!speed) return tl::unexpected(PortError::BadAddress);
  const int fd = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return tl::unexpected(port_error_from_errno(errno));
  auto stream = make_fd_stream(fd, ZeroRead::MeansGone);
  // A lock and not TIOCEXCL: that one is left behind when a process dies while another has the line
  // open.
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) return tl::unexpected(PortError::Busy);
  if (!make_raw(fd, *speed)) {
    return tl::unexpected(errno == ENOTTY ? PortError::BadAddress : port_error_from_errno(errno));
  }
  ::tcflush(fd, TCIFLUSH);
  return stream;
}

}  // namespace huimin::devices
