#pragma once
// Prints papers on a roll and tells truly whether they came out.
//
// Called from one device worker. A printer that is unplugged is not an error: it reports
// Disconnected, and the port is opened again when it returns.

#include <chrono>
#include <cstdint>
#include <memory>
#include <variant>

#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"
#include "printing/bitmap.h"
#include "printing/document.h"
#include "printing/printer_status.h"

namespace huimin::printing {

namespace outcome {
// The printer has worked through everything, the cut included.
struct Printed {};
// No whole paper came out; a part of it may hang in the chute. `status` is what must be mended
// first.
struct Interrupted {
  PrinterStatus status;
};
// Everything was sent, but the printer did not say in time that it finished. Only the person in
// front of it knows whether a paper came.
struct Unknown {};
// The document cannot be set on this paper (see LayoutError). Nothing was sent.
struct NotPrintable {};
}  // namespace outcome

using PrintOutcome =
    std::variant<outcome::Printed, outcome::Interrupted, outcome::Unknown, outcome::NotPrintable>;

struct PrinterLimits {
  // For one answer to a real-time question. Printers answer in a few milliseconds.
  std::chrono::milliseconds answer{50};
  // For the printer to take one band of data; a clone prints 8 cm a second, a band is 1.6 cm. On a
  // serial line below 38400 baud the bytes alone take longer than this.
  std::chrono::milliseconds band{5000};
  // From the last byte sent to the marker behind the cut. Twice what a slow clone needs for a long
  // receipt.
  std::chrono::milliseconds finish{15000};
  // For one answer while its abilities are found out. Longer than `answer`: some printers wake up
  // slowly.
  std::chrono::milliseconds probe{1000};
  // Between two attempts to open a port that is gone.
  std::chrono::milliseconds reopen{2000};
};

// What this printer can do beyond the common ground; found out once per connection.
struct PrinterAbilities {
  bool process_marker = false;    // GS ( H: sends our own four characters back when it gets there
  bool ordered_status = false;    // GS r: sends one byte when it gets there
  bool automatic_status = false;  // GS a: reports changes by itself
};

class ReceiptPrinter {
 public:
  // `first_job` should differ from start to start (a random number): answers to jobs of an earlier
  // run are then never taken for answers to ours.
  ReceiptPrinter(devices::PortOpener open, std::uint32_t first_job, PrinterLimits limits = {},
                 devices::MonoClock clock = devices::mono_now);
  ~ReceiptPrinter();
  ReceiptPrinter(const ReceiptPrinter&) = delete;
  ReceiptPrinter& operator=(const ReceiptPrinter&) = delete;

  // Asks the printer: at most four times limits.answer, on a port just opened also the opener's own
  // time and the probing of its abilities (about a second).
  [[nodiscard]] PrinterStatus status();

  // Returns when the paper is cut, or with what stopped it, at most limits.finish after the last
  // byte was taken. Never prints a second time by itself. After anything but Printed, the next call
  // first clears the printer, so that nothing of the earlier paper comes out.
  [[nodiscard]] PrintOutcome print(const Document& document);
  // `bitmap` must not be wider than kPaperDots.
  [[nodiscard]] PrintOutcome print(const Bitmap& bitmap);

  // All false until the printer was ready once on this connection.
  PrinterAbilities abilities() const;

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace huimin::printing
