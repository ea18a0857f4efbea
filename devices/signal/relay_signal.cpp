#include "devices/signal/relay_signal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "devices/signal/relay_frames.h"

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;

// Two frames of four bytes take 9 ms at 9600 baud; a line that does not take them is as good as
// gone.
constexpr milliseconds kWriteTimeout{200};

}  // namespace

const char* to_text(SignalState state) {
  switch (state) {
    case SignalState::Off: return "off";
    case SignalState::Calling: return "calling";
    case SignalState::Urgent: return "urgent";
  }
  return "unknown";
}

RelaySignal::RelaySignal(PortOpener open, RelayOptions options, MonoClock clock)
    : open_(std::move(open)), options_(options), clock_(std::move(clock)) {}

void RelaySignal::show(SignalState state) {
  state_ = state;
  if (stream_) {
    send();
  } else {
    connect();
  }
}

SignalStatus RelaySignal::poll(milliseconds wait) {
  if (!stream_ && !connect()) return status_;
  const MonoTime until = clock_() + wait;
  std::array<std::byte, 64> chunk{};
  while (stream_) {
    const MonoTime now = clock_();
    const MonoTime due = said_at_ + options_.say_again;
    if (now >= due && !send()) break;
    // Some boards of this kind chatter; what they say means nothing to us.
    const milliseconds nap = std::max(milliseconds{0}, std::min(until, due) - now);
    const auto heard = stream_->read_some(chunk, nap);
    if (!heard && heard.error() != PortError::Timeout) lose();
    if (clock_() >= until) break;
  }
  return status_;
}

bool RelaySignal::connect() {
  auto stream = open_();
  if (!stream) return false;
  stream_ = std::move(*stream);
  return send();
}

void RelaySignal::lose() {
  stream_.reset();
  status_ = SignalStatus::Disconnected;
}

bool RelaySignal::send() {
  const std::array frames{make_relay_frame(options_.lamp, state_ != SignalState::Off),
                          make_relay_frame(options_.bell, state_ == SignalState::Urgent)};
  for (const RelayFrame& frame : frames) {
    if (stream_->write_all(frame, kWriteTimeout)) continue;
    lose();
    return false;
  }
  said_at_ = clock_();
  status_ = SignalStatus::Ready;
  return true;
}

}  // namespace huimin::devices
