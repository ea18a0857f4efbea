#pragma once
// Whole small files: keys, certificates, lists. Included by this folder's sources only.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include <sys/types.h>

#include <tl/expected.hpp>

#include "kiosk/base/secret.h"

namespace huimin::queue {

enum class FileError : std::uint8_t { Missing, NotPermitted, TooLarge, Io };

// At most 4 MiB.
tl::expected<base::Secret, FileError> read_file(const std::filesystem::path& file);
// Replaces the file as a whole (written beside it, synced, renamed), with exactly this mode
// whatever the umask.
tl::expected<void, FileError> write_file(const std::filesystem::path& file,
                                         std::string_view content, mode_t mode);

// An open file; closed when it goes.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  FileDescriptor& operator=(FileDescriptor&&) = delete;
  ~FileDescriptor();
  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

}  // namespace huimin::queue
