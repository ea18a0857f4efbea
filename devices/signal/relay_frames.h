#pragma once
// Frames of the common USB relay board with a CH340 serial chip (sold as LCUS-1, LCUS-2 and under
// many other names), 9600 baud 8N1. Pure.
//
// The layout is from public descriptions of these boards, not from a maker's manual: A0, channel
// (1 up), state (0 open, 1 closed), then the low byte of the sum of the three. No answer is known.

#include <array>
#include <cstddef>
#include <cstdint>

namespace huimin::devices {

using RelayFrame = std::array<std::byte, 4>;

RelayFrame make_relay_frame(std::uint8_t channel, bool is_closed);

}  // namespace huimin::devices
