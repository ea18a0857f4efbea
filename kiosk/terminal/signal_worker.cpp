#include "kiosk/terminal/signal_worker.h"

#include <utility>

#include "devices/port/open_port.h"
#include "kiosk/base/log.h"

namespace huimin::terminal {

using base::LogEvent;
using devices::SignalState;
using devices::SignalStatus;
using std::chrono::milliseconds;

namespace {

// How late an unplugged signal is noticed, and one that is back is lit.
constexpr milliseconds kLook{5000};
// The signal in the log, beside the numbers in device_workers.cpp.
constexpr int kDevice = 5;

}  // namespace

SignalWorker::SignalWorker(std::string address, devices::RelayOptions options, Told told)
    : told_(std::move(told)),
      thread_([this, address = std::move(address), options] { work(address, options); }) {}

SignalWorker::~SignalWorker() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void SignalWorker::want(SignalState state) {
  {
    const std::lock_guard lock(mutex_);
    wish_ = state;
  }
  changed_.notify_all();
}

void SignalWorker::work(const std::string& address, devices::RelayOptions options) {
  devices::RelaySignal signal(devices::opener_for(address), options);
  for (;;) {
    tell(signal.poll(milliseconds{0}));
    if (const auto wish = next_wish(kLook)) {
      signal.show(*wish);
      continue;
    }
    const std::lock_guard lock(mutex_);
    if (is_stopping_) break;
  }
  // A lamp that burns on when the terminal is off calls for nobody.
  signal.show(SignalState::Off);
}

std::optional<SignalState> SignalWorker::next_wish(milliseconds limit) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, limit, [this] { return is_stopping_ || wish_.has_value(); });
  return std::exchange(wish_, std::nullopt);
}

void SignalWorker::tell(SignalStatus status) {
  if (last_told_ == status) return;
  last_told_ = status;
  const bool there = status == SignalStatus::Ready;
  base::log(there ? LogEvent::DeviceFound : LogEvent::DeviceLost, {{"device", kDevice}});
  told_(there);
}

}  // namespace huimin::terminal
