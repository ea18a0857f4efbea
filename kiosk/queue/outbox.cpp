#include "kiosk/queue/outbox.h"

#include <algorithm>

#include "kiosk/base/check.h"
#include "kiosk/queue/json_fields.h"
#include "kiosk/queue/outbox_state.h"
#include "kiosk/queue/receipt_token.h"

namespace huimin::queue {
namespace {

constexpr std::size_t kAttachmentsMost = 64;
constexpr std::size_t kVersionMost = 40;

bool is_too_large(const Submission& submission) {
  const auto large = [](const Attachment& one) {
    return one.content.text().size() > kAttachmentMost || one.content.empty();
  };
  return submission.payload.text().size() > kPayloadMost ||
         submission.attachments.size() > kAttachmentsMost ||
         std::ranges::any_of(submission.attachments, large);
}

SealedParts seal_parts(const Submission& submission, const Certificate& recipient) {
  SealedParts parts;
  parts.body = seal(submission.payload.text(), recipient);
  for (const Attachment& one : submission.attachments) {
    const Bytes& sealed = parts.attachments.emplace_back(seal(one.content.text(), recipient));
    parts.entries.push_back({sha256(sealed), sealed.size(), one.type});
  }
  return parts;
}

Header make_header(const Submission& submission, const SealedParts& parts, const ChainRow& chain) {
  Header header;
  header.kind = submission.kind;
  header.epoch = chain.epoch;
  header.epoch_start = chain.epoch_start;
  header.sequence = chain.sequence + 1;
  header.previous = chain.head;
  const auto wall = std::clamp(wall_ms(submission.at.wall), kWallLeast, kWallMost);
  header.created_wall = base::WallTime{base::milliseconds{wall}};
  const auto mono = std::int64_t{submission.at.mono.time_since_epoch().count()};
  header.created_mono_ms = std::clamp(mono, std::int64_t{0}, kNumberMost);
  header.clock_certain = base::is_plausible(submission.at.wall);
  header.body_sha256 = sha256(parts.body);
  header.body_size = parts.body.size();
  header.attachments = parts.entries;
  header.programme = submission.programme;
  header.software = submission.software;
  header.catalogue_version = submission.catalogue_version;
  return header;
}

ReceiptClaims claims_of(const Header& header, const Hash& sha256) {
  ReceiptClaims claims;
  claims.number = *header.receipt;
  if (header.clock_certain) {
    claims.at = std::chrono::floor<std::chrono::seconds>(header.created_wall);
  }
  claims.programme = header.programme;
  std::copy_n(sha256.begin(), claims.envelope.size(), claims.envelope.begin());
  return claims;
}

tl::expected<void, StoreError> insert_attachments(Store& store, const SealedParts& parts) {
  for (std::size_t i = 0; i < parts.attachments.size(); ++i) {
    const auto done =
        store.prepare("INSERT OR IGNORE INTO attachment (sha256, sealed) VALUES (?, ?)")
            .bind(1, ByteView(parts.entries[i].sha256)).bind(2, ByteView(parts.attachments[i]))
            .run();
    if (!done) return done;
  }
  return {};
}

}  // namespace

SubmitError submit_error(StoreError error) {
  switch (error) {
    case StoreError::Full: return SubmitError::DiskFull;
    case StoreError::Busy: return SubmitError::Busy;
    case StoreError::ReadOnly: return SubmitError::ReadOnly;
    case StoreError::Missing:
    case StoreError::Damaged:
    case StoreError::Newer:
    case StoreError::Io: return SubmitError::Damaged;
  }
  return SubmitError::Damaged;
}

std::string_view name_of(SubmitError error) {
  switch (error) {
    case SubmitError::DiskFull: return "no room on the disk";
    case SubmitError::Busy: return "the queue is held by another process";
    case SubmitError::Damaged: return "the queue is damaged";
    case SubmitError::NoKey: return "the terminal's certificate is over";
    case SubmitError::NumbersUncertain: return "receipt numbers are uncertain";
    case SubmitError::NumbersUsedUp: return "all receipt numbers are used";
    case SubmitError::ReadOnly: return "the queue is not writable by this user";
    case SubmitError::TooLarge: return "too large";
  }
  return "";
}

tl::expected<void, SubmitError> Outbox::State::may_submit(const Submission& submission) {
  if (is_too_large(submission)) return tl::unexpected(SubmitError::TooLarge);
  const base::WallTime wall = submission.at.wall;
  if (base::is_plausible(wall) && wall > keys.terminal.certificate.not_after()) {
    return tl::unexpected(SubmitError::NoKey);
  }
  const auto certain = numbers_are_certain();
  if (!certain) return tl::unexpected(submit_error(certain.error()));
  if (!*certain) return tl::unexpected(SubmitError::NumbersUncertain);
  if (gets_receipt(submission.kind) && chain.highest_receipt >= domain::kLastReceiptSequence) {
    return tl::unexpected(SubmitError::NumbersUsedUp);
  }
  return {};
}

Prepared Outbox::State::prepare(const Submission& submission) const {
  Prepared made;
  made.parts = seal_parts(submission, keys.county.recipient);
  Header header = make_header(submission, made.parts, chain);
  header.terminal = keys.terminal_id();
  made.chain = chain;
  if (gets_receipt(submission.kind)) {
    made.chain.highest_receipt = chain.highest_receipt + 1;
    header.receipt = {number.division, number.terminal, made.chain.highest_receipt};
  }
  const std::string json = to_json(header);
  EnvelopeRow& row = made.row;
  row.sequence = header.sequence;
  row.submission = submission.id;
  row.sha256 = sha256(json);
  row.waits_for = submission.waits_for;
  row.header = sign(json, keys.terminal);
  row.body = made.parts.body;
  if (header.receipt) {
    row.receipt = domain::as_integer(*header.receipt);
    const Bytes token = make_receipt_token(claims_of(header, row.sha256), keys.terminal);
    row.code = receipt_text(setup.status_host, token);
  }
  made.chain.sequence = header.sequence;
  made.chain.head = row.sha256;
  made.committed = {row.sequence, header.receipt, row.code, row.sha256, header.created_wall};
  return made;
}

tl::expected<void, StoreError> Outbox::State::commit(const Prepared& made) {
  const auto done = store.in_transaction([&]() -> tl::expected<void, StoreError> {
    if (auto inserted = insert_envelope(store, made.row); !inserted) return inserted;
    if (auto inserted = insert_attachments(store, made.parts); !inserted) return inserted;
    return write_chain(store, made.chain);
  });
  if (!done) return done;
  chain = made.chain;
  submissions.emplace(made.row.submission, made.row.sequence);
  // A mark that cannot be raised now stops the next submit, not this one, which is on the disk.
  if (made.row.receipt) (void)mark->raise(chain.highest_receipt);
  return {};
}

tl::expected<Committed, SubmitError> Outbox::submit(const Submission& submission) {
  State& state = *state_;
  base::check(!submission.id.empty() && submission.software.size() <= kVersionMost &&
                  submission.catalogue_version.size() <= kVersionMost,
              "a submission with an id and short versions");
  base::check(!submission.waits_for || *submission.waits_for <= state.chain.sequence,
              "it refers to an envelope that is here");
  const auto earlier = state.find_submission(submission.id);
  if (!earlier) return tl::unexpected(submit_error(earlier.error()));
  if (*earlier) return **earlier;
  if (auto allowed = state.may_submit(submission); !allowed) {
    return tl::unexpected(allowed.error());
  }
  const Prepared made = state.prepare(submission);
  if (auto done = state.commit(made); !done) return tl::unexpected(submit_error(done.error()));
  return made.committed;
}

}  // namespace huimin::queue
