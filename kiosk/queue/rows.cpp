#include "kiosk/queue/rows.h"

#include <algorithm>

#include "kiosk/queue/row_digest.h"

namespace huimin::queue {
namespace {

std::int64_t stored(std::uint64_t number) { return static_cast<std::int64_t>(number); }

void add_optional(RowDigest& digest, const std::optional<std::uint64_t>& number) {
  if (number) {
    digest.add(stored(*number));
  } else {
    digest.add_null();
  }
}

void bind_optional(Statement& statement, int at, const std::optional<std::uint64_t>& number) {
  if (number) {
    statement.bind(at, stored(*number));
  } else {
    statement.bind_null(at);
  }
}

std::optional<std::uint64_t> optional_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return static_cast<std::uint64_t>(row.integer(column));
}

}  // namespace

Hash hash_of(const Bytes& blob) {
  Hash out{};
  if (blob.size() == out.size()) std::ranges::copy(blob, out.begin());
  return out;
}

Epoch epoch_of(const Bytes& blob) {
  Epoch out{};
  if (blob.size() == out.size()) std::ranges::copy(blob, out.begin());
  return out;
}

Hash ChainRow::digest() const {
  return RowDigest("chain")
      .add(ByteView(epoch)).add(stored(epoch_start)).add(stored(sequence)).add(ByteView(head))
      .add(std::int64_t{highest_receipt}).finish();
}

tl::expected<std::optional<ChainRow>, StoreError> read_chain(Store& store) {
  auto row = store.prepare(
      "SELECT epoch, epoch_start, sequence, head, highest_receipt, digest FROM chain");
  const auto found = row.step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<ChainRow>{};
  ChainRow out;
  out.epoch = epoch_of(row.blob(0));
  out.epoch_start = static_cast<std::uint64_t>(row.integer(1));
  out.sequence = static_cast<std::uint64_t>(row.integer(2));
  out.head = hash_of(row.blob(3));
  out.highest_receipt = static_cast<std::uint32_t>(row.integer(4));
  out.stored_digest = hash_of(row.blob(5));
  return std::optional<ChainRow>(out);
}

tl::expected<void, StoreError> write_chain(Store& store, const ChainRow& row) {
  const Hash digest = row.digest();
  return store
      .prepare("INSERT OR REPLACE INTO chain (id, epoch, epoch_start, sequence, head, "
               "highest_receipt, digest) VALUES (1, ?, ?, ?, ?, ?, ?)")
      .bind(1, ByteView(row.epoch)).bind(2, stored(row.epoch_start)).bind(3, stored(row.sequence))
      .bind(4, ByteView(row.head)).bind(5, std::int64_t{row.highest_receipt})
      .bind(6, ByteView(digest)).run();
}

Hash EnvelopeRow::digest() const {
  RowDigest digest("envelope");
  digest.add(stored(sequence)).add(submission).add(ByteView(sha256));
  add_optional(digest, waits_for);
  add_optional(digest, receipt);
  return digest.add(code).add(ByteView(header)).add(ByteView(body)).finish();
}

tl::expected<void, StoreError> insert_envelope(Store& store, const EnvelopeRow& row) {
  const Hash digest = row.digest();
  auto insert = store.prepare(
      "INSERT INTO envelope (sequence, submission, sha256, waits_for, receipt, code, header, "
      "body, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, stored(row.sequence)).bind(2, row.submission).bind(3, ByteView(row.sha256));
  bind_optional(insert, 4, row.waits_for);
  bind_optional(insert, 5, row.receipt);
  return insert.bind(6, row.code).bind(7, ByteView(row.header)).bind(8, ByteView(row.body))
      .bind(9, ByteView(digest)).run();
}

EnvelopeRow envelope_at(const Statement& row) {
  EnvelopeRow out;
  out.sequence = static_cast<std::uint64_t>(row.integer(0));
  out.submission = row.text(1);
  out.sha256 = hash_of(row.blob(2));
  out.waits_for = optional_at(row, 3);
  out.receipt = optional_at(row, 4);
  out.code = row.text(5);
  out.header = row.blob(6);
  out.body = row.blob(7);
  out.stored_digest = hash_of(row.blob(8));
  return out;
}

Hash signer_digest(ByteView certificate) {
  return RowDigest("signer").add(certificate).finish();
}

Hash acknowledgement_digest(std::uint64_t sequence, ByteView signed_bytes) {
  return RowDigest("acknowledgement").add(stored(sequence)).add(signed_bytes).finish();
}

Hash question_digest(const std::string& name, ByteView header, ByteView body) {
  return RowDigest("question").add(name).add(header).add(body).finish();
}

Hash answer_digest(const std::string& question, ByteView sealed) {
  return RowDigest("answer").add(question).add(sealed).finish();
}

Hash known_status_digest(std::uint64_t receipt, ByteView signed_bytes) {
  return RowDigest("known_status").add(stored(receipt)).add(signed_bytes).finish();
}

}  // namespace huimin::queue
