#include "kiosk/queue/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huimin::queue {
namespace {

constexpr std::size_t kFileMost = 4U << 20;

FileError error_now() {
  switch (errno) {
    case ENOENT:
    case ENOTDIR: return FileError::Missing;
    case EACCES:
    case EPERM:
    case EROFS: return FileError::NotPermitted;
    default: return FileError::Io;
  }
}

bool write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t wrote = ::write(fd, content.data(), content.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

tl::expected<base::Secret, FileError> read_file(const std::filesystem::path& file) {
  const FileDescriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!fd.is_open()) return tl::unexpected(error_now());
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return tl::unexpected(FileError::Io);
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > kFileMost) return tl::unexpected(FileError::TooLarge);
  std::string content(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got = ::read(fd.get(), content.data() + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  if (filled != size) {
    base::wipe(content);
    return tl::unexpected(FileError::Io);
  }
  return base::Secret(std::move(content));
}

tl::expected<void, FileError> write_file(const std::filesystem::path& file,
                                         std::string_view content, mode_t mode) {
  std::filesystem::path beside = file;
  beside += ".new";
  {
    const FileDescriptor fd(
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.is_open()) return tl::unexpected(error_now());
    const bool whole = ::fchmod(fd.get(), mode) == 0 && write_all(fd.get(), content) &&
                       ::fsync(fd.get()) == 0;
    if (!whole) {
      const FileError error = error_now();
      ::unlink(beside.c_str());
      return tl::unexpected(error);
    }
  }
  if (::rename(beside.c_str(), file.c_str()) != 0) return tl::unexpected(error_now());
  return {};
}

}  // namespace huimin::queue
