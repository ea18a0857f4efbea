#include "kiosk/uplink/patience.h"

#include <algorithm>

namespace huimin::uplink {

std::chrono::milliseconds wait_after(int failures) {
  std::chrono::milliseconds wait = kFirstWait;
  for (int i = 1; i < failures && wait < kLongestWait; ++i) wait *= 2;
  return std::min(wait, kLongestWait);
}

std::chrono::milliseconds Patience::jittered(std::chrono::milliseconds wait) {
  std::uniform_int_distribution<std::int64_t> part(wait.count() / 2, wait.count());
  return std::chrono::milliseconds(part(random_));
}

void Patience::line_failed(base::MonoTime now) {
  ++line_failures_;
  line_due_ = now + jittered(wait_after(line_failures_));
}

void Patience::envelope_failed(std::uint64_t sequence, base::MonoTime now) {
  Due& due = envelopes_[sequence];
  ++due.failures;
  due.at = now + jittered(wait_after(due.failures));
}

std::vector<std::uint64_t> Patience::not_yet(base::MonoTime now) const {
  std::vector<std::uint64_t> waiting;
  for (const auto& [sequence, due] : envelopes_) {
    if (now < due.at) waiting.push_back(sequence);
  }
  return waiting;
}

std::chrono::milliseconds Patience::next_within(base::MonoTime now,
                                                std::chrono::milliseconds idle) const {
  base::MonoTime next = now + idle;
  if (line_due_ > now) next = std::min(next, line_due_);
  for (const auto& [sequence, due] : envelopes_) {
    if (due.at > now) next = std::min(next, due.at);
  }
  return std::max(next - now, std::chrono::milliseconds(0));
}

}  // namespace huimin::uplink
