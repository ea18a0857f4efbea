#include "kiosk/queue/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/answer.h"
#include "kiosk/queue/envelope.h"
#include "kiosk/queue/receipt_token.h"
#include "kiosk/queue/rows.h"

namespace huimin::queue {
namespace {

// Walks the tables in the order in which one relies on the other, and stops at the first flaw.
class Walk {
 public:
  Walk(Store& store, const CountyCertificates& county, QueueReport& report)
      : store_(store), county_(county), report_(report), signers_(county.ca) {}

  tl::expected<void, StoreError> run();

 private:
  using Check = bool (Walk::*)(const Statement& row);
  // Gives each row to `check` until one says no. `sql` selects the row id first.
  tl::expected<void, StoreError> each(const char* table, const char* sql, Check check);
  bool flaw(Flaw flaw);

  bool pages_hold(const Statement& row);
  bool chain_holds(const Statement& row);
  bool signer_holds(const Statement& row);
  bool envelope_holds(const Statement& row);
  bool receipt_holds(const EnvelopeRow& row, const Header& header);
  bool attachment_holds(const Statement& row);
  bool acknowledgement_holds(const Statement& row);
  bool question_holds(const Statement& row);
  bool answer_holds(const Statement& row);
  bool status_holds(const Statement& row);
  bool delivery_holds(const Statement& row);
  void check_ends();

  Store& store_;
  const CountyCertificates& county_;
  QueueReport& report_;
  SignerBook signers_;
  ChainRow head_;
  std::optional<Header> last_;
  Hash last_hash_{};
  std::map<std::uint64_t, Hash> envelopes_;
  std::set<Hash> attachments_wanted_;
  std::set<std::uint64_t> acknowledged_;
  Flaw found_ = Flaw::RowAltered;
};

tl::expected<void, StoreError> Walk::each(const char* table, const char* sql, Check check) {
  if (report_.first_flaw) return {};
  auto rows = store_.prepare(sql);
  for (auto row = rows.step(); !row || *row; row = rows.step()) {
    if (!row) return tl::unexpected(row.error());
    if (!(this->*check)(rows)) {
      report_.first_flaw = FirstFlaw{table, rows.integer(0), found_};
      return {};
    }
  }
  return {};
}

bool Walk::flaw(Flaw flaw) {
  found_ = flaw;
  return false;
}

bool Walk::pages_hold(const Statement& row) {
  return row.text(1) == "ok" || flaw(Flaw::PagesDamaged);
}

bool Walk::chain_holds(const Statement&) {
  const auto row = read_chain(store_);
  if (!row || !*row || (*row)->digest() != (*row)->stored_digest) return flaw(Flaw::RowAltered);
  head_ = **row;
  return true;
}

bool Walk::signer_holds(const Statement& row) {
  const Bytes der = row.blob(1);
  if (signer_digest(der) != hash_of(row.blob(2))) return flaw(Flaw::RowAltered);
  const auto certificate = Certificate::from_der(der);
  return (certificate && signers_.add(*certificate)) || flaw(Flaw::SignerUnknown);
}

bool Walk::envelope_holds(const Statement& statement) {
  const EnvelopeRow row = envelope_at(statement);
  if (row.sequence != report_.envelopes + 1) return flaw(Flaw::SequenceGap);
  if (row.digest() != row.stored_digest) return flaw(Flaw::RowAltered);
  const auto verified = verify_envelope(row.header, row.body, signers_, std::nullopt);
  if (!verified) {
    switch (verified.error()) {
      case EnvelopeError::UnknownSigner:
      case EnvelopeError::ForeignTerminal: return flaw(Flaw::SignerUnknown);
      case EnvelopeError::BodyMismatch: return flaw(Flaw::BodyAltered);
      case EnvelopeError::BadHeader:
      case EnvelopeError::UnsupportedSuite: return flaw(Flaw::HeaderBad);
      case EnvelopeError::Malformed:
      case EnvelopeError::Forged:
      case EnvelopeError::SignerNotValid:
      case EnvelopeError::SignerWithdrawn: return flaw(Flaw::SignatureBad);
    }
  }
  const Header& header = verified->header;
  const bool same_terminal = !last_ || last_->terminal == header.terminal;
  if (header.sequence != row.sequence || verified->sha256 != row.sha256) {
    return flaw(Flaw::HeaderBad);
  }
  const bool new_epoch = !last_ || last_->epoch != header.epoch;
  const std::uint64_t epoch_start = new_epoch ? header.sequence : last_->epoch_start;
  const bool follows = header.previous == last_hash_ && header.epoch_start == epoch_start;
  if (!same_terminal || !follows) return flaw(Flaw::ChainBroken);
  if (!receipt_holds(row, header)) return flaw(Flaw::ReceiptMismatch);
  for (const AttachmentEntry& one : header.attachments) attachments_wanted_.insert(one.sha256);
  envelopes_.emplace(row.sequence, row.sha256);
  last_ = header;
  last_hash_ = row.sha256;
  ++report_.envelopes;
  return true;
}

bool Walk::receipt_holds(const EnvelopeRow& row, const Header& header) {
  if (row.receipt.has_value() != header.receipt.has_value()) return false;
  if (!header.receipt) return row.code.empty();
  if (*row.receipt != domain::as_integer(*header.receipt)) return false;
  const auto token = read_receipt_text(row.code);
  const auto signer = signer_of(row.header);
  const auto entry = signer ? signers_.find(*signer) : std::nullopt;
  if (!token || !entry) return false;
  const auto claims = verify_receipt_token(*token, entry->certificate);
  if (!claims || claims->number != *header.receipt || claims->programme != header.programme) {
    return false;
  }
  ++report_.receipts;
  return std::equal(claims->envelope.begin(), claims->envelope.end(), row.sha256.begin());
}

bool Walk::attachment_holds(const Statement& row) {
  const Hash name = hash_of(row.blob(1));
  if (sha256(row.blob(2)) != name) return flaw(Flaw::AttachmentAltered);
  return attachments_wanted_.erase(name) == 1 || flaw(Flaw::RowWithoutEnvelope);
}

bool Walk::acknowledgement_holds(const Statement& row) {
  const auto sequence = static_cast<std::uint64_t>(row.integer(0));
  const Bytes signed_bytes = row.blob(1);
  if (acknowledgement_digest(sequence, signed_bytes) != hash_of(row.blob(2))) {
    return flaw(Flaw::RowAltered);
  }
  const auto content = verify_acknowledgement(signed_bytes, county_.signing);
  if (!content) return flaw(Flaw::AcknowledgementBad);
  const auto envelope = envelopes_.find(sequence);
  if (envelope == envelopes_.end()) return flaw(Flaw::RowWithoutEnvelope);
  const bool fits = content->sequence == sequence && content->envelope == envelope->second;
  acknowledged_.insert(sequence);
  ++report_.acknowledged;
  return fits || flaw(Flaw::AcknowledgementBad);
}

bool Walk::question_holds(const Statement& row) {
  const Bytes header = row.blob(2);
  if (question_digest(row.text(1), header, row.blob(3)) != hash_of(row.blob(4))) {
    return flaw(Flaw::RowAltered);
  }
  return verify_by_book(header, signers_, std::nullopt) || flaw(Flaw::SignatureBad);
}

bool Walk::answer_holds(const Statement& row) {
  return answer_digest(row.text(1), row.blob(2)) == hash_of(row.blob(3)) ||
         flaw(Flaw::RowAltered);
}

bool Walk::status_holds(const Statement& row) {
  const auto receipt = static_cast<std::uint64_t>(row.integer(0));
  const Bytes signed_bytes = row.blob(1);
  if (known_status_digest(receipt, signed_bytes) != hash_of(row.blob(2))) {
    return flaw(Flaw::RowAltered);
  }
  const auto content = verify_answer(signed_bytes, county_.signing);
  const bool fits = content && domain::as_integer(content->receipt) == receipt;
  return fits || flaw(Flaw::StatusBad);
}

bool Walk::delivery_holds(const Statement& row) {
  const auto sequence = static_cast<std::uint64_t>(row.integer(0));
  if (!envelopes_.contains(sequence)) return flaw(Flaw::RowWithoutEnvelope);
  // "Acknowledged" without the county's word would keep an envelope from ever being sent.
  const bool says_acknowledged = row.integer(1) == 2;
  return says_acknowledged == acknowledged_.contains(sequence) || flaw(Flaw::AcknowledgementBad);
}

void Walk::check_ends() {
  if (report_.first_flaw) return;
  const auto last = static_cast<std::int64_t>(report_.envelopes);
  if (!attachments_wanted_.empty()) {
    report_.first_flaw = FirstFlaw{"attachment", 0, Flaw::AttachmentMissing};
  } else if (head_.sequence != report_.envelopes || head_.head != last_hash_) {
    report_.first_flaw = FirstFlaw{"envelope", last, Flaw::HeadMismatch};
  } else if (last_ && head_.epoch == last_->epoch && head_.epoch_start != last_->epoch_start) {
    report_.first_flaw = FirstFlaw{"chain", 1, Flaw::HeadMismatch};
  }
}

tl::expected<void, StoreError> Walk::run() {
  struct Stage {
    const char* table;
    const char* sql;
    Check check;
  };
  const Stage stages[] = {
      {"pages", "SELECT 0, integrity_check FROM pragma_integrity_check(1)", &Walk::pages_hold},
      {"chain", "SELECT id FROM (SELECT 1 AS id)", &Walk::chain_holds},
      {"signer", "SELECT id, certificate, digest FROM signer ORDER BY id", &Walk::signer_holds},
      {"envelope",
       "SELECT sequence, submission, sha256, waits_for, receipt, code, header, body, digest "
       "FROM envelope ORDER BY sequence",
       &Walk::envelope_holds},
      {"attachment", "SELECT id, sha256, sealed FROM attachment ORDER BY id",
       &Walk::attachment_holds},
      {"acknowledgement", "SELECT sequence, signed, digest FROM acknowledgement ORDER BY sequence",
       &Walk::acknowledgement_holds},
      {"delivery", "SELECT sequence, state FROM delivery ORDER BY sequence",
       &Walk::delivery_holds},
      {"question", "SELECT id, name, header, body, digest FROM question ORDER BY id",
       &Walk::question_holds},
      {"answer", "SELECT id, question, sealed, digest FROM answer ORDER BY id",
       &Walk::answer_holds},
      {"known_status", "SELECT receipt, signed, digest FROM known_status ORDER BY receipt",
       &Walk::status_holds},
  };
  for (const Stage& stage : stages) {
    if (auto done = each(stage.table, stage.sql, stage.check); !done) return done;
  }
  check_ends();
  return {};
}

}  // namespace

std::string_view name_of(Flaw flaw) {
  switch (flaw) {
    case Flaw::RowAltered: return "row altered";
    case Flaw::SignatureBad: return "signature does not fit";
    case Flaw::SignerUnknown: return "signed by an unknown certificate";
    case Flaw::HeaderBad: return "header malformed or of another row";
    case Flaw::BodyAltered: return "body altered";
    case Flaw::AttachmentAltered: return "attachment altered";
    case Flaw::AttachmentMissing: return "an attachment is missing";
    case Flaw::SequenceGap: return "an envelope is missing";
    case Flaw::ChainBroken: return "does not follow the envelope before";
    case Flaw::HeadMismatch: return "not the last envelope that the chain names";
    case Flaw::ReceiptMismatch: return "receipt and envelope do not belong together";
    case Flaw::AcknowledgementBad: return "acknowledgement does not fit";
    case Flaw::RowWithoutEnvelope: return "belongs to no envelope";
    case Flaw::StatusBad: return "status not signed by the county";
    case Flaw::PagesDamaged: return "pages damaged";
  }
  return "";
}

tl::expected<QueueReport, VerifyError> verify_state(const std::filesystem::path& state_dir) {
  const auto county = load_county_certificates(state_dir / "keys");
  if (!county) {
    return tl::unexpected(
        VerifyError{county.error().path, std::string(name_of(county.error().error))});
  }
  auto store = Store::open_for_reading(state_dir);
  if (!store) {
    return tl::unexpected(
        VerifyError{store.error().path, std::string(name_of(store.error().error))});
  }
  QueueReport report;
  const auto done = Walk(*store, *county, report).run();
  if (!done) {
    const auto file = (state_dir / kQueueFile).string();
    return tl::unexpected(VerifyError{file, std::string(name_of(done.error()))});
  }
  return report;
}

}  // namespace huimin::queue
