#include "kiosk/intake/store_sqlite.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "kiosk/intake/sqlite_audit.h"
#include "kiosk/intake/sqlite_cases.h"
#include "kiosk/intake/sqlite_line.h"
#include "kiosk/intake/sqlite_schema.h"
#include "kiosk/queue/envelope.h"

namespace huimin::intake {

namespace {

// A terminal that forks for ever must not fill the county's disk.
constexpr std::int64_t kMostForks = 100;

// A file that nobody writes is read without its side files, so that nothing is left beside it.
std::string address_for_reading(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto wal = std::filesystem::path(file) += "-wal";
  const bool in_use = std::filesystem::exists(wal, ignored);
  std::string address = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const bool special = c == '%' || c == '?' || c == '#';
    address += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return address + (in_use ? "?mode=ro" : "?mode=ro&immutable=1");
}

// Read by the intake and its group (an audit) only; SQLite's side files take the same mode. False:
// the file is not there and cannot be made.
bool make_private(const std::filesystem::path& file) {
  const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
  if (made < 0) return false;
  ::close(made);
  return true;
}

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(SqliteSetup setup) : setup_(std::move(setup)) {}

  tl::expected<void, std::string> open() {
    const std::string file = setup_.file.string();
    const auto failed = [&](const std::string& why) { return tl::unexpected(file + ": " + why); };
    const bool opened = writing_.open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) &&
                        writing_.script(kSettings);
    if (!opened) return failed(writing_.error());
    const auto version = version_of(writing_);
    if (!version) return failed(writing_.error());
    if (*version > kSchemaVersion) return failed("written by a newer version of this program");
    if (!writing_.script(kSchema)) return failed(writing_.error());
    if (!reading_.open(file, SQLITE_OPEN_READONLY)) return failed(reading_.error());
    return {};
  }

  tl::expected<void, std::string> open_for_reading() {
    const std::string file = setup_.file.string();
    const auto failed = [&](const std::string& why) { return tl::unexpected(file + ": " + why); };
    const std::string address = address_for_reading(setup_.file);
    if (!reading_.open(address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI))
      return failed(reading_.error());
    const auto version = version_of(reading_);
    if (!version) return failed(reading_.error());
    if (*version != kSchemaVersion) return failed("not a county's database of this version");
    return {};
  }

  tl::expected<std::vector<TakenEnvelope>, StoreFault> take(
      std::span<const Incoming> batch, const MakeAcknowledgement& acknowledge) override {
    if (!writing_.is_open()) return tl::unexpected(StoreFault::Unreachable);
    if (const auto begun = writing_.script("BEGIN IMMEDIATE"); !begun)
      return tl::unexpected(begun.error());
    std::vector<TakenEnvelope> taken;
    for (const Incoming& each : batch) {
      auto one = take_one(each, acknowledge);
      if (!one) {
        static_cast<void>(writing_.script("ROLLBACK"));
        return tl::unexpected(one.error());
      }
      taken.push_back(std::move(*one));
    }
    if (const auto done = writing_.script("COMMIT"); !done) {
      static_cast<void>(writing_.script("ROLLBACK"));
      return tl::unexpected(done.error());
    }
    return taken;
  }

  tl::expected<std::optional<CaseRecord>, StoreFault> find_case(
      const domain::ReceiptNumber& receipt) override {
    const std::lock_guard lock(reading_mutex_);
    auto found = read_case(reading_, setup_.county, receipt);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return std::nullopt;
    return std::move((*found)->record);
  }

  tl::expected<Attention, StoreFault> attention() override {
    const std::lock_guard lock(reading_mutex_);
    auto row = reading_.query(
        "SELECT (SELECT count(*) FROM fork WHERE county = ?1) + "
        "(SELECT count(*) FROM envelope WHERE county = ?1 AND standing <> 1), "
        "(SELECT count(*) FROM envelope WHERE county = ?1 AND clock_off <> 0)");
    row << setup_.county;
    if (const auto found = row.step(); !found) return tl::unexpected(found.error());
    return Attention{static_cast<std::uint64_t>(row.integer(0)),
                     static_cast<std::uint64_t>(row.integer(1))};
  }

  tl::expected<std::optional<std::string>, StoreFault> first_broken_case() override {
    const std::lock_guard lock(reading_mutex_);
    return first_flaw(reading_, setup_.county);
  }

 private:
  static tl::expected<std::int64_t, StoreFault> version_of(SqliteLine& line) {
    auto row = line.query("PRAGMA user_version");
    if (const auto found = row.step(); !found) return tl::unexpected(found.error());
    return row.integer(0);
  }

  tl::expected<TakenEnvelope, StoreFault> take_one(const Incoming& each,
                                                   const MakeAcknowledgement& acknowledge) {
    const std::string epoch = queue::hex(each.header.epoch);
    std::optional<queue::ChainHead> head;
    {
      auto row = writing_.query(
          "SELECT sequence, sha256 FROM chain WHERE county = ? AND terminal = ? AND epoch = ?");
      row << setup_.county << each.header.terminal << epoch;
      const auto found = row.step();
      if (!found) return tl::unexpected(found.error());
      if (*found) {
        head.emplace();
        head->sequence = static_cast<std::uint64_t>(row.integer(0));
        const queue::Bytes hash = row.blob(1);
        std::copy_n(hash.begin(), std::min(hash.size(), head->sha256.size()), head->sha256.begin());
      }
    }
    switch (queue::place_in_chain(each.header, head)) {
      case queue::Place::Next: return store(each, epoch, acknowledge);
      case queue::Place::Later:
        return TakenEnvelope{
            Taken::OutOfOrder, {}, head ? head->sequence + 1 : each.header.epoch_start};
      case queue::Place::Earlier: return repeat_or_fork(each, epoch);
      case queue::Place::Fork: return set_aside(each, epoch);
    }
    return tl::unexpected(StoreFault::Damaged);
  }

  tl::expected<TakenEnvelope, StoreFault> repeat_or_fork(const Incoming& each,
                                                         const std::string& epoch) {
    auto row = writing_.query(
        "SELECT sha256, acknowledgement FROM envelope WHERE county = ? AND terminal = ? AND epoch "
        "= ? AND sequence = ?");
    row << setup_.county << each.header.terminal << epoch
        << static_cast<std::int64_t>(each.header.sequence);
    const auto found = row.step();
    if (!found) return tl::unexpected(found.error());
    if (*found && std::ranges::equal(row.blob(0), each.sha256)) {
      return TakenEnvelope{Taken::Repeat, row.blob(1), 0};
    }
    return set_aside(each, epoch);
  }

  tl::expected<TakenEnvelope, StoreFault> set_aside(const Incoming& each,
                                                    const std::string& epoch) {
    auto row = writing_.query(
        "INSERT OR IGNORE INTO fork SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 "
        "WHERE (SELECT count(*) FROM fork WHERE county = ?1 AND terminal = ?2) < ?9");
    row << setup_.county << each.header.terminal << epoch
        << static_cast<std::int64_t>(each.header.sequence) << queue::ByteView(each.sha256)
        << queue::ByteView(each.header_p7s) << queue::ByteView(each.body_p7m)
        << ms_of(each.received_at) << kMostForks;
    if (const auto done = row.run(); !done) return tl::unexpected(done.error());
    return TakenEnvelope{Taken::Fork, {}, 0};
  }

  tl::expected<TakenEnvelope, StoreFault> store(const Incoming& each, const std::string& epoch,
                                                const MakeAcknowledgement& acknowledge) {
    std::string case_no;
    Standing standing = each.standing;
    if (each.opening && each.header.receipt) {
      const auto known = knows_receipt(*each.header.receipt);
      if (!known) return tl::unexpected(known.error());
      if (*known) {
        // From another epoch: a copied terminal. Neither silently wins over the other, and what
        // other people hand in after it is not held up.
        standing = Standing::NumberKnown;
      } else {
        auto opened = open_case(writing_, setup_, each);
        if (!opened) return tl::unexpected(opened.error());
        case_no = std::move(*opened);
      }
    }
    const auto highest = raise_highest(each);
    if (!highest) return tl::unexpected(highest.error());
    queue::Bytes acknowledgement = acknowledge(each, case_no, *highest);
    auto row = writing_.query("INSERT INTO envelope VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row << setup_.county << each.header.terminal << epoch
        << static_cast<std::int64_t>(each.header.sequence) << queue::ByteView(each.sha256)
        << queue::name_of(each.header.kind) << queue::ByteView(each.header_p7s)
        << queue::ByteView(each.body_p7m) << ms_of(each.received_at)
        << static_cast<std::int64_t>(standing) << std::int64_t{each.clock_off}
        << queue::ByteView(acknowledgement);
    if (const auto done = row.run(); !done) return tl::unexpected(done.error());
    auto chain = writing_.query(
        "INSERT INTO chain VALUES (?, ?, ?, ?, ?) ON CONFLICT (county, terminal, epoch) "
        "DO UPDATE SET sequence = excluded.sequence, sha256 = excluded.sha256");
    chain << setup_.county << each.header.terminal << epoch
          << static_cast<std::int64_t>(each.header.sequence) << queue::ByteView(each.sha256);
    if (const auto done = chain.run(); !done) return tl::unexpected(done.error());
    return TakenEnvelope{Taken::Stored, std::move(acknowledgement), 0};
  }

  tl::expected<bool, StoreFault> knows_receipt(const domain::ReceiptNumber& receipt) {
    auto row = writing_.query("SELECT 1 FROM matter WHERE county = ? AND receipt = ?");
    row << setup_.county << stored(receipt);
    return row.step();
  }

  // The highest receipt number ever seen from this terminal, this envelope's included.
  tl::expected<std::optional<domain::ReceiptNumber>, StoreFault> raise_highest(
      const Incoming& each) {
    if (each.header.receipt) {
      auto row = writing_.query(
          "INSERT INTO highest_receipt VALUES (?, ?, ?) ON CONFLICT (county, terminal) "
          "DO UPDATE SET receipt = max(receipt, excluded.receipt)");
      row << setup_.county << each.header.terminal << stored(*each.header.receipt);
      if (const auto done = row.run(); !done) return tl::unexpected(done.error());
    }
    auto row =
        writing_.query("SELECT receipt FROM highest_receipt WHERE county = ? AND terminal = ?");
    row << setup_.county << each.header.terminal;
    const auto found = row.step();
    if (!found) return tl::unexpected(found.error());
    if (!*found) return std::nullopt;
    return domain::receipt_from_integer(static_cast<std::uint64_t>(row.integer(0)));
  }

  const SqliteSetup setup_;
  SqliteLine writing_;
  SqliteLine reading_;
  std::mutex reading_mutex_;
};

}  // namespace

tl::expected<std::unique_ptr<Store>, std::string> open_sqlite(const SqliteSetup& setup) {
  const std::filesystem::path folder = setup.file.parent_path();
  std::error_code failed;
  if (!folder.empty()) std::filesystem::create_directories(folder, failed);
  if (failed) return tl::unexpected(folder.string() + ": cannot be made");
  if (!make_private(setup.file)) return tl::unexpected(setup.file.string() + ": cannot be written");
  auto store = std::make_unique<SqliteStore>(setup);
  if (auto opened = store->open(); !opened) return tl::unexpected(std::move(opened.error()));
  return store;
}

tl::expected<std::unique_ptr<Store>, std::string> open_sqlite_for_reading(
    const SqliteSetup& setup) {
  auto store = std::make_unique<SqliteStore>(setup);
  if (auto opened = store->open_for_reading(); !opened)
    return tl::unexpected(std::move(opened.error()));
  return store;
}

}  // namespace huimin::intake
