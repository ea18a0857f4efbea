#include "screens/toolkit/fingers.h"

#include <algorithm>
#include <cmath>

namespace huimin::screens {

Fingers::Answer Fingers::down(FingerId id, Trace at, bool is_free) {
  Answer answer;
  answer.cancels = drop_stuck(at.at_ms);
  // A second "down" of one finger: its device lost the "up".
  if (const auto known = find(id); known != on_glass_.end()) answer.cancels |= drop(known);
  if (is_palm(at.at_ms)) {
    palm_ = answer.cancels = true;
    first_.reset();
  }
  on_glass_.push_back({id, at, at});
  if (palm_ || first_ || !is_free) return answer;
  first_ = id;
  answer.counts = true;
  return answer;
}

Fingers::Answer Fingers::move(FingerId id, Trace at, double still_px) {
  const auto finger = find(id);
  if (finger == on_glass_.end()) return {};
  const double moved = std::hypot(at.x - finger->moved.x, at.y - finger->moved.y);
  const bool stuck = at.at_ms - finger->moved.at_ms > kStuckMs;
  if (moved > still_px) finger->moved = at;
  if (first_ != id) return {};
  if (!stuck) return {.counts = true};
  first_.reset();
  return {.cancels = true};
}

Fingers::Answer Fingers::up(FingerId id, Trace at) {
  const auto finger = find(id);
  if (finger == on_glass_.end()) return {};
  const bool stuck = at.at_ms - finger->moved.at_ms > kStuckMs;
  if (!drop(finger)) return {};
  return {.cancels = stuck, .counts = !stuck};
}

void Fingers::forget() {
  on_glass_.clear();
  first_.reset();
  palm_ = false;
}

std::vector<Fingers::Finger>::iterator Fingers::find(FingerId id) {
  return std::find_if(on_glass_.begin(), on_glass_.end(),
                      [id](const Finger& finger) { return finger.id == id; });
}

// True if the finger that counts was one of them.
bool Fingers::drop_stuck(std::uint32_t now_ms) {
  bool was_first = false;
  for (auto finger = on_glass_.begin(); finger != on_glass_.end();) {
    const bool stuck = now_ms - finger->moved.at_ms > kStuckMs;
    if (!stuck) {
      ++finger;
      continue;
    }
    was_first |= first_ == finger->id;
    finger = on_glass_.erase(finger);
  }
  if (was_first) first_.reset();
  if (on_glass_.empty()) palm_ = false;
  return was_first;
}

// True if it was the finger that counts.
bool Fingers::drop(std::vector<Finger>::iterator finger) {
  const bool was_first = first_ == finger->id;
  on_glass_.erase(finger);
  if (was_first) first_.reset();
  if (on_glass_.empty()) palm_ = false;
  return was_first;
}

bool Fingers::is_palm(std::uint32_t now_ms) {
  if (!first_) return false;
  const auto finger = find(*first_);
  return finger != on_glass_.end() && now_ms - finger->began.at_ms <= kPalmMs;
}

}  // namespace huimin::screens
