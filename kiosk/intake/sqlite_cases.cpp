#include "kiosk/intake/sqlite_cases.h"

#include <fmt/format.h>

#include <initializer_list>
#include <utility>

#include "kiosk/domain/civil_date.h"

namespace huimin::intake {

namespace {

// Each part with its length, so that nothing can move from one into the next.
queue::Hash hash_of_parts(std::string text, std::initializer_list<std::string> parts) {
  for (const std::string& part : parts) text += fmt::format("|{}:{}", part.size(), part);
  return queue::sha256(text);
}

std::string text_of(const std::optional<domain::Deadline>& deadline) {
  if (!deadline) return "none";
  return domain::iso(deadline->date) + (deadline->certain ? "" : " about");
}

tl::expected<std::string, StoreFault> next_number(SqliteLine& line, const SqliteSetup& setup,
                                                  base::WallTime received_at) {
  const auto year = std::int64_t{static_cast<int>(domain::to_local(received_at).date.year())};
  auto row = line.query(
      "INSERT INTO case_counter VALUES (?, ?, 1) ON CONFLICT (county, year) "
      "DO UPDATE SET last = last + 1 RETURNING last");
  row << setup.county << year;
  if (const auto found = row.step(); !found) return tl::unexpected(found.error());
  return fmt::format("{}{}-{:06}", setup.case_prefix, year, row.integer(0));
}

// A case begins with what the resident did and with whose turn it is.
std::vector<CaseEvent> opening_events(const Incoming& envelope) {
  const base::WallTime handed_in =
      envelope.clock_off ? envelope.received_at : envelope.header.created_wall;
  const CaseOpening& opening = *envelope.opening;
  return {{domain::Stage::Submitted, handed_in, "", "", "resident"},
          {opening.stage, envelope.received_at, opening.unit, opening.official, "township"}};
}

// The last event's hash.
tl::expected<queue::Hash, StoreFault> add_events(SqliteLine& line, const std::string& county,
                                                 const CaseRecord& record) {
  queue::Hash hash{};
  std::int64_t n = 0;
  for (const CaseEvent& event : record.events) {
    hash = event_hash(hash, record.case_no, event);
    auto row = line.query("INSERT INTO matter_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row << county << record.case_no << ++n << static_cast<std::int64_t>(event.stage)
        << ms_of(event.at) << event.unit << event.official << event.role << queue::ByteView(hash);
    if (const auto done = row.run(); !done) return tl::unexpected(done.error());
  }
  return hash;
}

tl::expected<void, StoreFault> add_row(SqliteLine& line, const std::string& county,
                                       const CaseRecord& record, const queue::Hash& last_event) {
  auto row = line.query("INSERT INTO matter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row << county << stored(record.receipt) << record.case_no << record.programme << record.lane
      << record.division << static_cast<std::int64_t>(record.stage) << ms_of(record.received_at);
  if (record.latest) {
    row << domain::iso(record.latest->date) << std::int64_t{record.latest->certain};
  } else {
    row.null() << std::int64_t{0};
  }
  const queue::Hash digest = case_digest(record, last_event);
  row << queue::ByteView(digest);
  return row.run();
}

tl::expected<void, StoreFault> read_events(SqliteLine& line, const std::string& county,
                                           StoredCase& into) {
  auto rows = line.query(
      "SELECT stage, at_ms, unit, official, role, sha256, n FROM matter_event WHERE county = ? AND "
      "case_no = ? ORDER BY n");
  rows << county << into.record.case_no;
  while (true) {
    const auto more = rows.step();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    const auto stage = domain::stage_from_code(static_cast<int>(rows.integer(0)));
    if (!stage) return tl::unexpected(StoreFault::Damaged);
    into.record.events.push_back(
        {*stage, wall_of(rows.integer(1)), rows.text(2), rows.text(3), rows.text(4)});
    into.event_hashes.push_back(rows.blob(5));
    into.event_numbers.push_back(rows.integer(6));
  }
}

}  // namespace

tl::expected<std::string, StoreFault> open_case(SqliteLine& line, const SqliteSetup& setup,
                                                const Incoming& envelope) {
  auto number = next_number(line, setup, envelope.received_at);
  if (!number) return number;
  const CaseOpening& opening = *envelope.opening;
  CaseRecord record;
  record.case_no = *number;
  record.receipt = *envelope.header.receipt;
  record.programme = opening.programme;
  record.lane = opening.lane;
  record.division = opening.division;
  record.stage = opening.stage;
  record.received_at = envelope.received_at;
  record.latest = opening.latest;
  record.events = opening_events(envelope);
  const auto last_event = add_events(line, setup.county, record);
  if (!last_event) return tl::unexpected(last_event.error());
  if (const auto added = add_row(line, setup.county, record, *last_event); !added)
    return tl::unexpected(added.error());
  return number;
}

tl::expected<std::optional<StoredCase>, StoreFault> read_case(
    SqliteLine& line, const std::string& county, const domain::ReceiptNumber& receipt) {
  // The row stays open while its events are read: both come from one moment.
  auto row = line.query(
      "SELECT case_no, programme, lane, division, stage, received_ms, latest, latest_certain, "
      "digest FROM matter WHERE county = ? AND receipt = ?");
  row << county << stored(receipt);
  const auto found = row.step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::nullopt;
  StoredCase made;
  CaseRecord& record = made.record;
  record.receipt = receipt;
  record.case_no = row.text(0);
  record.programme = row.text(1);
  record.lane = row.text(2);
  record.division = row.text(3);
  const auto stage = domain::stage_from_code(static_cast<int>(row.integer(4)));
  if (!stage) return tl::unexpected(StoreFault::Damaged);
  record.stage = *stage;
  record.received_at = wall_of(row.integer(5));
  if (!row.is_null(6)) record.latest = {domain::parse_iso_date(row.text(6)), row.integer(7) != 0};
  if (record.latest && !record.latest->date.ok()) return tl::unexpected(StoreFault::Damaged);
  made.digest = row.blob(8);
  if (const auto read = read_events(line, county, made); !read) return tl::unexpected(read.error());
  return made;
}

queue::Hash case_digest(const CaseRecord& record, const queue::Hash& last_event) {
  return hash_of_parts(
      queue::hex(last_event),
      {record.case_no, domain::print(record.receipt), record.programme, record.lane,
       record.division, domain::code_of(record.stage), std::to_string(ms_of(record.received_at)),
       text_of(record.latest), std::to_string(record.events.size())});
}

queue::Hash event_hash(const queue::Hash& previous, const std::string& case_no,
                       const CaseEvent& event) {
  return hash_of_parts(queue::hex(previous),
                       {case_no, domain::code_of(event.stage), std::to_string(ms_of(event.at)),
                        event.unit, event.official, event.role});
}

}  // namespace huimin::intake
