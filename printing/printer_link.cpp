#include "printing/printer_link.h"

#include <algorithm>

namespace huimin::printing {

using devices::PortError;

namespace {

// A marker is awaited for seconds; a printer does not owe more than one or two from before.
constexpr std::size_t kMarkersKept = 8;

}  // namespace

PrinterLink::PrinterLink(devices::PortOpener open, Millis reopen, devices::MonoClock clock)
    : opener_(std::move(open)), reopen_(reopen), clock_(std::move(clock)) {}

bool PrinterLink::open() {
  if (stream_) return true;
  const devices::MonoTime at = clock_();
  if (last_attempt_ && at - *last_attempt_ < reopen_) return false;
  last_attempt_ = at;
  auto opened = opener_();
  if (!opened) return false;
  forget();
  stream_ = std::move(*opened);
  ++connection_;
  return true;
}

void PrinterLink::forget() {
  reader_ = {};
  real_time_.reset();
  markers_.clear();
  automatic_.reset();
  ordered_ = 0;
  answer_overdue_ = false;
  answers_real_time_ = false;
  report_is_news_ = false;
}

bool PrinterLink::send(std::span<const std::uint8_t> bytes, Millis timeout) {
  if (!stream_) return false;
  const auto sent = stream_->write_all(std::as_bytes(bytes), timeout);
  if (!sent && sent.error() != PortError::Timeout) stream_.reset();
  return sent.has_value();
}

bool PrinterLink::listen(Millis timeout, const std::function<bool()>& heard) {
  const devices::MonoTime until = clock_() + timeout;
  do {
    if (heard()) return true;
    if (!stream_) return false;
    std::array<std::byte, 64> buffer;
    const auto got = stream_->read_some(buffer, std::max(until - clock_(), Millis{0}));
    if (!got) {
      if (got.error() != PortError::Timeout) stream_.reset();
      return false;
    }
    hear(std::span{buffer}.first(*got));
  } while (clock_() < until);
  return heard();
}

void PrinterLink::hear(std::span<const std::byte> bytes) {
  struct Keep {
    PrinterLink& link;
    void operator()(const RealTimeReply& reply) const { link.real_time_ = reply.bits; }
    void operator()(const AutomaticStatus& status) const {
      // The first report only answers the wish for reports.
      if (link.automatic_ && *link.automatic_ != status) link.report_is_news_ = true;
      link.automatic_ = status;
    }
    void operator()(const MarkerReply& reply) const {
      if (link.markers_.size() == kMarkersKept) link.markers_.erase(link.markers_.begin());
      link.markers_.push_back(reply.id);
    }
    void operator()(const OrderedReply&) const { ++link.ordered_; }
  };
  for (const Reply& reply : reader_.feed(bytes)) std::visit(Keep{*this}, reply);
}

bool PrinterLink::has_heard(const escpos::MarkerId& id) const {
  return std::find(markers_.begin(), markers_.end(), id) != markers_.end();
}

PrinterStatus PrinterLink::ask_status(Millis answer) {
  // An answer that came too late must not be taken for the answer to the next question.
  if (answer_overdue_) listen(answer, [] { return false; });
  answer_overdue_ = false;

  RealTimeAnswers answers;
  for (std::uint8_t n = 1; n <= answers.bytes.size(); ++n) {
    real_time_.reset();
    if (!send(escpos::ask_real_time_status(n), answer)) {
      listen(answer, [] { return false; });  // Its buffer is full; it may still report by itself.
      break;
    }
    if (!listen(answer, [this] { return real_time_.has_value(); })) answer_overdue_ = true;
    answers.bytes[n - 1U] = real_time_;
  }
  if (!stream_) return PrinterStatus::Disconnected;
  const PrinterStatus status = status_from(answers);
  if (status != PrinterStatus::Unknown) {
    answers_real_time_ = true;
    report_is_news_ = false;
  } else if (automatic_ && (report_is_news_ || !answers_real_time_)) {
    return status_from(*automatic_);
  }
  return status;
}

}  // namespace huimin::printing
