#include "devices/simulators/relay_board_twin.h"

namespace huimin::devices::simulators {
namespace {

constexpr std::size_t kFrame = 4;

}  // namespace

std::string_view RelayBoardTwin::seen() const {
  if (is_bell_on()) return "urgent";
  return is_lamp_on() ? "calling" : "off";
}

void RelayBoardTwin::lose_power() {
  received_.clear();
  is_closed_ = {};
}

std::size_t RelayBoardTwin::take(std::span<const std::byte> from_host, MonoTime) {
  received_.insert(received_.end(), from_host.begin(), from_host.end());
  while (received_.size() >= kFrame) {
    const std::ptrdiff_t used = obey_front() ? kFrame : 1;
    received_.erase(received_.begin(), received_.begin() + used);
  }
  return from_host.size();
}

// False if what stands in front is no frame: the board waits for the next A0.
bool RelayBoardTwin::obey_front() {
  const auto byte = [this](std::size_t i) { return static_cast<unsigned>(received_[i]); };
  const bool is_frame = byte(0) == 0xA0 && byte(2) <= 1;
  if (!is_frame || ((byte(0) + byte(1) + byte(2)) & 0xFF) != byte(3)) return false;
  const unsigned channel = byte(1);
  if (channel >= 1 && channel <= is_closed_.size()) is_closed_[channel - 1] = byte(2) == 1;
  return true;
}

}  // namespace huimin::devices::simulators
