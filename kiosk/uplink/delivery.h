#pragma once
// Carries what waits in the queue to the county, and what the county says back into it.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>

#include "kiosk/base/clock.h"
#include "kiosk/queue/courier.h"
#include "kiosk/queue/doorbell.h"
#include "kiosk/uplink/county.h"
#include "kiosk/uplink/patience.h"

namespace huimin::uplink {

// Below zero in a queue entry's last status: there was no answer of the county. The value is
// -1 - NoAnswer; an acknowledgement that the county has not signed counts as NotTrusted.
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
  bool more = false;  // a round is short, so that a stop and the terminal's bell are heard
};

// One thread.
class Delivery {
 public:
  // `clock` outlives it.
  Delivery(queue::Courier courier, Post post, const base::Clock& clock, std::uint64_t seed);

  // Envelopes that are due, oldest first, at most 16, until the line is lost. Questions go before
  // each: a person waits.
  Round deliver();
  // Until something is due, at most `idle`.
  std::chrono::milliseconds next_within(std::chrono::milliseconds idle) const {
    return patience_.next_within(clock_.now().mono, idle);
  }
  // Somebody has reason to believe that the line is back: no wait of the line counts any more.
  void line_may_be_back() { patience_.line_works(); }

 private:
  base::MonoTime mono() const { return clock_.now().mono; }
  tl::expected<Reply, NoAnswer> post(std::string_view path, queue::ByteView header,
                                     queue::ByteView body);
  bool carry_questions(Round& round);
  bool carry_envelope(const queue::Outgoing& envelope, Round& round);
  // The status to keep with the envelope.
  int settle(const queue::Outgoing& envelope, const Reply& reply, Round& round);
  std::optional<queue::RecordError> take_acknowledgement(const queue::Outgoing& envelope,
                                                         const Reply& reply);

  queue::Courier courier_;
  Post post_;
  const base::Clock& clock_;
  bool line_lost_ = false;
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
