#include "kiosk/intake/sqlite_audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/intake/sqlite_cases.h"
#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/envelope.h"
#include "kiosk/queue/sign.h"

namespace huimin::intake {

namespace {

using Flaw = std::optional<std::string>;
using Found = tl::expected<Flaw, StoreFault>;

// The first event that does not hold; 0: the row itself; nothing: all holds.
std::optional<std::size_t> first_bad_event(const StoredCase& stored) {
  queue::Hash hash{};
  const CaseRecord& record = stored.record;
  for (std::size_t i = 0; i < record.events.size(); ++i) {
    hash = event_hash(hash, record.case_no, record.events[i]);
    const bool numbered = stored.event_numbers[i] == static_cast<std::int64_t>(i) + 1;
    if (!numbered || !std::ranges::equal(hash, stored.event_hashes[i])) return i + 1;
  }
  if (!std::ranges::equal(case_digest(record, hash), stored.digest)) return 0;
  return std::nullopt;
}

Found flaw_in_case(SqliteLine& line, const std::string& county, const std::string& number,
                   std::int64_t digits) {
  const auto receipt = domain::receipt_from_integer(static_cast<std::uint64_t>(digits));
  if (!receipt) return Flaw(number);
  const auto stored = read_case(line, county, *receipt);
  // A value that no writer writes is what we look for.
  if (!stored && stored.error() == StoreFault::Damaged) return Flaw(number);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return Flaw(number);
  const auto bad = first_bad_event(**stored);
  if (!bad) return Flaw();
  return Flaw(*bad == 0 ? number : fmt::format("{} event {}", number, *bad));
}

Found flaw_in_cases(SqliteLine& line, const std::string& county) {
  std::vector<std::pair<std::string, std::int64_t>> cases;
  {
    auto rows = line.query("SELECT case_no, receipt FROM matter WHERE county = ? ORDER BY case_no");
    rows << county;
    for (auto more = rows.step(); !more || *more; more = rows.step()) {
      if (!more) return tl::unexpected(more.error());
      cases.emplace_back(rows.text(0), rows.integer(1));
    }
  }
  for (const auto& [number, receipt] : cases) {
    auto flaw = flaw_in_case(line, county, number, receipt);
    if (!flaw || *flaw) return flaw;
  }
  return Flaw();
}

// Of every chain the last envelope is here.
Found lost_end(SqliteLine& line, const std::string& county) {
  auto row = line.query(
      "SELECT terminal, sequence FROM chain c WHERE county = ? AND NOT EXISTS (SELECT 1 FROM "
      "envelope e WHERE e.county = c.county AND e.terminal = c.terminal AND e.epoch = c.epoch AND "
      "e.sequence = c.sequence AND e.sha256 = c.sha256) LIMIT 1");
  row << county;
  const auto found = row.step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return Flaw();
  return Flaw(fmt::format("of envelope {} {}", row.text(0), row.integer(1)));
}

// As many cases as numbers were given out.
Found missing_case(SqliteLine& line, const std::string& county) {
  auto row = line.query(
      "SELECT (SELECT ifnull(sum(last), 0) FROM case_counter WHERE county = ?1), "
      "(SELECT count(*) FROM matter WHERE county = ?1)");
  row << county;
  if (const auto found = row.step(); !found) return tl::unexpected(found.error());
  if (row.integer(0) == row.integer(1)) return Flaw();
  return Flaw(
      fmt::format("numbers: {} were given out, {} cases are here", row.integer(0), row.integer(1)));
}

// One row of `envelope`, as it stands.
struct EnvelopeRow {
  std::string terminal, epoch, kind;
  std::int64_t sequence = 0;
  queue::Bytes sha256, header_p7s, body_p7m, acknowledgement;
  std::int64_t received_ms = 0;
  Standing standing = Standing::InOrder;
};

class EnvelopeWalk {
 public:
  EnvelopeWalk(SqliteLine& line, const std::string& county) : line_(line), county_(county) {}

  Found run() {
    auto rows = line_.query(
        "SELECT e.terminal, e.epoch, e.kind, e.sequence, e.sha256, header_p7s, body_p7m, "
        "acknowledgement, received_ms, standing FROM envelope e WHERE e.county = ? "
        "ORDER BY e.terminal, e.epoch, e.sequence");
    rows << county_;
    for (auto more = rows.step(); !more || *more; more = rows.step()) {
      if (!more) return tl::unexpected(more.error());
      const EnvelopeRow row{rows.text(0),    rows.text(1),
                            rows.text(2),    rows.integer(3),
                            rows.blob(4),    rows.blob(5),
                            rows.blob(6),    rows.blob(7),
                            rows.integer(8), static_cast<Standing>(rows.integer(9))};
      const auto holds = this->holds(row);
      if (!holds) return tl::unexpected(holds.error());
      if (!*holds) return Flaw(fmt::format("of envelope {} {}", row.terminal, row.sequence));
    }
    return Flaw();
  }

 private:
  tl::expected<bool, StoreFault> holds(const EnvelopeRow& row) {
    const auto header = queue::peek_header(row.header_p7s);
    if (!header || !fits(*header, row) || !follows(*header, row)) return false;
    return has_its_case(*header, row);
  }

  static bool fits(const queue::Header& header, const EnvelopeRow& row) {
    return header.terminal == row.terminal && queue::hex(header.epoch) == row.epoch &&
           static_cast<std::int64_t>(header.sequence) == row.sequence &&
           queue::name_of(header.kind) == row.kind &&
           std::ranges::equal(queue::envelope_hash(header), row.sha256) &&
           header.body_sha256 == queue::sha256(row.body_p7m);
  }

  bool follows(const queue::Header& header, const EnvelopeRow& row) {
    const bool same_epoch = row.terminal == terminal_ && header.epoch == epoch_;
    const bool fits = same_epoch ? row.sequence == last_ + 1 && header.previous == last_hash_
                                 : header.sequence == header.epoch_start;
    terminal_ = row.terminal;
    epoch_ = header.epoch;
    last_ = row.sequence;
    last_hash_ = queue::envelope_hash(header);
    return fits;
  }

  // The first answer speaks of this envelope and of the case that it opened.
  tl::expected<bool, StoreFault> has_its_case(const queue::Header& header, const EnvelopeRow& row) {
    const auto text = queue::peek_signed(row.acknowledgement);
    const auto answer =
        text ? queue::parse_acknowledgement(*text) : tl::unexpected(queue::AckError::Malformed);
    if (!answer || answer->envelope != last_hash_ || ms_of(answer->received_at) != row.received_ms)
      return false;
    const bool opened = row.standing == Standing::InOrder || row.standing == Standing::Unreadable;
    if (!opened || header.kind != queue::Kind::Application) return answer->case_no.empty();
    auto found =
        line_.query("SELECT case_no, received_ms FROM matter WHERE county = ? AND receipt = ?");
    found << county_ << stored(*header.receipt);
    const auto here = found.step();
    if (!here) return tl::unexpected(here.error());
    return *here && found.text(0) == answer->case_no && found.integer(1) == row.received_ms;
  }

  SqliteLine& line_;
  const std::string& county_;
  std::string terminal_;
  queue::Epoch epoch_{};
  std::int64_t last_ = 0;
  queue::Hash last_hash_{};
};

}  // namespace

tl::expected<std::optional<std::string>, StoreFault> first_flaw(SqliteLine& line,
                                                                const std::string& county) {
  auto flaw = flaw_in_cases(line, county);
  if (!flaw || *flaw) return flaw;
  flaw = EnvelopeWalk(line, county).run();
  if (!flaw || *flaw) return flaw;
  flaw = lost_end(line, county);
  if (!flaw || *flaw) return flaw;
  return missing_case(line, county);
}

}  // namespace huimin::intake
