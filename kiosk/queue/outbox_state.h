#pragma once
// What an Outbox holds. For outbox.cpp, outbox_open.cpp and outbox_receipts.cpp.

#include <unordered_map>

#include "kiosk/queue/envelope.h"
#include "kiosk/queue/number_mark.h"
#include "kiosk/queue/outbox.h"
#include "kiosk/queue/rows.h"

namespace huimin::queue {

// Who numbers receipts: the parts of "430522-007".
struct TerminalNumber {
  std::uint32_t division = 0;
  std::uint16_t terminal = 0;
};

// Everything of one submission, sealed and signed before the database is locked.
struct SealedParts {
  Bytes body;
  std::vector<Bytes> attachments;
  std::vector<AttachmentEntry> entries;
};
struct Prepared {
  EnvelopeRow row;
  SealedParts parts;
  ChainRow chain;  // as it is after the commit
  Committed committed;
};

struct Outbox::State {
  OutboxSetup setup;
  TerminalKeys keys;
  TerminalNumber number;
  Store store;
  SignerBook signers;
  ChainRow chain;
  // Nothing when the mark cannot be opened: then no number is given.
  std::optional<NumberMark> mark;
  // Sequences of submissions by id: all since the start, and many before it. A retry is never
  // older.
  std::unordered_map<std::string, std::uint64_t> submissions;

  tl::expected<void, SubmitError> may_submit(const Submission& submission);
  Prepared prepare(const Submission& submission) const;
  tl::expected<void, StoreError> commit(const Prepared& made);

  // The receipt numbers known here, in the mark and at the county agree. Brings a mark that lags
  // behind up to date.
  tl::expected<bool, StoreError> numbers_are_certain();
  // The highest receipt number that the county has named, 0 when none.
  tl::expected<std::uint32_t, StoreError> county_highest();
  tl::expected<std::optional<Committed>, StoreError> find_submission(const std::string& id);
};

SubmitError submit_error(StoreError error);
std::filesystem::path mark_file(const OutboxSetup& setup, const TerminalKeys& keys);
// The receipt number of a row, which holds its 17 digits.
std::optional<domain::ReceiptNumber> receipt_of(const std::optional<std::uint64_t>& digits);

}  // namespace huimin::queue
