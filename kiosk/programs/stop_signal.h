#pragma once
// SIGTERM and SIGINT as a flag and a call, without doing anything in the handler itself.

#include <pthread.h>
#include <csignal>

#include <atomic>
#include <functional>
#include <thread>
#include <utility>

namespace huimin::programs {

// Make it before any other thread: the signals are then blocked everywhere and taken by one thread
// here.
class StopSignal {
 public:
  explicit StopSignal(std::function<void()> wake) : wake_(std::move(wake)) {
    sigset_t both;
    sigemptyset(&both);
    sigaddset(&both, SIGTERM);
    sigaddset(&both, SIGINT);
    pthread_sigmask(SIG_BLOCK, &both, nullptr);
    listener_ = std::thread([this, both] {
      int which = 0;
      sigwait(&both, &which);
      stopping_ = true;
      wake_();
    });
  }
  ~StopSignal() {
    if (!stopping_) pthread_kill(listener_.native_handle(), SIGTERM);
    listener_.join();
  }
  const std::atomic<bool>& stopping() const { return stopping_; }

 private:
  std::function<void()> wake_;
  std::atomic<bool> stopping_{false};
  std::thread listener_;
};

}  // namespace huimin::programs
