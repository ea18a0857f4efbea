#include "devices/port/char_device.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "devices/port/fd_stream.h"

namespace huimin::devices {

PortResult open_char_device(const std::string& path) {
  int fd = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
  // A printer on a one-way interface can be written only; it will never answer.
  if (fd < 0 && errno == EACCES) fd = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return tl::unexpected(port_error_from_errno(errno));
  auto stream = make_fd_stream(fd, ZeroRead::MeansNothingYet);
  struct stat about {};
  if (::fstat(fd, &about) != 0 || !S_ISCHR(about.st_mode)) {
    return tl::unexpected(PortError::BadAddress);
  }
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) return tl::unexpected(PortError::Busy);
  return stream;
}

}  // namespace huimin::devices
