#pragma once
// What the Linux kernel says of keys and switches: struct input_event of <linux/input.h>, with the
// times of the monotonic clock.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"

namespace huimin::devices {

// Type, code and value as in <linux/input-event-codes.h>.
struct InputEvent {
  MonoTime at{};
  std::uint16_t type = 0;
  std::uint16_t code = 0;
  std::int32_t value = 0;  // keys: 0 released, 1 pressed, 2 held (repeats)

  bool operator==(const InputEvent&) const = default;
};

// Bytes as events, whatever portions they come in. Pure. The kernel gives whole events; on a line
// that lost bytes, those that cannot be an event are passed over until the next that can.
class InputEventReader {
 public:
  std::vector<InputEvent> take(std::span<const std::byte> bytes);

 private:
  std::vector<std::byte> begun_;
};

// The bytes of one event, as the kernel of this machine writes it; for twins and the port.
void append_input_event(std::vector<std::byte>& bytes, const InputEvent& event);

// Asks what stands behind a line for the state of its switches: one SYN_CONFIG event. A real event
// device is asked by the port; only twins are asked this way.
[[nodiscard]] tl::expected<void, PortError> ask_for_switches(ByteStream& line);

}  // namespace huimin::devices
