#include "printing/printer_status.h"

namespace huimin::printing {
namespace {

constexpr bool has(std::uint8_t byte, std::uint8_t bits) { return (byte & bits) != 0; }

// The causes in the order in which a person has to deal with them.
struct Causes {
  bool error = false;
  bool cover_open = false;
  bool paper_out = false;
  bool offline = false;
  bool paper_low = false;
};

PrinterStatus worst_of(const Causes& causes) {
  if (causes.error) return PrinterStatus::Error;
  if (causes.cover_open) return PrinterStatus::CoverOpen;
  if (causes.paper_out) return PrinterStatus::PaperOut;
  if (causes.offline) return PrinterStatus::Offline;
  if (causes.paper_low) return PrinterStatus::PaperLow;
  return PrinterStatus::Ready;
}

}  // namespace

const char* to_text(PrinterStatus status) {
  switch (status) {
    case PrinterStatus::Ready: return "ready";
    case PrinterStatus::PaperLow: return "paper low";
    case PrinterStatus::PaperOut: return "paper out";
    case PrinterStatus::CoverOpen: return "cover open";
    case PrinterStatus::Offline: return "offline";
    case PrinterStatus::Disconnected: return "disconnected";
    case PrinterStatus::Error: return "error";
    case PrinterStatus::Unknown: return "unknown";
  }
  return "unknown";
}

bool can_print(PrinterStatus status) {
  return status == PrinterStatus::Ready || status == PrinterStatus::PaperLow;
}

bool is_stopped(PrinterStatus status) {
  switch (status) {
    case PrinterStatus::PaperOut:
    case PrinterStatus::CoverOpen:
    case PrinterStatus::Offline:
    case PrinterStatus::Error: return true;
    case PrinterStatus::Ready:
    case PrinterStatus::PaperLow:
    case PrinterStatus::Disconnected:
    case PrinterStatus::Unknown: return false;
  }
  return false;
}

PrinterStatus status_from(const RealTimeAnswers& answers) {
  const auto& [printer, cause, error, paper] = answers.bytes;
  if (!printer && !cause && !error && !paper) return PrinterStatus::Unknown;
  constexpr std::uint8_t kNone = 0;
  const std::uint8_t p = printer.value_or(kNone);
  const std::uint8_t c = cause.value_or(kNone);
  const std::uint8_t e = error.value_or(kNone);
  const std::uint8_t r = paper.value_or(kNone);

  const bool cover_open = has(c, 0x04);
  const bool paper_out = has(c, 0x20) || has(r, 0x60);
  // Clones raise the error bit for an open cover or missing paper too: then the plainer cause is
  // the one to name.
  const bool unexplained_error = has(c, 0x40) && !cover_open && !paper_out;
  return worst_of({.error = has(e, 0x68) || unexplained_error,
                   .cover_open = cover_open,
                   .paper_out = paper_out,
                   .offline = has(p, 0x08) || has(c, 0x08),
                   .paper_low = has(r, 0x0C)});
}

PrinterStatus status_from(const AutomaticStatus& bytes) {
  return worst_of({.error = has(bytes[1], 0x6C),
                   .cover_open = has(bytes[0], 0x20),
                   .paper_out = has(bytes[2], 0x0C),
                   .offline = has(bytes[0], 0x08),
                   .paper_low = has(bytes[2], 0x03)});
}

}  // namespace huimin::printing
