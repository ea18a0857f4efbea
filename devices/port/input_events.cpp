#include "devices/port/input_events.h"

#include <linux/input.h>

#include <cstring>

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kSize = sizeof(input_event);
constexpr milliseconds kWriteTimeout{200};

// Microseconds below a second, a known type, a known code: what the kernel never breaks.
bool is_possible(const input_event& raw) {
  return raw.input_event_sec >= 0 && raw.input_event_usec >= 0 &&
         raw.input_event_usec < 1'000'000 && raw.type <= EV_MAX && raw.code <= KEY_MAX;
}

// Far beyond the age of any machine; keeps the sum below from overflowing.
constexpr std::int64_t kMostSeconds = std::int64_t{1} << 40;

InputEvent to_event(const input_event& raw) {
  const std::int64_t seconds = raw.input_event_sec % kMostSeconds;
  const milliseconds since{seconds * 1000 + raw.input_event_usec / 1000};
  return {MonoTime{since}, raw.type, raw.code, raw.value};
}

}  // namespace

std::vector<InputEvent> InputEventReader::take(std::span<const std::byte> bytes) {
  begun_.insert(begun_.end(), bytes.begin(), bytes.end());
  std::vector<InputEvent> events;
  std::size_t from = 0;
  while (begun_.size() - from >= kSize) {
    input_event raw{};
    std::memcpy(&raw, begun_.data() + from, kSize);
    if (!is_possible(raw)) {
      ++from;
      continue;
    }
    events.push_back(to_event(raw));
    from += kSize;
  }
  begun_.erase(begun_.begin(), begun_.begin() + static_cast<std::ptrdiff_t>(from));
  return events;
}

void append_input_event(std::vector<std::byte>& bytes, const InputEvent& event) {
  const auto since = event.at.time_since_epoch().count();
  input_event raw{};
  raw.input_event_sec = since / 1000;
  raw.input_event_usec = since % 1000 * 1000;
  raw.type = event.type;
  raw.code = event.code;
  raw.value = event.value;
  const auto raw_bytes = std::as_bytes(std::span(&raw, 1));
  bytes.insert(bytes.end(), raw_bytes.begin(), raw_bytes.end());
}

tl::expected<void, PortError> ask_for_switches(ByteStream& line) {
  std::vector<std::byte> question;
  append_input_event(question, {MonoTime{}, EV_SYN, SYN_CONFIG, 1});
  return line.write_all(question, kWriteTimeout);
}

}  // namespace huimin::devices
