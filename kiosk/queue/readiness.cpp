#include "kiosk/queue/readiness.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "kiosk/queue/store.h"

namespace huimin::queue {
namespace {

enum class Needed : std::uint8_t { Always, WhenThere };

// With the rights this process really has, not those of the user who started it.
bool may_write(const std::filesystem::path& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) == 0;
}

void check_path(std::vector<Finding>& findings, const std::filesystem::path& path, Needed needed) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) {
      findings.push_back({Obstacle::NotWritable, path.string()});
    } else if (needed == Needed::Always) {
      findings.push_back({Obstacle::Missing, path.string()});
    }
    return;
  }
  if (!may_write(path)) findings.push_back({Obstacle::NotWritable, path.string()});
  // A folder may be looked through, but nobody else may write or read the files.
  const mode_t closed = S_ISDIR(status.st_mode) ? mode_t{S_IWOTH} : mode_t{S_IRWXO};
  if ((status.st_mode & closed) != 0) {
    findings.push_back({Obstacle::OpenToOthers, path.string()});
  }
}

// A file that another user made, such as root: it may still be writable for us but not for the
// other program.
void check_same_group(std::vector<Finding>& findings, const std::filesystem::path& database,
                      const std::filesystem::path& sidecar) {
  struct stat ours {};
  struct stat other {};
  if (::stat(database.c_str(), &ours) != 0 || ::stat(sidecar.c_str(), &other) != 0) return;
  if (ours.st_gid != other.st_gid || (ours.st_mode & 0777U) != (other.st_mode & 0777U)) {
    findings.push_back({Obstacle::NotWritable, sidecar.string()});
  }
}

}  // namespace

std::string_view name_of(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::NoRoom: return "no room on the disk";
    case Obstacle::NotWritable: return "wrong owner or mode, not writable";
    case Obstacle::OpenToOthers: return "open to other users";
    case Obstacle::Missing: return "missing";
    case Obstacle::KeyUnusable: return "key not usable";
    case Obstacle::SchemaDamaged: return "database damaged";
    case Obstacle::NumbersUncertain: return "receipt numbers uncertain";
    case Obstacle::JournalGrows: return "journal grows, a reader has stopped";
  }
  return "";
}

bool stops_submitting(Obstacle obstacle) { return obstacle != Obstacle::JournalGrows; }

std::vector<Finding> check_files(const std::filesystem::path& state_dir) {
  std::vector<Finding> findings;
  const std::filesystem::path database = state_dir / kQueueFile;
  const std::filesystem::path wal = database.string() + "-wal";
  const std::filesystem::path shm = database.string() + "-shm";
  check_path(findings, state_dir, Needed::Always);
  check_path(findings, database, Needed::Always);
  for (const auto& sidecar : {wal, shm}) {
    check_path(findings, sidecar, Needed::WhenThere);
    check_same_group(findings, database, sidecar);
  }
  struct statvfs disk {};
  if (::statvfs(state_dir.c_str(), &disk) == 0 && disk.f_bavail * disk.f_frsize < kRoomLeast) {
    findings.push_back({Obstacle::NoRoom, state_dir.string()});
  }
  struct stat journal {};
  if (::stat(wal.c_str(), &journal) == 0 &&
      static_cast<std::uint64_t>(journal.st_size) > kJournalMost) {
    findings.push_back({Obstacle::JournalGrows, wal.string()});
  }
  return findings;
}

}  // namespace huimin::queue
