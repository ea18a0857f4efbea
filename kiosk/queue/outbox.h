#pragma once
// The terminal's side of the queue: everything of one submission in one durable transaction.
//
// A row is added before a resident is told "received". Sending one twice is harmless; losing one is
// not possible once `submit` has answered. One Outbox per terminal, used by one thread (the store
// worker).

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/keys.h"
#include "kiosk/queue/readiness.h"
#include "kiosk/queue/store.h"
#include "kiosk/queue/submission.h"

namespace huimin::queue {

struct OutboxSetup {
  std::filesystem::path state_dir;    // holds queue.db and keys/
  std::filesystem::path number_mark;  // empty: default_number_mark()
  std::string status_host = "status.huimin.example";  // of the address in the receipt's code
};

struct Committed {
  std::uint64_t sequence = 0;
  std::optional<domain::ReceiptNumber> receipt;  // for kinds that get one
  std::string receipt_qr;                        // receipt_text(); empty without a receipt
  Hash sha256{};                                 // envelope_hash
  base::WallTime at;
};

enum class SubmitError : std::uint8_t {
  DiskFull,
  Busy,
  Damaged,
  NoKey,             // the terminal's certificate is over: the county would refuse what it signs
  NumbersUncertain,  // an older copy was put back, or the number mark cannot be read
  NumbersUsedUp,     // 999,999 receipts
  ReadOnly,
  TooLarge,          // payload over 1 MiB, or an attachment over 16 MiB
};
std::string_view name_of(SubmitError error);

// What a resident with this receipt may be told from here, without asking the county.
struct ReceiptRecord {
  domain::ReceiptNumber number;
  std::string qr;
  std::uint64_t sequence = 0;
  Hash sha256{};
  std::string programme;
  base::WallTime at;
  bool clock_certain = true;
  std::optional<std::string> case_no;  // once the county has acknowledged
  std::optional<base::WallTime> acknowledged_at;
  int prints = 0;                      // begun so far
};

enum class PrintOutcome : std::uint8_t { Begun = 0, Printed = 1, Interrupted = 2, Unknown = 3 };

class Outbox {
 public:
  static tl::expected<Outbox, OpenError> open(const OutboxSetup& setup, const TerminalKeys& keys);
  Outbox(Outbox&&) noexcept;
  Outbox& operator=(Outbox&&) noexcept;
  ~Outbox();

  // Returns once the submission is on the disk. After an error nothing of it is there, or, when the
  // disk failed at the very end, all of it: submitting the same id again tells which and never
  // doubles it.
  tl::expected<Committed, SubmitError> submit(const Submission& submission);

  // What would stop the next submit, with paths; empty when nothing would. `now` is the wall clock.
  std::vector<Finding> readiness(base::WallTime now);
  // Envelopes not yet acknowledged: waiting, held or refused.
  tl::expected<std::uint64_t, StoreError> waiting_count();

  tl::expected<std::optional<ReceiptRecord>, StoreError> find_receipt(
      const domain::ReceiptNumber& number);

  // The print log. A print that was begun and never finished counts as Unknown. Begin answers which
  // print this is: 1 for the first, 2 and up are marked on the paper as repeated.
  tl::expected<int, StoreError> begin_print(const domain::ReceiptNumber& number, base::Instant at);
  tl::expected<void, StoreError> finish_print(const domain::ReceiptNumber& number, int nth,
                                              PrintOutcome outcome);

  // A person in charge has seen that numbers are uncertain: begins a new epoch after the highest
  // number known here, in the mark, in any acknowledgement, and `at_least` (the county's list; 0
  // when not asked).
  tl::expected<void, SubmitError> continue_numbers(std::uint32_t at_least);

  // For idle moments.
  void checkpoint();
  Store& store();  // for QuestionDesk, same thread

 private:
  struct State;
  explicit Outbox(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace huimin::queue
