#pragma once
// The lamp, or lamp and bell, by which a terminal calls the staff of the hall.

#include <chrono>
#include <cstdint>

namespace huimin::devices {

enum class SignalState : std::uint8_t {
  Off,
  Calling,  // somebody asked for a person
  Urgent,   // and has waited too long, or is not well
};

// A word for logs and pokes.
const char* to_text(SignalState state);

enum class SignalStatus : std::uint8_t { Disconnected, Ready };

// show() and poll() are used by one device worker; status() by any thread.
class Signal {
 public:
  virtual ~Signal() = default;

  virtual SignalStatus status() const = 0;

  // Sends this state, at once if the device is there, and again whenever it returns. Waits at most
  // half a second for the line.
  virtual void show(SignalState state) = 0;

  // Looks after the device for at most `wait`: finds out that it is gone, opens it again, says the
  // state again from time to time. While it is gone this returns at once.
  virtual SignalStatus poll(std::chrono::milliseconds wait) = 0;
};

}  // namespace huimin::devices
