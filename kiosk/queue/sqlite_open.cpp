#include "kiosk/queue/sqlite_open.h"

#include <cerrno>
#include <chrono>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "kiosk/queue/files.h"
#include "kiosk/queue/schema.h"

namespace huimin::queue {
namespace {

using std::chrono::steady_clock;

constexpr auto kBusyMost = std::chrono::seconds{5};
constexpr int kShortWaits = 20;
constexpr long kShortWaitNs = 50'000;
constexpr long kLongWaitNs = 250'000;
// The two users of a terminal share a group; nobody else may read what they hold.
constexpr mode_t kFileMode = 0660;
constexpr mode_t kFolderMode = 02770;

// SQLite's own handler sleeps up to 100 ms and lets the faster process starve the other.
int wait_for_other(void* began_at, int tries) {
  auto& began = *static_cast<steady_clock::time_point*>(began_at);
  if (tries == 0) began = steady_clock::now();
  if (steady_clock::now() - began > kBusyMost) return 0;
  const timespec pause{0, tries < kShortWaits ? kShortWaitNs : kLongWaitNs};
  nanosleep(&pause, nullptr);
  return 1;
}

void use_own_busy_handler(sqlite3* database) {
  // One connection belongs to one thread, and so does the time its wait began.
  static thread_local steady_clock::time_point began;
  sqlite3_busy_handler(database, wait_for_other, &began);
}

bool run(sqlite3* database, const char* sql) {
  return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::int64_t number(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  std::int64_t value = -1;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    value = sqlite3_column_int64(statement, 0);
  }
  sqlite3_finalize(statement);
  return value;
}

// Made by us before SQLite sees it: the WAL files take their mode from it, whatever the umask (case
// C01).
bool make_file(const std::filesystem::path& file) {
  const FileDescriptor fd(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode));
  if (!fd.is_open()) return errno == EEXIST;
  return ::fchmod(fd.get(), kFileMode) == 0;
}

bool make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return true;
  std::filesystem::create_directories(folder.parent_path(), error);
  return ::mkdir(folder.c_str(), kFolderMode) == 0 && ::chmod(folder.c_str(), kFolderMode) == 0;
}

bool set_up(sqlite3* database, StoreUse use) {
  use_own_busy_handler(database);
  int keep_wal = 1;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_PERSIST_WAL, &keep_wal);
  // Pages are moved when idle (Store::checkpoint). The upper bound, 16 MB, is for a terminal that
  // never is.
  const char* checkpoints = use == StoreUse::Create ? "PRAGMA wal_autocheckpoint=4000"
                                                    : "PRAGMA wal_autocheckpoint=0";
  return run(database, "PRAGMA page_size=4096") && run(database, "PRAGMA journal_mode=WAL") &&
         run(database, "PRAGMA synchronous=FULL") && run(database, "PRAGMA secure_delete=ON") &&
         run(database, "PRAGMA trusted_schema=OFF") && run(database, checkpoints);
}

bool make_schema(sqlite3* database) {
  const std::string all =
      "BEGIN IMMEDIATE;" + std::string(kSchema) + "PRAGMA application_id=" +
      std::to_string(kApplicationId) + ";PRAGMA user_version=" + std::to_string(kSchemaVersion) +
      ";COMMIT";
  if (run(database, all.c_str())) return true;
  (void)run(database, "ROLLBACK");
  return false;
}

std::optional<StoreError> check_schema(sqlite3* database) {
  if (number(database, "PRAGMA application_id") != kApplicationId) return StoreError::Damaged;
  if (number(database, "PRAGMA user_version") > kSchemaVersion) return StoreError::Newer;
  const char* tables = "SELECT count(*) FROM sqlite_schema WHERE type='table'";
  if (number(database, tables) < kTables) return StoreError::Damaged;
  return std::nullopt;
}

tl::unexpected<OpenError> problem(StoreError error, const std::filesystem::path& file) {
  return tl::unexpected(OpenError{error, file.string()});
}

// SQLite calls only ENOSPC full; a quota or a limit on the file's size is the same to a resident.
bool means_no_room(int system) {
  return system == ENOSPC || system == EDQUOT || system == EFBIG;
}

int journal_errno(sqlite3* database) {
  sqlite3_file* journal = nullptr;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  int out = 0;
  if (journal != nullptr && journal->pMethods != nullptr) {
    journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &out);
  }
  return out;
}

}  // namespace

void SqliteClose::operator()(sqlite3* database) const { sqlite3_close(database); }

StoreError store_error(sqlite3* database, int code) {
  const int system = sqlite3_system_errno(database);
  switch (code & 0xFF) {
    case SQLITE_FULL: return StoreError::Full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreError::Busy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return StoreError::ReadOnly;
    case SQLITE_CANTOPEN: return system == EACCES ? StoreError::ReadOnly : StoreError::Missing;
    case SQLITE_IOERR:
      return means_no_room(system) || means_no_room(journal_errno(database)) ? StoreError::Full
                                                                             : StoreError::Io;
    default: return StoreError::Damaged;
  }
}

tl::expected<Connection, OpenError> open_shared(const std::filesystem::path& state_dir,
                                                StoreUse use) {
  const auto file = state_dir / kQueueFile;
  if (use == StoreUse::Create) {
    if (!make_folder(state_dir)) return problem(StoreError::ReadOnly, state_dir);
    if (!make_file(file)) {
      return problem(errno == ENOSPC ? StoreError::Full : StoreError::ReadOnly, file);
    }
  }
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(
      file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  Connection connection(opened);
  if (code != SQLITE_OK) return problem(store_error(opened, code), file);
  // SQLite falls back to reading when it may not write; a queue that only looks usable helps
  // nobody.
  if (sqlite3_db_readonly(opened, "main") == 1) return problem(StoreError::ReadOnly, file);
  if (!set_up(opened, use)) {
    return problem(store_error(opened, sqlite3_extended_errcode(opened)), file);
  }
  const bool empty = number(opened, "SELECT count(*) FROM sqlite_schema") == 0;
  if (use == StoreUse::Create && empty && !make_schema(opened)) {
    return problem(store_error(opened, sqlite3_extended_errcode(opened)), file);
  }
  if (const auto error = check_schema(opened)) return problem(*error, file);
  return connection;
}

}  // namespace huimin::queue
