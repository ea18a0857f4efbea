#pragma once
// One SQLite connection with its prepared statements; used by one thread at a time.

#include <sqlite3.h>

#include <map>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/intake/store.h"
#include "kiosk/queue/bytes.h"

namespace huimin::intake {

// A prepared statement in use; reset when it goes. One that could not be prepared (a damaged file)
// answers with that fault when it is run.
class Query {
 public:
  Query(sqlite3_stmt* prepared, int code) : statement_(prepared), code_(code) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

  // Parameters in order. Text and blobs are copied by SQLite.
  Query& operator<<(std::int64_t value);
  Query& operator<<(std::string_view text);
  Query& operator<<(queue::ByteView blob);
  Query& null();

  // True: a row is there.
  tl::expected<bool, StoreFault> step();
  tl::expected<void, StoreFault> run();

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) const;
  queue::Bytes blob(int column) const;
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

 private:
  sqlite3_stmt* statement_;
  int code_;
  int next_ = 1;
};

class SqliteLine {
 public:
  SqliteLine() = default;
  ~SqliteLine();
  SqliteLine(const SqliteLine&) = delete;
  SqliteLine& operator=(const SqliteLine&) = delete;

  // SQLite's own open flags; `file` may be an address ("file:...") with SQLITE_OPEN_URI. False:
  // `error()` says why.
  bool open(const std::string& file, int flags);
  bool is_open() const { return handle_ != nullptr; }
  std::string error() const;
  // Several statements, no parameters.
  tl::expected<void, StoreFault> script(const char* sql);
  // `sql` is a literal: it is prepared once and kept under its address.
  Query query(const char* sql);

 private:
  sqlite3* handle_ = nullptr;
  std::map<const char*, sqlite3_stmt*> prepared_;
};

StoreFault fault_of(int sqlite_code);

}  // namespace huimin::intake
