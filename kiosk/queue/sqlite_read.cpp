// Reading a queue that somebody else owns: no file is made, none is changed, no owner and no mode
// (case C01).

#include <cerrno>
#include <cstdlib>
#include <sys/stat.h>

#include <sqlite3.h>

#include "kiosk/queue/schema.h"
#include "kiosk/queue/sqlite_open.h"

namespace huimin::queue {
namespace {

constexpr int kCopyTries = 5;

struct Sidecars {
  std::filesystem::path database;
  std::filesystem::path wal;
  std::filesystem::path shm;
};

Sidecars files_of(const std::filesystem::path& state_dir) {
  const std::string name = (state_dir / kQueueFile).string();
  return {name, name + "-wal", name + "-shm"};
}

// Enough to see that a file was written to while it was copied.
struct Seen {
  bool there = false;
  off_t size = 0;
  timespec modified{};
  bool operator==(const Seen& other) const {
    return there == other.there && size == other.size &&
           modified.tv_sec == other.modified.tv_sec && modified.tv_nsec == other.modified.tv_nsec;
  }
};

Seen look_at(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return {true, status.st_size, status.st_mtim};
}

// Percent signs and question marks would be read as parts of an address.
std::string uri_of(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += kHex[byte >> 4U];
      uri += kHex[byte & 15U];
    } else {
      uri += c;
    }
  }
  return uri + "?mode=ro";
}

struct Opened {
  sqlite3* database = nullptr;
  int code = SQLITE_OK;
};

// Opens and really reads: SQLite finds most troubles only then.
Opened open_and_read(const std::filesystem::path& file) {
  Opened opened;
  opened.code = sqlite3_open_v2(
      uri_of(file).c_str(), &opened.database,
      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  if (opened.code == SQLITE_OK) {
    sqlite3_busy_timeout(opened.database, 5'000);
    opened.code = sqlite3_exec(opened.database, "SELECT count(*) FROM sqlite_schema", nullptr,
                               nullptr, nullptr);
  }
  return opened;
}

ScratchFolder make_scratch() {
  std::string pattern = (std::filesystem::temp_directory_path() / "huimin-queue-XXXXXX").string();
  return ScratchFolder(::mkdtemp(pattern.data()) == nullptr ? "" : pattern);
}

// A copy of database and WAL as they were at one moment. SQLite rebuilds the index beside the copy.
bool copy_files(const Sidecars& from, const std::filesystem::path& to) {
  for (int tries = 0; tries < kCopyTries; ++tries) {
    const Seen database = look_at(from.database);
    const Seen wal = look_at(from.wal);
    std::error_code error;
    const auto target = to / kQueueFile;
    std::filesystem::copy_file(from.database, target,
                               std::filesystem::copy_options::overwrite_existing, error);
    if (error) return false;
    const std::filesystem::path target_wal = target.string() + "-wal";
    std::filesystem::remove(target_wal, error);
    if (wal.there) std::filesystem::copy_file(from.wal, target_wal, error);
    const bool still = database == look_at(from.database) && wal == look_at(from.wal);
    if (!error && still) return true;
  }
  return false;
}

tl::unexpected<OpenError> problem(StoreError error, const std::filesystem::path& file) {
  return tl::unexpected(OpenError{error, file.string()});
}

std::optional<StoreError> check_readable(sqlite3* database) {
  sqlite3_stmt* statement = nullptr;
  std::int64_t application = 0;
  if (sqlite3_prepare_v2(database, "PRAGMA application_id", -1, &statement, nullptr) ==
          SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
    application = sqlite3_column_int64(statement, 0);
  }
  sqlite3_finalize(statement);
  if (application != kApplicationId) return StoreError::Damaged;
  return std::nullopt;
}

}  // namespace

ScratchFolder::~ScratchFolder() {
  if (path_.empty()) return;
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

tl::expected<Connection, OpenError> open_reading(const std::filesystem::path& state_dir) {
  const Sidecars files = files_of(state_dir);
  if (!look_at(files.database).there) {
    return problem(errno == EACCES ? StoreError::ReadOnly : StoreError::Missing, files.database);
  }
  // With both files there SQLite makes none; without the index nobody has the queue open, and a
  // copy is whole.
  if (look_at(files.wal).there && look_at(files.shm).there) {
    const Opened opened = open_and_read(files.database);
    Connection connection(opened.database);
    if (opened.code == SQLITE_OK) {
      if (const auto error = check_readable(opened.database)) {
        return problem(*error, files.database);
      }
      return connection;
    }
  }
  ScratchFolder scratch = make_scratch();
  if (scratch.path().empty() || !copy_files(files, scratch.path())) {
    return problem(StoreError::Busy, files.database);
  }
  const Opened opened = open_and_read(scratch.path() / kQueueFile);
  Connection connection(opened.database, std::move(scratch));
  if (opened.code != SQLITE_OK) {
    return problem(store_error(opened.database, opened.code), files.database);
  }
  if (const auto error = check_readable(opened.database)) return problem(*error, files.database);
  return connection;
}

}  // namespace huimin::queue
