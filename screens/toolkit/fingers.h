// Which of the fingers on the glass counts.
//
// The first one; a second beside it is ignored. Two that come down together are a palm, and count
// for nothing until all are lifted. A finger that lies still for long is dirt, water or something
// leaning on the glass: it counts for nothing, and others work again.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace huimin::screens {

// A place the pointer passed, in pixels, and when, in milliseconds of the event's clock.
struct Trace {
  double x = 0;
  double y = 0;
  std::uint32_t at_ms = 0;
};

struct FingerId {
  std::int64_t device = 0;
  std::int64_t finger = 0;
  bool operator==(const FingerId&) const = default;
};

// Two that come down within this are one hand. A guess: fingers that type one after the other are
// further apart.
inline constexpr std::uint32_t kPalmMs = 150;
// Lying still for longer than this is no touch. A guess: nobody thinks so long with a finger down.
inline constexpr std::uint32_t kStuckMs = 10'000;

class Fingers {
 public:
  struct Answer {
    bool cancels = false;  // what the finger that counted began is void; comes before `counts`
    bool counts = false;   // this event is one of the finger that counts
  };

  // `is_free`: nothing else, such as a mouse, holds the pointer.
  Answer down(FingerId id, Trace at, bool is_free);
  // `still_px`: moves within this are the trembling of a finger at rest.
  Answer move(FingerId id, Trace at, double still_px);
  Answer up(FingerId id, Trace at);

  // The finger that counts counts no longer; it still lies on the glass.
  void let_go() { first_.reset(); }
  // None lies on the glass that we know of.
  void forget();

 private:
  struct Finger {
    FingerId id;
    Trace began;
    Trace moved;  // where it was when it last moved
  };
  std::vector<Finger>::iterator find(FingerId id);
  bool drop_stuck(std::uint32_t now_ms);
  bool drop(std::vector<Finger>::iterator finger);
  bool is_palm(std::uint32_t now_ms);

  std::vector<Finger> on_glass_;
  std::optional<FingerId> first_;
  bool palm_ = false;
};

}  // namespace huimin::screens
