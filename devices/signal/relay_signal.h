#pragma once
// Lamp and bell on two relays of a USB board. A board with one relay has only the lamp.

#include <atomic>
#include <cstdint>
#include <memory>

#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"
#include "devices/signal/signal.h"

namespace huimin::devices {

struct RelayOptions {
  std::uint8_t lamp = 1;  // channel; closed while Calling or Urgent
  std::uint8_t bell = 2;  // closed while Urgent
  // The board says nothing of itself: after a dip of its power it would stay dark for this long.
  std::chrono::milliseconds say_again{10'000};
};

class RelaySignal final : public Signal {
 public:
  explicit RelaySignal(PortOpener open, RelayOptions options = {}, MonoClock clock = mono_now);

  SignalStatus status() const override { return status_; }
  void show(SignalState state) override;
  SignalStatus poll(std::chrono::milliseconds wait) override;

 private:
  bool connect();
  void lose();
  bool send();

  PortOpener open_;
  RelayOptions options_;
  MonoClock clock_;
  std::unique_ptr<ByteStream> stream_;
  SignalState state_ = SignalState::Off;
  MonoTime said_at_{};
  std::atomic<SignalStatus> status_{SignalStatus::Disconnected};
};

}  // namespace huimin::devices
