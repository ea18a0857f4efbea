#include "devices/simulators/twin.h"

#include <algorithm>

namespace huimin::devices::simulators {

void Outgoing::say(std::vector<std::byte> bytes, MonoTime due) {
  if (!waiting_.empty()) due = std::max(due, waiting_.back().due);
  waiting_.push_back({due, std::move(bytes)});
}

std::vector<std::byte> Outgoing::due_by(MonoTime at) {
  std::vector<std::byte> bytes;
  while (!waiting_.empty() && waiting_.front().due <= at) {
    const auto& front = waiting_.front().bytes;
    bytes.insert(bytes.end(), front.begin(), front.end());
    waiting_.pop_front();
  }
  return bytes;
}

std::optional<MonoTime> Outgoing::next_due() const {
  if (waiting_.empty()) return std::nullopt;
  return waiting_.front().due;
}

}  // namespace huimin::devices::simulators
