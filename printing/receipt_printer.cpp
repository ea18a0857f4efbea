#include "printing/receipt_printer.h"

#include <algorithm>

#include "printing/escpos.h"
#include "printing/layout.h"
#include "printing/printer_link.h"

namespace huimin::printing {
namespace {

using std::chrono::milliseconds;

// How often a printer that is finishing is asked whether something stopped it.
constexpr milliseconds kWatchEvery{250};

// For a marker that is already on its way when the paper runs out just behind the cut.
constexpr milliseconds kLastChance{500};

// How long a printer that cannot say when it has finished is watched for trouble: a long receipt
// takes 3 to 4 s.
constexpr milliseconds kWatchWithoutMarker{5000};

// For a few bytes, which only have to fit into a buffer.
constexpr milliseconds kCommand{200};

// Answers to two commands that stand next to each other come closer together than this.
constexpr milliseconds kQuiet{500};

// Does not mend itself. Offline may: somebody holds the feed button, a buffer is full.
bool needs_a_person(PrinterStatus status) {
  return is_stopped(status) && status != PrinterStatus::Offline;
}

}  // namespace

class ReceiptPrinter::Machine {
 public:
  Machine(devices::PortOpener open, std::uint32_t first_job, PrinterLimits limits,
          devices::MonoClock clock)
      : link_(std::move(open), limits.reopen, std::move(clock)),
        limits_(limits),
        next_job_(first_job) {}

  PrinterStatus status();
  PrintOutcome print(const Bitmap& bitmap);
  PrinterAbilities abilities() const { return abilities_; }

 private:
  // What papers before this one may have left in the printer.
  enum class Leftover : std::uint8_t { Nothing, BufferedBytes, HalfPaper };

  bool is_probed() const { return probed_connection_ == link_.connection(); }
  bool probe();
  bool probe_marker();
  bool probe_ordered_status();
  bool ask_in_order();
  bool settle_order();
  bool prepare();
  std::optional<PrinterStatus> stop_that_stays();
  PrintOutcome finish();
  PrintOutcome await(const std::function<bool()>& heard, milliseconds limit);
  PrintOutcome printed();
  PrintOutcome interrupted();
  PrintOutcome interrupted(PrinterStatus why);

  bool relies_on_order() const { return !abilities_.process_marker && abilities_.ordered_status; }

  PrinterLink link_;
  PrinterLimits limits_;
  std::uint32_t next_job_;
  PrinterAbilities abilities_;
  unsigned probed_connection_ = 0;
  unsigned asked_in_order_ = 0;  // how many GS r were sent on this connection
  Leftover leftover_ = Leftover::BufferedBytes;
};

PrinterStatus ReceiptPrinter::Machine::status() {
  if (!link_.open()) return PrinterStatus::Disconnected;
  const PrinterStatus status = link_.ask_status(limits_.answer);
  if (can_print(status) && !is_probed() && !probe()) return link_.ask_status(limits_.answer);
  return status;
}

PrintOutcome ReceiptPrinter::Machine::print(const Bitmap& bitmap) {
  const PrinterStatus before = status();
  if (before == PrinterStatus::Disconnected || is_stopped(before)) {
    return outcome::Interrupted{before};
  }
  if (!prepare()) return interrupted();
  leftover_ = Leftover::HalfPaper;
  for (int row = 0; row < bitmap.height(); row += escpos::kBandRows) {
    const int count = std::min(escpos::kBandRows, bitmap.height() - row);
    if (!link_.send(escpos::raster_band(bitmap, row, count), limits_.band)) return interrupted();
    if (const auto stop = stop_that_stays()) return interrupted(*stop);
  }
  if (!link_.send(escpos::feed_and_cut(), limits_.band)) return interrupted();
  return finish();
}

// A printer that does not know GS ( H or GS r may take them for text; ESC @ drops that unprinted.
bool ReceiptPrinter::Machine::probe() {
  abilities_ = {};
  asked_in_order_ = 0;
  if (!link_.send(escpos::clear(), limits_.band)) return false;
  if (leftover_ == Leftover::BufferedBytes) leftover_ = Leftover::Nothing;
  if (!probe_marker() || !probe_ordered_status()) return false;

  if (!link_.send(escpos::report_changes(), kCommand)) return false;
  abilities_.automatic_status =
      link_.listen(limits_.answer, [&] { return link_.automatic_status().has_value(); });
  if (!link_.send(escpos::initialise(), kCommand)) return false;
  probed_connection_ = link_.connection();
  return true;
}

bool ReceiptPrinter::Machine::probe_marker() {
  const auto id = escpos::marker_id(next_job_++);
  if (!link_.send(escpos::ask_marker(id), kCommand)) return false;
  abilities_.process_marker = link_.listen(limits_.probe, [&] { return link_.has_heard(id); });
  return link_.send(escpos::initialise(), kCommand);
}

bool ReceiptPrinter::Machine::probe_ordered_status() {
  if (!ask_in_order()) return false;
  abilities_.ordered_status =
      link_.listen(limits_.probe, [&] { return link_.ordered_replies() != 0; });
  return link_.send(escpos::initialise(), kCommand);
}

bool ReceiptPrinter::Machine::ask_in_order() {
  ++asked_in_order_;
  return link_.send(escpos::ask_ordered_status(), kCommand);
}

// Answers to GS r bear no id. Before one is awaited for this paper, those still owed for earlier
// papers must have come, or be lost for certain: they would stand directly before the next one.
bool ReceiptPrinter::Machine::settle_order() {
  if (asked_in_order_ == link_.ordered_replies()) return true;
  unsigned heard = link_.ordered_replies();
  const auto one_more = [&] { return link_.ordered_replies() > heard; };
  if (!ask_in_order() || !link_.listen(limits_.finish, one_more)) return false;
  do {
    heard = link_.ordered_replies();
  } while (link_.listen(kQuiet, one_more));
  asked_in_order_ = heard;
  return true;
}

bool ReceiptPrinter::Machine::prepare() {
  if (!is_probed() && !probe()) return false;
  // A printer that was slow to wake may have answered the probe after its time.
  abilities_.process_marker |= link_.has_heard_any_marker();
  abilities_.ordered_status |= link_.ordered_replies() != 0;
  const WipedBytes start = leftover_ == Leftover::Nothing ? escpos::initialise() : escpos::clear();
  if (!link_.send(start, limits_.band)) return false;
  // ESC @ has switched these reports off.
  if (abilities_.automatic_status && !link_.send(escpos::report_changes(), kCommand)) return false;
  // What hangs in the chute must not become the head of this paper.
  if (leftover_ == Leftover::HalfPaper && !link_.send(escpos::feed_and_cut(), limits_.band)) {
    return false;
  }
  return !relies_on_order() || settle_order();
}

// Asked twice: one answer may be an old one that was under way.
std::optional<PrinterStatus> ReceiptPrinter::Machine::stop_that_stays() {
  if (!needs_a_person(link_.ask_status(limits_.answer))) return std::nullopt;
  const PrinterStatus again = link_.ask_status(limits_.answer);
  if (!needs_a_person(again)) return std::nullopt;
  return again;
}

PrintOutcome ReceiptPrinter::Machine::finish() {
  if (abilities_.process_marker) {
    const auto id = escpos::marker_id(next_job_++);
    link_.send(escpos::ask_marker(id), kCommand);
    return await([&] { return link_.has_heard(id); }, limits_.finish);
  }
  if (abilities_.ordered_status) {
    const unsigned before = link_.ordered_replies();
    ask_in_order();
    return await([&] { return link_.ordered_replies() > before; }, limits_.finish);
  }
  return await([] { return false; }, std::min(limits_.finish, kWatchWithoutMarker));
}

PrintOutcome ReceiptPrinter::Machine::await(const std::function<bool()>& heard,
                                            milliseconds limit) {
  const devices::MonoTime until = link_.now() + limit;
  PrinterStatus status = PrinterStatus::Unknown;
  while (link_.now() < until) {
    if (link_.listen(std::min(kWatchEvery, until - link_.now()), heard)) return printed();
    if (!link_.is_open()) return outcome::Unknown{};
    status = link_.ask_status(limits_.answer);
    if (!needs_a_person(status)) continue;
    if (link_.listen(kLastChance, heard)) return printed();
    if (const auto stop = stop_that_stays()) return interrupted(*stop);
  }
  if (heard()) return printed();
  if (status == PrinterStatus::Offline) return interrupted(status);
  return outcome::Unknown{};
}

PrintOutcome ReceiptPrinter::Machine::printed() {
  leftover_ = Leftover::Nothing;
  return outcome::Printed{};
}

PrintOutcome ReceiptPrinter::Machine::interrupted() {
  const PrinterStatus why =
      link_.is_open() ? link_.ask_status(limits_.answer) : PrinterStatus::Disconnected;
  // Says that it is ready, but takes nothing.
  return interrupted(can_print(why) ? PrinterStatus::Offline : why);
}

PrintOutcome ReceiptPrinter::Machine::interrupted(PrinterStatus why) {
  // At once, so that the rest does not come out when somebody puts in new paper.
  link_.send(escpos::drop_buffered(), kCommand);
  return outcome::Interrupted{why};
}

ReceiptPrinter::ReceiptPrinter(devices::PortOpener open, std::uint32_t first_job,
                               PrinterLimits limits, devices::MonoClock clock)
    : machine_(std::make_unique<Machine>(std::move(open), first_job, limits, std::move(clock))) {}

ReceiptPrinter::~ReceiptPrinter() = default;

PrinterStatus ReceiptPrinter::status() { return machine_->status(); }

PrintOutcome ReceiptPrinter::print(const Document& document) {
  const auto layout = lay_out(document);
  if (!layout) return outcome::NotPrintable{};
  return machine_->print(layout->bitmap);
}

PrintOutcome ReceiptPrinter::print(const Bitmap& bitmap) {
  if (bitmap.width() > kPaperDots || bitmap.height() == 0) return outcome::NotPrintable{};
  return machine_->print(bitmap);
}

PrinterAbilities ReceiptPrinter::abilities() const { return machine_->abilities(); }

}  // namespace huimin::printing
