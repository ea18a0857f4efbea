#pragma once
// The line to a receipt printer: opens it, opens it again, and keeps what the printer said. Only
// receipt_printer.cpp uses it.

#include <functional>
#include <memory>
#include <optional>

#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"
#include "printing/replies.h"

namespace huimin::printing {

class PrinterLink {
 public:
  using Millis = std::chrono::milliseconds;

  // `reopen`: shortest time between two attempts to open a port that is gone.
  PrinterLink(devices::PortOpener open, Millis reopen, devices::MonoClock clock);

  // Opens the port if it is not; true if it is open now. Everything heard before belongs to the old
  // connection and is forgotten.
  bool open();
  bool is_open() const { return stream_ != nullptr; }
  // Counts connections: abilities found on an earlier one may be those of another printer.
  unsigned connection() const { return connection_; }
  devices::MonoTime now() const { return clock_(); }

  // False if the printer did not take everything in time, or is gone (then is_open() is false too).
  bool send(std::span<const std::uint8_t> bytes, Millis timeout);

  // Listens until `heard` is true, at most `timeout`. False if it did not become true.
  bool listen(Millis timeout, const std::function<bool()>& heard);

  // DLE EOT 1 to 4, at most `answer` each. If none is answered, an automatic report counts when it
  // told of a change after the last answer, or when this printer never answers: others prove
  // nothing.
  PrinterStatus ask_status(Millis answer);

  // True if this marker is among the last few that came back on this connection.
  bool has_heard(const escpos::MarkerId& id) const;
  bool has_heard_any_marker() const { return !markers_.empty(); }
  const std::optional<AutomaticStatus>& automatic_status() const { return automatic_; }
  unsigned ordered_replies() const { return ordered_; }

 private:
  void hear(std::span<const std::byte> bytes);
  void forget();

  devices::PortOpener opener_;
  Millis reopen_;
  devices::MonoClock clock_;
  std::unique_ptr<devices::ByteStream> stream_;
  std::optional<devices::MonoTime> last_attempt_;
  unsigned connection_ = 0;

  ReplyReader reader_;
  std::optional<std::uint8_t> real_time_;
  std::vector<escpos::MarkerId> markers_;
  std::optional<AutomaticStatus> automatic_;
  unsigned ordered_ = 0;
  bool answer_overdue_ = false;
  bool answers_real_time_ = false;
  bool report_is_news_ = false;  // a change was reported after the last real-time answer
};

}  // namespace huimin::printing
