#pragma once
// The thread of the keypad: it posts each press, the headset, and whether the keypad is there.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "devices/keypad/evdev_keypad.h"

namespace huimin::terminal {

class KeypadWorker {
 public:
  // Called on the keypad's thread. KeypadBack or KeypadGone comes first, then only what changes.
  using Post = std::function<void(devices::KeypadEvent)>;

  // `address` as in devices/port/open_port.h, such as evdev:/dev/input/by-id/usb-...-event-kbd.
  KeypadWorker(std::string address, devices::KeypadOptions options, Post post);
  // Waits for the thread, a quarter of a second at most.
  ~KeypadWorker();
  KeypadWorker(const KeypadWorker&) = delete;
  KeypadWorker& operator=(const KeypadWorker&) = delete;

 private:
  void work(const std::string& address, devices::KeypadOptions options);
  bool is_stopping_within(std::chrono::milliseconds limit);

  Post post_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace huimin::terminal
