#pragma once
// Carries what waits in the queue to the county, and what the county says back into it.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>

#include "kiosk/base/clock.h"
#include "kiosk/queue/courier.h"
#include "kiosk/queue/doorbell.h"
#include "kiosk/uplink/county.h"
#include "kiosk/uplink/patience.h"

namespace huimin::uplink {

// Below zero in a queue entry's last status: there was no HTTP answer. The value is -1 - NoAnswer.
int code_of(NoAnswer why);

// A county as tests may play it.
using Post =
    std::function<tl::expected<Reply, NoAnswer>(std::string_view path, const std::string& json)>;

// What one round did.
struct Round {
  int acknowledged = 0;
  int refused = 0;
  int put_off = 0;   // answered, but not taken now
  int answered = 0;  // questions
  bool line_lost = false;
};

// One thread.
class Delivery {
 public:
  Delivery(queue::Courier courier, Post post, std::uint64_t seed);

  // Questions first (a person waits), then every envelope that is due, oldest first, until the line
  // is lost.
  Round deliver(base::Instant now);
  std::chrono::milliseconds next_within(base::Instant now, std::chrono::milliseconds idle) const {
    return patience_.next_within(now.mono, idle);
  }
  // Somebody has reason to believe that the line is back: no wait of the line counts any more.
  void line_may_be_back() { patience_.line_works(); }

 private:
  bool carry_questions(Round& round, base::Instant now);
  bool carry_envelope(const queue::Outgoing& envelope, Round& round, base::Instant now);
  void settle(const queue::Outgoing& envelope, const Reply& reply, Round& round, base::Instant now);

  queue::Courier courier_;
  Post post_;
  Patience patience_;
};

struct UplinkSetup {
  std::filesystem::path state_dir;
  CountySetup county;
};

// The program's loop: waits for the bell, delivers, rings the terminal. Returns when `stopping` is
// set and the bell rings, or with the error that keeps it from starting.
tl::expected<void, std::string> run_uplink(const UplinkSetup& setup, const base::Clock& clock,
                                           queue::Doorbell& bell,
                                           const std::atomic<bool>& stopping);

}  // namespace huimin::uplink
