#pragma once
// One question and its answer over a line that may lose, garble or delay bytes.

#include <cstdint>
#include <memory>
#include <tl/expected.hpp>

#include "devices/id_card/protocol.h"
#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"

namespace huimin::devices {

enum class LinkError : std::uint8_t {
  NoAnswer,  // three tries without a whole, matching reply
  Gone,
};

// Used by one thread.
class SdtLink {
 public:
  SdtLink(std::unique_ptr<ByteStream> stream, MonoClock clock);

  // Sends the command up to three times, until a reply comes that can belong to it. What arrived
  // before is thrown away, so that a late answer is not taken for this one.
  tl::expected<sdt::Reply, LinkError> ask(sdt::Command command);

 private:
  void throw_away_input();
  tl::expected<sdt::Reply, LinkError> ask_once(sdt::Command command);

  std::unique_ptr<ByteStream> stream_;
  MonoClock clock_;
  sdt::ReplyParser parser_;
};

}  // namespace huimin::devices
