#pragma once
// The carrier's view of the queue, for kiosk-uplink: takes sealed envelopes out, brings signed
// answers in.
//
// It holds no key that signs or opens. When to try again is its caller's policy; what was tried and
// how it ended is kept here. Used by one thread.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/entries.h"
#include "kiosk/queue/header.h"
#include "kiosk/queue/store.h"

namespace huimin::queue {

struct Outgoing {
  std::uint64_t sequence = 0;
  Hash sha256{};
  Bytes header_p7s;
  Bytes body_p7m;
  std::vector<AttachmentEntry> attachments;
  int attempts = 0;  // so far
};

struct OutgoingQuestion {
  std::string id;
  Bytes header_p7s;
  Bytes body_p7m;
};

enum class RecordError : std::uint8_t {
  Store,        // see the readiness of the file
  NotOurs,      // no such envelope here, or another terminal's
  Forged,       // not signed by the county
  Mismatch,     // signed, but about another envelope than the one of that number
  Settled,      // already acknowledged: nothing may set it aside
};
std::string_view name_of(RecordError error);

class Courier {
 public:
  // `county` verifies what comes back.
  static tl::expected<Courier, OpenError> open(const std::filesystem::path& state_dir,
                                               const CountyCertificates& county);
  Courier(Courier&&) noexcept;
  Courier& operator=(Courier&&) noexcept;
  ~Courier();

  // The oldest envelope that waits, is not in `not_yet` and refers to nothing unacknowledged. An
  // envelope that fails does not hold up the others (case C19): the intake orders by sequence.
  tl::expected<std::optional<Outgoing>, StoreError> next_to_send(
      const std::vector<std::uint64_t>& not_yet);
  // Sealed bytes from `offset`, at most `most`; empty past the end.
  tl::expected<Bytes, StoreError> read_attachment(const Hash& sealed, std::uint64_t offset,
                                                  std::size_t most);

  tl::expected<void, StoreError> record_attempt(std::uint64_t sequence, base::WallTime at,
                                                int status);
  // Verifies, stores and settles the envelope. The same answer again is harmless.
  tl::expected<Acknowledgement, RecordError> record_acknowledgement(ByteView p7s);
  tl::expected<void, RecordError> record_refusal(std::uint64_t sequence, const Refusal& refusal);
  // A refused envelope is sent again, unchanged: after the county mended its rules.
  tl::expected<void, RecordError> put_back(std::uint64_t sequence);

  // Questions, oldest first, that have no answer yet.
  tl::expected<std::vector<OutgoingQuestion>, StoreError> open_questions();
  // Kept sealed; a question that is gone meanwhile (the person left) is not an error.
  tl::expected<void, StoreError> record_answer(const std::string& question, ByteView sealed);

  Store& store();  // for list_entries, same thread

 private:
  struct State;
  explicit Courier(std::unique_ptr<State> state);
  tl::expected<std::optional<Outgoing>, StoreError> read_outgoing(std::uint64_t sequence);
  std::unique_ptr<State> state_;
};

}  // namespace huimin::queue
