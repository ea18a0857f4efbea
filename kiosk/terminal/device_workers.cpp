#include "kiosk/terminal/device_workers.h"

#include <chrono>
#include <optional>
#include <random>
#include <utility>
#include <variant>

#include "devices/id_card/sdt_reader.h"
#include "devices/port/open_port.h"
#include "devices/scanner/make_scanner.h"
#include "kiosk/base/log.h"
#include "printing/receipt_printer.h"

namespace huimin::terminal {

namespace event = journey::resident::event;
using base::LogEvent;
using journey::resident::PrinterState;

namespace {

constexpr std::size_t kMaxPrintJobs = 4;
// How late a paper that ran out, or was refilled, is noticed while nothing prints.
constexpr std::chrono::milliseconds kPrinterLook{1000};
// Until somebody touches the idle screen nothing is printed and no card is read.
constexpr std::chrono::milliseconds kPrinterLookWhileIdle{5000};
constexpr std::chrono::milliseconds kCardLookWhileIdle{2000};
// A scan ends the wait; each wait that ends by itself costs an idle terminal CPU.
constexpr std::chrono::milliseconds kScannerWait{1000};

// Numbers in the log, so that it says which device without a word.
enum class Device : std::uint8_t { Reader = 1, Printer = 2, Scanner = 3 };

void log_presence(Device device, bool there) {
  base::log(there ? LogEvent::DeviceFound : LogEvent::DeviceLost,
            {{"device", static_cast<int>(device)}});
}

base::Secret secret_of(const devices::PrivateText& text) {
  return base::Secret(std::string(text.view()));
}

// Turns the reader's events into the journey's; counts presences.
class CardTeller {
 public:
  explicit CardTeller(const Post& post) : post_(post) {}

  // The reader finds a card that it could not read again and again while it lies there: only the
  // first time is news.
  void found() {
    if (lying_) return;
    begin_presence();
    post_(event::CardBusy{presence_});
  }

  void tell(const devices::ReaderEvent& said) {
    std::visit([this](const auto& each) { on(each); }, said);
  }

 private:
  void on(const devices::NoCard&) { set_there(true); }
  void on(const devices::CardStillThere&) { set_there(true); }
  void on(const devices::CardRead& read) {
    begin_presence();
    post_(event::CardRead{presence_, secret_of(read.record.name), secret_of(read.record.id_number),
                          secret_of(read.record.address)});
  }
  void on(const devices::ReadFailed& failed) {
    begin_presence();
    const bool lifted = failed.reason == devices::ReadFailure::LiftedTooSoon;
    post_(event::CardFailed{presence_,
                            lifted ? event::CardFault::LiftedEarly : event::CardFault::Unreadable});
    if (lifted) lying_ = false;
  }
  void on(const devices::CardLifted&) {
    set_there(true);
    if (lying_) post_(event::CardLifted{presence_});
    lying_ = false;
  }
  void on(const devices::ReaderGone&) { set_there(false); }

  void begin_presence() {
    set_there(true);
    if (!lying_) ++presence_;
    lying_ = true;
  }

  void set_there(bool there) {
    if (there_ == there) return;
    there_ = there;
    log_presence(Device::Reader, there);
    if (there) {
      post_(event::ReaderBack{});
    } else {
      post_(event::ReaderGone{});
    }
  }

  const Post& post_;
  std::uint64_t presence_ = 0;
  bool lying_ = false;
  std::optional<bool> there_;
};

PrinterState state_of(printing::PrinterStatus status) {
  using printing::PrinterStatus;
  switch (status) {
    case PrinterStatus::Ready: return PrinterState::Ready;
    case PrinterStatus::PaperLow: return PrinterState::PaperLow;
    case PrinterStatus::PaperOut: return PrinterState::PaperOut;
    case PrinterStatus::CoverOpen: return PrinterState::CoverOpen;
    case PrinterStatus::Offline:
    case PrinterStatus::Disconnected:
    case PrinterStatus::Error:
    case PrinterStatus::Unknown: return PrinterState::Gone;
  }
  return PrinterState::Gone;
}

std::uint32_t random_job() { return std::random_device{}(); }

}  // namespace

CardWorker::CardWorker(std::string address, Post post)
    : post_(std::move(post)), thread_([this, address = std::move(address)] { work(address); }) {}

CardWorker::~CardWorker() {
  stopping_ = true;
  thread_.join();
}

void CardWorker::work(const std::string& address) {
  CardTeller teller(post_);
  devices::SdtReader reader(devices::opener_for(address));
  reader.on_found([&teller] { teller.found(); });
  while (!stopping_) {
    teller.tell(reader.poll());
    std::this_thread::sleep_for(somebody_is_there_ ? devices::kCardPollInterval
                                                   : kCardLookWhileIdle);
  }
}

ScannerWorker::ScannerWorker(const std::string& address, Post post)
    : post_(std::move(post)),
      scanner_(devices::make_scanner(address)),
      thread_([this] { work(); }) {}

ScannerWorker::~ScannerWorker() {
  stopping_ = true;
  thread_.join();
}

void ScannerWorker::clear() { scanner_->clear(); }

void ScannerWorker::work() {
  std::optional<bool> there;
  const auto set_there = [&](bool now) {
    if (there == now) return;
    there = now;
    log_presence(Device::Scanner, now);
    if (now) {
      post_(event::ScannerBack{});
    } else {
      post_(event::ScannerGone{});
    }
  };
  while (!stopping_) {
    const devices::ScanEvent said = scanner_->poll(kScannerWait);
    set_there(!std::holds_alternative<devices::ScannerGone>(said));
    if (const auto* scanned = std::get_if<devices::Scanned>(&said))
      post_(event::Scanned{scanned->text});
    // Noise is no receipt: the screen says so in its own words.
    if (std::holds_alternative<devices::ScanRefused>(said)) post_(event::Scanned{{}});
    if (!*there) std::this_thread::sleep_for(kScannerWait);
  }
}

PrinterWorker::PrinterWorker(std::string address, Post post)
    : post_(std::move(post)),
      jobs_(kMaxPrintJobs),
      thread_([this, address = std::move(address)] { work(address); }) {}

PrinterWorker::~PrinterWorker() {
  jobs_.clear();
  jobs_.close();
  thread_.join();
}

bool PrinterWorker::print(PrintJob job) { return jobs_.try_push(std::move(job)); }

void PrinterWorker::work(const std::string& address) {
  printing::ReceiptPrinter printer(devices::opener_for(address), random_job());
  std::optional<PrinterState> last;
  const auto tell = [&](PrinterState now) {
    if (last == now) return;
    if (!last || (*last == PrinterState::Gone) != (now == PrinterState::Gone)) {
      log_presence(Device::Printer, now != PrinterState::Gone);
    }
    last = now;
    post_(event::PrinterChanged{now});
  };
  while (!jobs_.is_closed()) {
    tell(state_of(printer.status()));
    const auto job = jobs_.pop_within(somebody_is_there_ ? kPrinterLook : kPrinterLookWhileIdle);
    if (!job) continue;
    const auto outcome = printer.print(job->document);
    PrintEnd end = PrintEnd::Unknown;
    if (std::holds_alternative<printing::outcome::Printed>(outcome)) {
      end = PrintEnd::Printed;
      base::log(LogEvent::Printed, {{"job", static_cast<std::int64_t>(job->id)}});
      post_(event::Printed{job->id});
    } else if (const auto* stopped = std::get_if<printing::outcome::Interrupted>(&outcome)) {
      end = PrintEnd::Stopped;
      const PrinterState state = state_of(stopped->status);
      base::log(LogEvent::PrintInterrupted, {{"job", static_cast<std::int64_t>(job->id)}});
      post_(event::PrintStopped{job->id, state});
      tell(state);
    } else if (std::holds_alternative<printing::outcome::NotPrintable>(outcome)) {
      end = PrintEnd::Stopped;
      base::log(LogEvent::PrintInterrupted, {{"job", static_cast<std::int64_t>(job->id)}});
      post_(event::PrintStopped{job->id, PrinterState::Gone});
    } else {
      base::log(LogEvent::PrintUnknown, {{"job", static_cast<std::int64_t>(job->id)}});
      post_(event::PrintUnknown{job->id});
    }
    if (job->ended) job->ended(end);
  }
}

}  // namespace huimin::terminal
