#pragma once
// Opening queue.db: with all settings of a durable shared file, or for reading without a trace. For
// store.cpp.

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include <tl/expected.hpp>

#include "kiosk/queue/store.h"

struct sqlite3;

namespace huimin::queue {

struct SqliteClose {
  void operator()(sqlite3* database) const;
};

// A folder of our own that goes with its owner; nothing when the path is empty.
class ScratchFolder {
 public:
  ScratchFolder() = default;
  explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}
  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchFolder& operator=(ScratchFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~ScratchFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// An open database. `copy_in` is declared first: it is removed after the database has been closed.
class Connection {
 public:
  explicit Connection(sqlite3* opened, ScratchFolder copy_in = {})
      : copy_in_(std::move(copy_in)), database_(opened) {}
  sqlite3* get() const { return database_.get(); }

 private:
  ScratchFolder copy_in_;
  std::unique_ptr<sqlite3, SqliteClose> database_;
};

StoreError store_error(sqlite3* database, int code);
tl::expected<Connection, OpenError> open_shared(const std::filesystem::path& state_dir,
                                                StoreUse use);
tl::expected<Connection, OpenError> open_reading(const std::filesystem::path& state_dir);

}  // namespace huimin::queue
