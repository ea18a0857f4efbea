#include "kiosk/terminal/keypad_worker.h"

#include <utility>
#include <variant>

#include "devices/port/open_port.h"
#include "kiosk/base/log.h"

namespace huimin::terminal {

using base::LogEvent;
using std::chrono::milliseconds;

namespace {

// A key ends the wait; each wait that ends by itself costs an idle terminal CPU.
constexpr milliseconds kWait{1000};
// How late a keypad that was plugged in again is noticed.
constexpr milliseconds kPauseWhileGone{500};
// The keypad in the log, beside the numbers in device_workers.cpp.
constexpr int kDevice = 4;

void log_presence(const devices::KeypadEvent& event) {
  if (std::holds_alternative<devices::KeypadBack>(event)) {
    base::log(LogEvent::DeviceFound, {{"device", kDevice}});
  }
  if (std::holds_alternative<devices::KeypadGone>(event)) {
    base::log(LogEvent::DeviceLost, {{"device", kDevice}});
  }
}

}  // namespace

KeypadWorker::KeypadWorker(std::string address, devices::KeypadOptions options, Post post)
    : post_(std::move(post)),
      thread_([this, address = std::move(address), options = std::move(options)] {
        work(address, options);
      }) {}

KeypadWorker::~KeypadWorker() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void KeypadWorker::work(const std::string& address, devices::KeypadOptions options) {
  devices::EvdevKeypad keypad(devices::opener_for(address), std::move(options));
  while (!is_stopping_within(milliseconds{0})) {
    if (const auto event = keypad.poll(kWait)) {
      log_presence(*event);
      post_(*event);
    } else if (keypad.status() == devices::KeypadStatus::Disconnected) {
      if (is_stopping_within(kPauseWhileGone)) return;
    }
  }
}

bool KeypadWorker::is_stopping_within(milliseconds limit) {
  std::unique_lock lock(mutex_);
  return stopped_.wait_for(lock, limit, [this] { return is_stopping_; });
}

}  // namespace huimin::terminal
