#pragma once
// SIGTERM and SIGINT as a flag and a call, without doing anything in a signal handler.

#include <pthread.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>
#include <utility>

namespace huimin::programs {

// First thing in main, before any thread: every thread then leaves these signals to StopSignal.
inline void block_stop_signals() {
  sigset_t both;
  sigemptyset(&both);
  sigaddset(&both, SIGTERM);
  sigaddset(&both, SIGINT);
  pthread_sigmask(SIG_BLOCK, &both, nullptr);
}

// Waits for a signal on a thread of its own; then sets the flag and calls `wake` there, once.
class StopSignal {
 public:
  explicit StopSignal(std::function<void()> wake)
      : wake_(std::move(wake)), listener_([this] { listen(); }) {}
  ~StopSignal() {
    if (!stopping_) pthread_kill(listener_.native_handle(), SIGTERM);
    listener_.join();
  }
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  const std::atomic<bool>& stopping() const { return stopping_; }

 private:
  void listen() {
    sigset_t both;
    sigemptyset(&both);
    sigaddset(&both, SIGTERM);
    sigaddset(&both, SIGINT);
    int which = 0;
    sigwait(&both, &which);
    stopping_ = true;
    wake_();
  }

  std::function<void()> wake_;
  std::atomic<bool> stopping_{false};
  std::thread listener_;
};

}  // namespace huimin::programs
