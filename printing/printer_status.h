#pragma once
// What the receipt printer says about itself, from raw bits to one word.
//
// Bit positions: Epson TM-T88III specification and the open-source drivers receiptio and
// python-escpos.

#include <array>
#include <cstdint>
#include <optional>

namespace huimin::printing {

enum class PrinterStatus : std::uint8_t {
  Ready,
  PaperLow,      // prints, but the roll nears its end
  PaperOut,      //
  CoverOpen,     //
  Offline,       // answers, but does not print: feed button held, or a reason it does not tell
  Disconnected,  // the port cannot be opened
  Error,         // cutter jam, overheated head, or broken
  Unknown,       // connected, but gives no answer
};

// A word for logs and pokes; never shown to residents.
const char* to_text(PrinterStatus status);

// True for Ready and PaperLow.
bool can_print(PrinterStatus status);

// True if paper cannot come out until a person acts: PaperOut, CoverOpen, Offline, Error.
bool is_stopped(PrinterStatus status);

// Answers to DLE EOT 1 to 4 (printer, offline cause, error, paper sensors), as far as they came.
struct RealTimeAnswers {
  std::array<std::optional<std::uint8_t>, 4> bytes;
};

// Unknown if no answer came. What comes first is what a person must mend first: an error, the
// cover, the paper.
[[nodiscard]] PrinterStatus status_from(const RealTimeAnswers& answers);

// Automatic status back (GS a): four bytes that the printer sends by itself.
using AutomaticStatus = std::array<std::uint8_t, 4>;
[[nodiscard]] PrinterStatus status_from(const AutomaticStatus& bytes);

}  // namespace huimin::printing
