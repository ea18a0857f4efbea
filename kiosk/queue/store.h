#pragma once
// The SQLite file under outbox, courier and inbox: opening, one writing transaction, prepared
// statements.
//
// Two processes use the file. Every writing transaction begins IMMEDIATE, waiting is done by a busy
// handler of our own (short sleeps, 5 s in all), only the terminal checkpoints, and the WAL is
// overwritten, never cut. One Store belongs to one thread.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

#include "kiosk/queue/bytes.h"

struct sqlite3;
struct sqlite3_stmt;

namespace huimin::queue {

enum class StoreError : std::uint8_t {
  Full,      // no room on the disk
  Busy,      // another process held the file for 5 s
  ReadOnly,  // this user may not write it
  Missing,
  Damaged,   // not this database, or its pages are broken
  Newer,     // written by a newer version of this program
  Io,
};
std::string_view name_of(StoreError error);

struct OpenError {
  StoreError error;
  std::string path;  // the file that must be looked at
};

inline constexpr std::string_view kQueueFile = "queue.db";

// One prepared statement in use; reset when it goes, so that no reader keeps the WAL from being
// reused (case C12). Columns are counted from 0, parameters from 1.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* prepared) : statement_(prepared) {}
  Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, ByteView blob);
  Statement& bind_null(int at);
  // True: a row is there. False: done.
  tl::expected<bool, StoreError> step();
  // For statements without rows.
  tl::expected<void, StoreError> run();

  std::int64_t integer(int column) const;
  std::string text(int column) const;
  Bytes blob(int column) const;
  bool is_null(int column) const;

 private:
  sqlite3_stmt* statement_;
};

enum class StoreUse : std::uint8_t {
  Create,     // the terminal: makes file and schema when missing, checkpoints
  Join,       // the carrier: the file must be there, never checkpoints
};

class Store {
 public:
  static tl::expected<Store, OpenError> open(const std::filesystem::path& state_dir, StoreUse use);
  // Reads a queue without leaving a file or changing one; copies it first when it cannot be read in
  // place.
  static tl::expected<Store, OpenError> open_for_reading(const std::filesystem::path& state_dir);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // `sql` is a literal: the prepared statement is kept under its address.
  Statement prepare(const char* sql);
  // Runs `work` between BEGIN IMMEDIATE and COMMIT; any error rolls back.
  template <class Work>
  tl::expected<void, StoreError> in_transaction(Work&& work) {
    if (auto begun = begin(); !begun) return begun;
    if (auto done = work(); !done) {
      roll_back();
      return done;
    }
    return commit();
  }
  // Moves finished pages into the database without waiting for anybody. For idle moments.
  void checkpoint();
  sqlite3* handle() const;

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  tl::expected<void, StoreError> begin();
  tl::expected<void, StoreError> commit();
  void roll_back();
  std::unique_ptr<State> state_;
};

}  // namespace huimin::queue
