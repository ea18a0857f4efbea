#include "devices/signal/relay_frames.h"

namespace huimin::devices {

RelayFrame make_relay_frame(std::uint8_t channel, bool is_closed) {
  constexpr unsigned kStart = 0xA0;
  const unsigned state = is_closed ? 1 : 0;
  const unsigned sum = (kStart + channel + state) & 0xFF;
  return {std::byte{kStart}, static_cast<std::byte>(channel), static_cast<std::byte>(state),
          static_cast<std::byte>(sum)};
}

}  // namespace huimin::devices
