#pragma once
// A county that answers by script, and a terminal's queue that is carried to it.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "kiosk/uplink/delivery.h"
#include "tests/queue/hall.h"

namespace huimin::uplink::testing {

class FakeClock final : public base::Clock {
 public:
  base::Instant now() const override { return at; }
  void pass(std::chrono::milliseconds time) {
    at.wall += time;
    at.mono += time;
  }
  base::Instant at = queue::testing::instant();
};

using Answer = tl::expected<Reply, NoAnswer>;

class ScriptedCounty {
 public:
  explicit ScriptedCounty(const queue::testing::Hall& hall) : hall_(hall) {}

  // For Delivery.
  Answer operator()(std::string_view path, const std::string& json);
  // What the next posts of this envelope are answered, in turn, before it is acknowledged.
  void script(std::uint64_t sequence, std::vector<Answer> answers);

  // An honest acknowledgement of an envelope's header.
  Reply acknowledge(const queue::Header& header) const;

  bool line_is_up = true;
  Answer questions = Reply{200, "{\"answer\":\"AAEC\"}"};
  std::function<void()> meanwhile;  // runs during each post
  std::vector<std::string> seen;    // "question" or the sequence, in order
  std::vector<std::string> bodies;

 private:
  const queue::testing::Hall& hall_;
  std::map<std::uint64_t, std::vector<Answer>> scripts_;
};

// A problem document as the intake writes it.
Reply problem(int status, const std::string& name);

}  // namespace huimin::uplink::testing
