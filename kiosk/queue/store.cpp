#include "kiosk/queue/store.h"

#include <map>

#include <sqlite3.h>

#include "kiosk/base/check.h"
#include "kiosk/queue/sqlite_open.h"

namespace huimin::queue {

struct Store::State {
  explicit State(Connection opened) : connection(std::move(opened)) {}
  ~State() {
    for (const auto& [sql, statement] : prepared) sqlite3_finalize(statement);
  }
  Connection connection;
  std::map<const char*, sqlite3_stmt*> prepared;
};

std::string_view name_of(StoreError error) {
  switch (error) {
    case StoreError::Full: return "no room on the disk";
    case StoreError::Busy: return "held by another process";
    case StoreError::ReadOnly: return "not writable by this user";
    case StoreError::Missing: return "missing";
    case StoreError::Damaged: return "damaged";
    case StoreError::Newer: return "written by a newer version";
    case StoreError::Io: return "the disk does not answer rightly";
  }
  return "";
}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Statement& Statement::bind(int at, std::int64_t value) {
  base::check(sqlite3_bind_int64(statement_, at, value) == SQLITE_OK, "a parameter is there");
  return *this;
}

// What is bound outlives the statement's use: no copy.
Statement& Statement::bind(int at, std::string_view text) {
  const char* data = text.empty() ? "" : text.data();
  base::check(sqlite3_bind_text64(statement_, at, data, text.size(), SQLITE_STATIC,
                                  SQLITE_UTF8) == SQLITE_OK, "a parameter is there");
  return *this;
}

Statement& Statement::bind(int at, ByteView blob) {
  const void* data = blob.empty() ? "" : static_cast<const void*>(blob.data());
  base::check(sqlite3_bind_blob64(statement_, at, data, blob.size(), SQLITE_STATIC) == SQLITE_OK,
              "a parameter is there");
  return *this;
}

Statement& Statement::bind_null(int at) {
  base::check(sqlite3_bind_null(statement_, at) == SQLITE_OK, "a parameter is there");
  return *this;
}

tl::expected<bool, StoreError> Statement::step() {
  if (statement_ == nullptr) return tl::unexpected(StoreError::Damaged);
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return tl::unexpected(store_error(sqlite3_db_handle(statement_), code));
}

tl::expected<void, StoreError> Statement::run() {
  const auto row = step();
  if (!row) return tl::unexpected(row.error());
  return {};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? std::string() : std::string(data, size);
}

Bytes Statement::blob(int column) const {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? Bytes() : Bytes(data, data + size);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

tl::expected<Store, OpenError> Store::open(const std::filesystem::path& state_dir, StoreUse use) {
  auto connection = open_shared(state_dir, use);
  if (!connection) return tl::unexpected(connection.error());
  return Store(std::make_unique<State>(std::move(*connection)));
}

tl::expected<Store, OpenError> Store::open_for_reading(const std::filesystem::path& state_dir) {
  auto connection = open_reading(state_dir);
  if (!connection) return tl::unexpected(connection.error());
  return Store(std::make_unique<State>(std::move(*connection)));
}

Statement Store::prepare(const char* sql) {
  sqlite3_stmt*& statement = state_->prepared[sql];
  if (statement == nullptr) {
    // A failure leaves nullptr: a table is missing or unreadable, which `step` then reports as
    // damage.
    sqlite3_prepare_v3(handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  }
  base::check(statement == nullptr || sqlite3_stmt_busy(statement) == 0, "a statement is free");
  return Statement(statement);
}

tl::expected<void, StoreError> Store::begin() { return prepare("BEGIN IMMEDIATE").run(); }

tl::expected<void, StoreError> Store::commit() {
  auto done = prepare("COMMIT").run();
  if (!done) roll_back();
  return done;
}

void Store::roll_back() {
  // Some errors have rolled back already.
  if (sqlite3_get_autocommit(handle()) == 0) (void)prepare("ROLLBACK").run();
}

void Store::checkpoint() {
  sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

sqlite3* Store::handle() const { return state_->connection.get(); }

}  // namespace huimin::queue
