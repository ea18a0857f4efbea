#include "kiosk/intake/sqlite_line.h"

namespace huimin::intake {

StoreFault fault_of(int sqlite_code) {
  switch (sqlite_code & 0xFF) {
    case SQLITE_FULL: return StoreFault::Full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreFault::Busy;
    case SQLITE_IOERR:  // the disk does not take it now; what is there is whole
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return StoreFault::Unreachable;
    default: return StoreFault::Damaged;
  }
}

Query& Query::operator<<(std::int64_t value) {
  if (statement_ == nullptr) return *this;
  sqlite3_bind_int64(statement_, next_++, value);
  return *this;
}

Query& Query::operator<<(std::string_view text) {
  if (statement_ == nullptr) return *this;
  sqlite3_bind_text(statement_, next_++, text.data(), static_cast<int>(text.size()),
                    SQLITE_TRANSIENT);
  return *this;
}

Query& Query::operator<<(queue::ByteView blob) {
  if (statement_ == nullptr) return *this;
  sqlite3_bind_blob(statement_, next_++, blob.data(), static_cast<int>(blob.size()),
                    SQLITE_TRANSIENT);
  return *this;
}

Query& Query::null() {
  if (statement_ == nullptr) return *this;
  sqlite3_bind_null(statement_, next_++);
  return *this;
}

tl::expected<bool, StoreFault> Query::step() {
  if (statement_ == nullptr) return tl::unexpected(fault_of(code_));
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return tl::unexpected(fault_of(code));
}

tl::expected<void, StoreFault> Query::run() {
  if (const auto stepped = step(); !stepped) return tl::unexpected(stepped.error());
  return {};
}

std::string Query::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

queue::Bytes Query::blob(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, bytes + sqlite3_column_bytes(statement_, column)};
}

SqliteLine::~SqliteLine() {
  for (const auto& each : prepared_) sqlite3_finalize(each.second);
  sqlite3_close(handle_);
}

bool SqliteLine::open(const std::string& file, int flags) {
  const int code = sqlite3_open_v2(file.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_OK) sqlite3_busy_timeout(handle_, 5'000);
  return code == SQLITE_OK;
}

std::string SqliteLine::error() const {
  return handle_ != nullptr ? sqlite3_errmsg(handle_) : "out of memory";
}

tl::expected<void, StoreFault> SqliteLine::script(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(fault_of(code));
  return {};
}

Query SqliteLine::query(const char* sql) {
  sqlite3_stmt*& statement = prepared_[sql];
  int code = SQLITE_OK;
  if (statement == nullptr)
    code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  return Query(statement, code);
}

}  // namespace huimin::intake
