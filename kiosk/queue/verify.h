#pragma once
// `queue verify`: walks a state folder and names the first thing that does not hold. Changes
// nothing in it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/queue/keys.h"
#include "kiosk/queue/store.h"

namespace huimin::queue {

enum class Flaw : std::uint8_t {
  RowAltered,          // a row's digest does not fit its columns
  SignatureBad,
  SignerUnknown,
  HeaderBad,
  BodyAltered,
  AttachmentAltered,
  AttachmentMissing,
  SequenceGap,
  ChainBroken,         // the previous hash is not that of the envelope before
  HeadMismatch,        // the last envelope is not the one the chain's head names
  ReceiptMismatch,     // receipt, code and envelope do not belong together
  AcknowledgementBad,
  RowWithoutEnvelope,
  StatusBad,
  PagesDamaged,        // SQLite's own check
};
std::string_view name_of(Flaw flaw);

struct FirstFlaw {
  std::string table;
  std::int64_t row = 0;  // rowid; for envelopes the sequence
  Flaw flaw = Flaw::RowAltered;
};

struct QueueReport {
  std::uint64_t envelopes = 0;
  std::uint64_t receipts = 0;
  std::uint64_t acknowledged = 0;
  std::optional<FirstFlaw> first_flaw;
};

struct VerifyError {
  std::string path;  // the key or database file that could not be read
  std::string reason;
};

// STATE holds queue.db and keys/.
tl::expected<QueueReport, VerifyError> verify_state(const std::filesystem::path& state_dir);

}  // namespace huimin::queue
