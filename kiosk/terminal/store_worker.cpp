#include "kiosk/terminal/store_worker.h"

#include <atomic>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "kiosk/base/bounded_queue.h"
#include "kiosk/base/check.h"
#include "kiosk/base/log.h"
#include "kiosk/queue/doorbell.h"
#include "kiosk/queue/inbox.h"
#include "kiosk/queue/keys.h"
#include "kiosk/queue/outbox.h"
#include "kiosk/queue/payload.h"
#include "kiosk/queue/question.h"
#include "kiosk/queue/trust.h"
#include "printing/qr.h"

namespace huimin::terminal {

namespace event = journey::resident::event;
using base::LogEvent;

namespace {

// More than this waiting means that the disk is gone, not busy.
constexpr std::size_t kMaxOrders = 64;
// While an answer is awaited the bell may be missed; this is how late we then are.
constexpr std::chrono::milliseconds kLookWhileAwaiting{1000};
constexpr std::chrono::milliseconds kLookWhenIdle{30'000};

event::SaveFault fault_of(queue::SubmitError error) {
  using queue::SubmitError;
  switch (error) {
    case SubmitError::DiskFull: return event::SaveFault::DiskFull;
    case SubmitError::Busy: return event::SaveFault::Busy;
    case SubmitError::Damaged: return event::SaveFault::Damaged;
    case SubmitError::NoKey: return event::SaveFault::NoKey;
    case SubmitError::NumbersUncertain:
    case SubmitError::NumbersUsedUp: return event::SaveFault::NumbersUncertain;
    case SubmitError::ReadOnly:
    case SubmitError::TooLarge: return event::SaveFault::Other;
  }
  return event::SaveFault::Other;
}

event::Verdict verdict_of(queue::Verdict verdict) {
  switch (verdict) {
    case queue::Verdict::True: return event::Verdict::True;
    case queue::Verdict::TrueBeforeWithdrawal: return event::Verdict::TrueBeforeWithdrawal;
    case queue::Verdict::MadeAfterWithdrawal: return event::Verdict::MadeAfterWithdrawal;
    case queue::Verdict::UnknownTerminal: return event::Verdict::UnknownTerminal;
    case queue::Verdict::Altered: return event::Verdict::Altered;
    case queue::Verdict::NotAReceipt: return event::Verdict::NotAReceipt;
  }
  return event::Verdict::NotAReceipt;
}

screens::view::QrModules modules_of(const std::string& text) {
  const auto matrix = printing::make_qr(text);
  if (!matrix) return {};
  return {matrix->side, {matrix->modules.begin(), matrix->modules.end()}};
}

queue::PrintOutcome outcome_of(order::PrintEnd end) {
  switch (end) {
    case order::PrintEnd::Printed: return queue::PrintOutcome::Printed;
    case order::PrintEnd::Interrupted: return queue::PrintOutcome::Interrupted;
    case order::PrintEnd::Unknown: return queue::PrintOutcome::Unknown;
  }
  return queue::PrintOutcome::Unknown;
}

}  // namespace

class StoreWorker::Desk {
 public:
  Desk(StoreSetup setup, const base::Clock& clock, Post post, PrintBegun print_begun)
      : setup_(std::move(setup)),
        clock_(clock),
        post_(std::move(post)),
        print_begun_(std::move(print_begun)),
        bell_(setup_.state_dir, queue::kTerminalBell),
        thread_([this] { work(); }) {}

  ~Desk() {
    orders_.close();
    bell_.ring_self();
    thread_.join();
  }

  void send(StoreOrder order) {
    const bool submits = std::holds_alternative<order::Submit>(order);
    if (!orders_.try_push(std::move(order))) {
      base::log(LogEvent::SubmitFailed, {{"orders_full", 1}});
      if (submits) post_(event::SaveFailed{event::SaveFault::Busy});
    }
    bell_.ring_self();
  }

 private:
  void work() {
    open();
    while (true) {
      while (auto order = orders_.try_pop()) {
        std::visit([this](const auto& each) { carry_out(each); }, *order);
      }
      if (orders_.is_closed()) return;
      const bool awaiting = !unacknowledged_.empty() || question_.has_value();
      if (!bell_.wait(awaiting ? kLookWhileAwaiting : kLookWhenIdle) && !awaiting && outbox_) {
        outbox_->checkpoint();
      }
      look_for_acknowledgements();
      look_for_answer();
    }
  }

  // Tried again at each need: a disk that was full or a key that was missing may be mended
  // meanwhile.
  bool open() {
    if (outbox_) return true;
    auto keys = queue::load_terminal_keys(setup_.state_dir / "keys");
    if (!keys) return false;
    keys_ = std::move(*keys);
    auto outbox = queue::Outbox::open({setup_.state_dir, {}, setup_.status_host}, *keys_);
    if (!outbox) {
      base::log(LogEvent::StateDamaged, {{"store_error", static_cast<int>(outbox.error().error)}});
      return false;
    }
    outbox_ = std::move(*outbox);
    questions_.emplace(outbox_->store(), *keys_);
    [[maybe_unused]] const auto cleared = questions_->end_session();
    return true;
  }

  void carry_out(const order::CheckReadiness&) {
    journey::resident::Readiness readiness;
    readiness.clock = base::is_plausible(clock_.now().wall);
    std::error_code failed;
    const auto room = std::filesystem::space(setup_.state_dir, failed);
    if (failed || room.available < setup_.least_free_bytes) readiness.disk = false;
    const auto findings =
        open() ? outbox_->readiness(clock_.now().wall) : queue::check_files(setup_.state_dir);
    if (!outbox_ && findings.empty()) readiness.queue = false;
    for (const queue::Finding& finding : findings) {
      if (queue::stops_submitting(finding.obstacle)) note(finding.obstacle, readiness);
    }
    post_(event::ReadinessChecked{readiness});
  }

  static void note(queue::Obstacle obstacle, journey::resident::Readiness& readiness) {
    switch (obstacle) {
      case queue::Obstacle::NoRoom: readiness.disk = false; return;
      case queue::Obstacle::KeyUnusable: readiness.key = false; return;
      case queue::Obstacle::NotWritable:
      case queue::Obstacle::OpenToOthers:
      case queue::Obstacle::Missing:
      case queue::Obstacle::SchemaDamaged:
      case queue::Obstacle::NumbersUncertain:
      case queue::Obstacle::JournalGrows: readiness.queue = false; return;
    }
  }

  void carry_out(const order::Submit& asked) {
    if (!open()) {
      post_(event::SaveFailed{keys_ ? event::SaveFault::Damaged : event::SaveFault::NoKey});
      return;
    }
    queue::Submission submission;
    submission.id = asked.submission;
    submission.programme = asked.application.programme;
    submission.payload = queue::to_payload({asked.application, {}});
    submission.at = clock_.now();
    submission.software = setup_.software;
    submission.catalogue_version = setup_.catalogue_version;
    const auto committed = outbox_->submit(submission);
    if (!committed) {
      base::log(LogEvent::SubmitFailed, {{"error", static_cast<int>(committed.error())}});
      post_(event::SaveFailed{fault_of(committed.error())});
      return;
    }
    base::check(committed->receipt.has_value(), "an application has a receipt number");
    base::log(LogEvent::Submitted, {{"sequence", static_cast<std::int64_t>(committed->sequence)}});
    queue::ring(setup_.state_dir, queue::kUplinkBell);
    unacknowledged_.insert(*committed->receipt);
    post_(event::Committed{*committed->receipt, committed->receipt_qr,
                           modules_of(committed->receipt_qr), committed->at});
  }

  void carry_out(const order::CheckReceipt& asked) {
    // Read afresh: the county may have sent a newer list meanwhile.
    const auto trust = queue::TrustList::load(setup_.state_dir / "keys");
    const auto result =
        trust ? trust->check(asked.text) : queue::ReceiptCheck{queue::Verdict::UnknownTerminal, {}};
    event::ReceiptChecked answer{verdict_of(result.verdict), std::nullopt};
    if (result.claims) answer.receipt = result.claims->number;
    post_(answer);
  }

  void carry_out(const order::AskStatus& asked) {
    if (!open()) {
      post_(event::StatusFailed{asked.receipt, event::StatusFault::NoAnswer});
      return;
    }
    const auto id = questions_->ask(asked.receipt, clock_.now());
    if (!id) {
      answer_from_here(asked.receipt);
      return;
    }
    question_ = Asked{*id, asked.receipt, clock_.now().mono};
    queue::ring(setup_.state_dir, queue::kUplinkBell);
  }

  void carry_out(const order::EndSession&) {
    question_.reset();
    unacknowledged_.clear();
    if (questions_) [[maybe_unused]]
      const auto cleared = questions_->end_session();
  }

  void carry_out(const order::PrintReceipt& asked) {
    // A log that cannot be written must not keep a person from the paper.
    int nth = asked.copy;
    if (outbox_) nth = outbox_->begin_print(asked.receipt, clock_.now()).value_or(asked.copy);
    print_begun_(asked, nth);
  }

  void carry_out(const order::FinishPrint& done) {
    if (outbox_) {
      [[maybe_unused]] const auto noted =
          outbox_->finish_print(done.receipt, done.nth, outcome_of(done.end));
    }
  }

  void look_for_acknowledgements() {
    if (!outbox_) return;
    for (auto each = unacknowledged_.begin(); each != unacknowledged_.end();) {
      const auto record = outbox_->find_receipt(*each);
      const bool there = record && *record && (*record)->case_no && (*record)->acknowledged_at;
      if (there)
        post_(event::Acknowledged{*each, *(*record)->case_no, *(*record)->acknowledged_at});
      each = there ? unacknowledged_.erase(each) : std::next(each);
    }
  }

  void look_for_answer() {
    if (!question_) return;
    const auto answer = questions_->read(question_->id);
    if (answer && !*answer) {
      if (clock_.now().mono - question_->since < kAnswerWithin) return;
      answer_from_here(question_->receipt);
    } else if (!answer) {
      answer_from_here(question_->receipt);
    } else if ((*answer)->status) {
      post_(event::StatusArrived{question_->receipt, *(*answer)->status, /*fresh=*/true});
    } else {
      // The county does not know it; when it is still on its way from here, say that instead.
      answer_unknown(question_->receipt);
    }
    question_.reset();
  }

  // The county cannot be asked: what is known here, with its age.
  void answer_from_here(const domain::ReceiptNumber& receipt) {
    const auto known = queue::find_known_status(outbox_->store(), keys_->county.signing, receipt);
    if (known && *known) {
      post_(event::StatusArrived{receipt, **known, /*fresh=*/false});
    } else if (const auto kept = kept_here(receipt)) {
      post_(event::StatusKeptHere{receipt, *kept});
    } else {
      post_(event::StatusFailed{receipt, event::StatusFault::NoAnswer});
    }
  }

  void answer_unknown(const domain::ReceiptNumber& receipt) {
    if (const auto kept = kept_here(receipt)) {
      post_(event::StatusKeptHere{receipt, *kept});
    } else {
      post_(event::StatusFailed{receipt, event::StatusFault::NotKnown});
    }
  }

  std::optional<base::WallTime> kept_here(const domain::ReceiptNumber& receipt) {
    const auto record = outbox_->find_receipt(receipt);
    if (!record || !*record) return std::nullopt;
    return (*record)->at;
  }

  struct Asked {
    std::string id;
    domain::ReceiptNumber receipt;
    base::MonoTime since;
  };
  // Longer than a slow line needs; the person waits in front of it.
  static constexpr std::chrono::seconds kAnswerWithin{8};

  const StoreSetup setup_;
  const base::Clock& clock_;
  const Post post_;
  const PrintBegun print_begun_;
  base::BoundedQueue<StoreOrder> orders_{kMaxOrders};
  queue::Doorbell bell_;
  std::optional<queue::TerminalKeys> keys_;
  std::optional<queue::Outbox> outbox_;
  std::optional<queue::QuestionDesk> questions_;
  std::set<domain::ReceiptNumber> unacknowledged_;
  std::optional<Asked> question_;
  std::thread thread_;  // last: started when all else is there
};

StoreWorker::StoreWorker(StoreSetup setup, const base::Clock& clock, Post post,
                         PrintBegun print_begun)
    : desk_(std::make_unique<Desk>(std::move(setup), clock, std::move(post),
                                   std::move(print_begun))) {}

StoreWorker::~StoreWorker() = default;

void StoreWorker::send(StoreOrder order) { desk_->send(std::move(order)); }

}  // namespace huimin::terminal
