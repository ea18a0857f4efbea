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
  put_off(envelopes_[sequence], now);
}

void Patience::question_failed(const std::string& id, base::MonoTime now) {
  put_off(questions_[id], now);
}

bool Patience::question_is_due(const std::string& id, base::MonoTime now) const {
  const auto found = questions_.find(id);
  return found == questions_.end() || found->second.at <= now;
}

void Patience::keep_questions(const std::set<std::string>& asked) {
  std::erase_if(questions_, [&](const auto& each) { return !asked.contains(each.first); });
}

void Patience::put_off(Due& due, base::MonoTime now) {
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
  const auto consider = [&](base::MonoTime due) {
    if (due > now) next = std::min(next, due);
  };
  consider(line_due_);
  for (const auto& each : envelopes_) consider(each.second.at);
  for (const auto& each : questions_) consider(each.second.at);
  return std::max(next - now, std::chrono::milliseconds(0));
}

}  // namespace huimin::uplink
