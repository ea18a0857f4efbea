#pragma once
// The rows of queue.db as values, with the one place that knows each row's digest. For this
// folder's sources.

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/queue/store.h"

namespace huimin::queue {

struct ChainRow {
  Epoch epoch{};
  std::uint64_t epoch_start = 1;
  std::uint64_t sequence = 0;
  Hash head{};
  std::uint32_t highest_receipt = 0;  // sequence part
  Hash stored_digest{};
  Hash digest() const;
};
// Nothing when there is no row yet.
tl::expected<std::optional<ChainRow>, StoreError> read_chain(Store& store);
tl::expected<void, StoreError> write_chain(Store& store, const ChainRow& row);

struct EnvelopeRow {
  std::uint64_t sequence = 0;
  std::string submission;
  Hash sha256{};
  std::optional<std::uint64_t> waits_for;
  std::optional<std::uint64_t> receipt;  // 17 digits
  std::string code;
  Bytes header;
  Bytes body;
  Hash stored_digest{};
  Hash digest() const;
};
tl::expected<void, StoreError> insert_envelope(Store& store, const EnvelopeRow& row);
// Reads the columns of "SELECT sequence, submission, sha256, waits_for, receipt, code, header,
// body, digest".
EnvelopeRow envelope_at(const Statement& row);

Hash signer_digest(ByteView certificate);
Hash acknowledgement_digest(std::uint64_t sequence, ByteView signed_bytes);
Hash question_digest(const std::string& name, ByteView header, ByteView body);
Hash answer_digest(const std::string& question, ByteView sealed);
Hash known_status_digest(std::uint64_t receipt, ByteView signed_bytes);

// A blob of exactly 32 or 16 bytes; zeros when it is not, which no digest fits.
Hash hash_of(const Bytes& blob);
Epoch epoch_of(const Bytes& blob);

}  // namespace huimin::queue
