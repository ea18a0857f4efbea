#pragma once
// The thread of the hall's signal: it shows the state that is wanted, as soon as the device is
// there.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "devices/signal/relay_signal.h"

namespace huimin::terminal {

class SignalWorker {
 public:
  // Called on the signal's thread: at once, and whenever it changes. A signal that is not there
  // means that nobody in the hall sees the call: the screen must say how else to find somebody.
  using Told = std::function<void(bool there)>;

  // `address` as in devices/port/open_port.h, such as serial:/dev/ttyUSB0,9600.
  SignalWorker(std::string address, devices::RelayOptions options, Told told);
  // Puts the signal out and waits for the thread, a second at most.
  ~SignalWorker();
  SignalWorker(const SignalWorker&) = delete;
  SignalWorker& operator=(const SignalWorker&) = delete;

  // Any thread; returns at once. Only the last wish counts.
  void want(devices::SignalState state);

 private:
  void work(const std::string& address, devices::RelayOptions options);
  std::optional<devices::SignalState> next_wish(std::chrono::milliseconds limit);
  void tell(devices::SignalStatus status);

  Told told_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<devices::SignalState> wish_;
  bool is_stopping_ = false;
  std::optional<devices::SignalStatus> last_told_;  // of the worker's thread
  std::thread thread_;
};

}  // namespace huimin::terminal
