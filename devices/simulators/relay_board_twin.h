#pragma once
// The twin of a USB relay board with a lamp on its first relay and a bell on its second.

#include <array>
#include <string_view>

#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

class RelayBoardTwin final : public Twin {
 public:
  bool is_lamp_on() const { return is_closed_[0]; }
  bool is_bell_on() const { return is_closed_[1]; }

  // What the hall sees and hears: "off", "calling" (lamp), "urgent" (bell).
  std::string_view seen() const;

  // Unplugged, or a dip of the power: the relays open.
  void lose_power();

  std::size_t take(std::span<const std::byte> from_host, MonoTime at) override;
  std::vector<std::byte> give(MonoTime) override { return {}; }
  std::optional<MonoTime> next_due() const override { return std::nullopt; }

 private:
  bool obey_front();

  std::vector<std::byte> received_;
  std::array<bool, 2> is_closed_{};
};

}  // namespace huimin::devices::simulators
