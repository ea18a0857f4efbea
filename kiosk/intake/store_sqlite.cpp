#include "kiosk/intake/store_sqlite.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "kiosk/domain/civil_date.h"
#include "kiosk/intake/sqlite_line.h"
#include "kiosk/queue/envelope.h"

namespace huimin::intake {

namespace {

constexpr const char* kSchema = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS envelope (
  county TEXT NOT NULL, terminal TEXT NOT NULL, epoch TEXT NOT NULL, sequence INTEGER NOT NULL,
  sha256 BLOB NOT NULL, kind TEXT NOT NULL, header_p7s BLOB NOT NULL, body_p7m BLOB NOT NULL,
  received_ms INTEGER NOT NULL, opened INTEGER NOT NULL, acknowledgement BLOB NOT NULL,
  PRIMARY KEY (county, terminal, epoch, sequence)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chain (
  county TEXT NOT NULL, terminal TEXT NOT NULL, epoch TEXT NOT NULL,
  sequence INTEGER NOT NULL, sha256 BLOB NOT NULL,
  PRIMARY KEY (county, terminal, epoch)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fork (
  county TEXT NOT NULL, terminal TEXT NOT NULL, epoch TEXT NOT NULL, sequence INTEGER NOT NULL,
  sha256 BLOB NOT NULL, header_p7s BLOB NOT NULL, body_p7m BLOB NOT NULL, received_ms INTEGER NOT NULL,
  PRIMARY KEY (county, terminal, epoch, sequence, sha256)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS highest_receipt (
  county TEXT NOT NULL, terminal TEXT NOT NULL, receipt INTEGER NOT NULL,
  PRIMARY KEY (county, terminal)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS matter (
  county TEXT NOT NULL, receipt INTEGER NOT NULL, case_no TEXT NOT NULL, programme TEXT NOT NULL,
  lane TEXT NOT NULL, division TEXT NOT NULL, stage INTEGER NOT NULL, received_ms INTEGER NOT NULL,
  latest TEXT, latest_certain INTEGER NOT NULL,
  PRIMARY KEY (county, receipt)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS matter_by_number ON matter (county, case_no);
CREATE TABLE IF NOT EXISTS matter_event (
  county TEXT NOT NULL, case_no TEXT NOT NULL, n INTEGER NOT NULL, stage INTEGER NOT NULL,
  at_ms INTEGER NOT NULL, unit TEXT NOT NULL, official TEXT NOT NULL, role TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  PRIMARY KEY (county, case_no, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS case_counter (
  county TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (county, year)) WITHOUT ROWID;
PRAGMA user_version = 1;
)";

std::int64_t ms_of(base::WallTime at) { return at.time_since_epoch().count(); }
base::WallTime wall_of(std::int64_t ms) { return base::WallTime(base::milliseconds(ms)); }

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(SqliteSetup setup) : setup_(std::move(setup)) {}

  tl::expected<void, std::string> open(bool for_reading) {
    const std::string file = setup_.file.string();
    const int flags =
        for_reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (!writing_.open(file, flags)) return tl::unexpected(file + ": " + writing_.error());
    if (!for_reading && !writing_.script(kSchema))
      return tl::unexpected(file + ": " + writing_.error());
    if (!reading_.open(file, SQLITE_OPEN_READONLY))
      return tl::unexpected(file + ": " + reading_.error());
    return {};
  }

  tl::expected<std::vector<TakenEnvelope>, StoreFault> take(
      std::span<const Incoming> batch, const MakeAcknowledgement& acknowledge) override {
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
    auto row = reading_.query(
        "SELECT case_no, programme, lane, division, stage, received_ms, latest, latest_certain "
        "FROM matter WHERE county = ? AND receipt = ?");
    row << setup_.county << static_cast<std::int64_t>(domain::as_integer(receipt));
    const auto found = row.step();
    if (!found) return tl::unexpected(found.error());
    if (!*found) return std::nullopt;
    CaseRecord record;
    record.receipt = receipt;
    record.case_no = row.text(0);
    record.programme = row.text(1);
    record.lane = row.text(2);
    record.division = row.text(3);
    record.stage = domain::stage_from_code(static_cast<int>(row.integer(4)))
                       .value_or(domain::Stage::Submitted);
    record.received_at = wall_of(row.integer(5));
    if (!row.is_null(6)) record.latest = {domain::parse_iso_date(row.text(6)), row.integer(7) != 0};
    auto events = events_of(reading_, record.case_no);
    if (!events) return tl::unexpected(events.error());
    record.events = std::move(events->first);
    return record;
  }

  tl::expected<std::uint64_t, StoreFault> set_aside_count() override {
    const std::lock_guard lock(reading_mutex_);
    auto row = reading_.query(
        "SELECT (SELECT count(*) FROM fork WHERE county = ?1) + "
        "(SELECT count(*) FROM envelope WHERE county = ?1 AND opened = 0)");
    row << setup_.county;
    if (const auto found = row.step(); !found) return tl::unexpected(found.error());
    return static_cast<std::uint64_t>(row.integer(0));
  }

  tl::expected<std::optional<std::string>, StoreFault> first_broken_case() override {
    const std::lock_guard lock(reading_mutex_);
    std::vector<std::string> numbers;
    {
      auto rows = reading_.query("SELECT case_no FROM matter WHERE county = ? ORDER BY case_no");
      rows << setup_.county;
      while (true) {
        const auto more = rows.step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        numbers.push_back(rows.text(0));
      }
    }
    for (const std::string& number : numbers) {
      const auto events = events_of(reading_, number);
      if (!events) return tl::unexpected(events.error());
      queue::Hash hash{};
      for (std::size_t i = 0; i < events->first.size(); ++i) {
        hash = event_hash(hash, number, events->first[i]);
        if (!std::ranges::equal(hash, events->second[i])) return number;
      }
      if (events->first.empty()) return number;
    }
    return std::nullopt;
  }

 private:
  using Events = std::pair<std::vector<CaseEvent>, std::vector<queue::Bytes>>;

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
    auto row = writing_.query("INSERT OR IGNORE INTO fork VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    row << setup_.county << each.header.terminal << epoch
        << static_cast<std::int64_t>(each.header.sequence) << queue::ByteView(each.sha256)
        << queue::ByteView(each.header_p7s) << queue::ByteView(each.body_p7m)
        << ms_of(each.received_at);
    if (const auto done = row.run(); !done) return tl::unexpected(done.error());
    return TakenEnvelope{Taken::Fork, {}, 0};
  }

  tl::expected<TakenEnvelope, StoreFault> store(const Incoming& each, const std::string& epoch,
                                                const MakeAcknowledgement& acknowledge) {
    std::string case_no;
    if (each.opening && each.header.receipt) {
      // The same number from another epoch: a copied terminal. Neither silently wins over the other.
      const auto known = knows_receipt(*each.header.receipt);
      if (!known) return tl::unexpected(known.error());
      if (*known) return set_aside(each, epoch);
      auto opened = open_case(each);
      if (!opened) return tl::unexpected(opened.error());
      case_no = std::move(*opened);
    }
    const auto highest = raise_highest(each);
    if (!highest) return tl::unexpected(highest.error());
    queue::Bytes acknowledgement = acknowledge(each, case_no, *highest);
    auto row = writing_.query("INSERT INTO envelope VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row << setup_.county << each.header.terminal << epoch
        << static_cast<std::int64_t>(each.header.sequence) << queue::ByteView(each.sha256)
        << queue::name_of(each.header.kind) << queue::ByteView(each.header_p7s)
        << queue::ByteView(each.body_p7m) << ms_of(each.received_at) << std::int64_t{each.opened}
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
    row << setup_.county << static_cast<std::int64_t>(domain::as_integer(receipt));
    return row.step();
  }

  // The highest receipt number ever seen from this terminal, this envelope's included.
  tl::expected<std::optional<domain::ReceiptNumber>, StoreFault> raise_highest(
      const Incoming& each) {
    if (each.header.receipt) {
      auto row = writing_.query(
          "INSERT INTO highest_receipt VALUES (?, ?, ?) ON CONFLICT (county, terminal) "
          "DO UPDATE SET receipt = max(receipt, excluded.receipt)");
      row << setup_.county << each.header.terminal
          << static_cast<std::int64_t>(domain::as_integer(*each.header.receipt));
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

  tl::expected<std::string, StoreFault> open_case(const Incoming& each) {
    const int year = static_cast<int>(domain::to_local(each.received_at).date.year());
    std::int64_t number = 0;
    {
      auto row = writing_.query(
          "INSERT INTO case_counter VALUES (?, ?, 1) ON CONFLICT (county, year) "
          "DO UPDATE SET last = last + 1 RETURNING last");
      row << setup_.county << std::int64_t{year};
      if (const auto found = row.step(); !found) return tl::unexpected(found.error());
      number = row.integer(0);
    }
    std::string case_no = fmt::format("{}{}-{:06}", setup_.case_prefix, year, number);
    const CaseOpening& opening = *each.opening;
    auto row = writing_.query("INSERT INTO matter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row << setup_.county << static_cast<std::int64_t>(domain::as_integer(*each.header.receipt))
        << case_no << opening.programme << opening.lane << opening.division
        << static_cast<std::int64_t>(opening.stage) << ms_of(each.received_at);
    if (opening.latest) {
      row << domain::iso(opening.latest->date) << std::int64_t{opening.latest->certain};
    } else {
      row.null() << std::int64_t{0};
    }
    if (const auto done = row.run(); !done) return tl::unexpected(done.error());
    return add_opening_events(each, case_no);
  }

  // A case begins with what the resident did and with whose turn it is.
  tl::expected<std::string, StoreFault> add_opening_events(const Incoming& each,
                                                           const std::string& case_no) {
    const CaseOpening& opening = *each.opening;
    const base::WallTime handed_in =
        each.header.clock_certain ? each.header.created_wall : each.received_at;
    const CaseEvent events[] = {
        {domain::Stage::Submitted, handed_in, "", "", "resident"},
        {opening.stage, each.received_at, opening.unit, opening.official, "township"},
    };
    queue::Hash hash{};
    std::int64_t n = 0;
    for (const CaseEvent& event : events) {
      hash = event_hash(hash, case_no, event);
      auto row = writing_.query("INSERT INTO matter_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
      row << setup_.county << case_no << ++n << static_cast<std::int64_t>(event.stage)
          << ms_of(event.at) << event.unit << event.official << event.role << queue::ByteView(hash);
      if (const auto done = row.run(); !done) return tl::unexpected(done.error());
    }
    return case_no;
  }

  tl::expected<Events, StoreFault> events_of(SqliteLine& line, const std::string& case_no) {
    Events events;
    auto rows = line.query(
        "SELECT stage, at_ms, unit, official, role, sha256 FROM matter_event WHERE county = ? AND "
        "case_no = ? ORDER BY n");
    rows << setup_.county << case_no;
    while (true) {
      const auto more = rows.step();
      if (!more) return tl::unexpected(more.error());
      if (!*more) return events;
      const auto stage = domain::stage_from_code(static_cast<int>(rows.integer(0)));
      if (!stage) return tl::unexpected(StoreFault::Damaged);
      events.first.push_back(
          {*stage, wall_of(rows.integer(1)), rows.text(2), rows.text(3), rows.text(4)});
      events.second.push_back(rows.blob(5));
    }
  }

  const SqliteSetup setup_;
  SqliteLine writing_;
  SqliteLine reading_;
  std::mutex reading_mutex_;
};

tl::expected<std::unique_ptr<Store>, std::string> open_store(const SqliteSetup& setup,
                                                             bool for_reading) {
  auto store = std::make_unique<SqliteStore>(setup);
  if (auto opened = store->open(for_reading); !opened)
    return tl::unexpected(std::move(opened.error()));
  return store;
}

}  // namespace

tl::expected<std::unique_ptr<Store>, std::string> open_sqlite(const SqliteSetup& setup) {
  std::error_code failed;
  std::filesystem::create_directories(setup.file.parent_path(), failed);
  if (failed) return tl::unexpected(setup.file.parent_path().string() + ": cannot be made");
  return open_store(setup, false);
}

tl::expected<std::unique_ptr<Store>, std::string> open_sqlite_for_reading(
    const SqliteSetup& setup) {
  return open_store(setup, true);
}

queue::Hash event_hash(const queue::Hash& previous, const std::string& case_no,
                       const CaseEvent& event) {
  // Each part with its length, so that nothing can move from one into the next.
  std::string text = queue::hex(previous);
  for (const std::string& part :
       {case_no, domain::code_of(event.stage), std::to_string(ms_of(event.at)), event.unit,
        event.official, event.role}) {
    text += fmt::format("|{}:{}", part.size(), part);
  }
  return queue::sha256(text);
}

}  // namespace huimin::intake
