#include "devices/id_card/sdt_link.h"

#include <array>
#include <cstring>

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;

constexpr int kTries = 3;
constexpr milliseconds kWriteTimeout{500};

// A line that never falls silent must not hold the worker: this many bytes are thrown away at most.
constexpr std::size_t kMostThrownAway = 16 * 1024;

// About five times what hosts in the field allow for find and select, a little more for the long
// replies.
milliseconds reply_timeout(sdt::Command command) {
  switch (command) {
    case sdt::Command::FindCard:
    case sdt::Command::SelectCard:
    case sdt::Command::SelfTest: return milliseconds{500};
    case sdt::Command::ResetSam:
    case sdt::Command::ReadSamId: return milliseconds{1000};
    case sdt::Command::ReadBase:
    case sdt::Command::ReadNewAddress: return milliseconds{2500};
  }
  return milliseconds{500};
}

bool was_refused(const sdt::Reply& reply) {
  const auto status = reply.status[2];
  return status == sdt::kRequestChecksumError || status == sdt::kRequestTimedOut ||
         status == sdt::kBadCommand;
}

// A read buffer that leaves nothing behind.
struct Chunk {
  std::array<std::byte, 512> bytes{};
  Chunk() = default;
  Chunk(const Chunk&) = delete;
  Chunk& operator=(const Chunk&) = delete;
  ~Chunk() { ::explicit_bzero(bytes.data(), bytes.size()); }
};

}  // namespace

SdtLink::SdtLink(std::unique_ptr<ByteStream> stream, MonoClock clock)
    : stream_(std::move(stream)), clock_(std::move(clock)) {}

tl::expected<sdt::Reply, LinkError> SdtLink::ask(sdt::Command command) {
  tl::expected<sdt::Reply, LinkError> answer = tl::unexpected(LinkError::NoAnswer);
  for (int i = 0; i < kTries; ++i) {
    answer = ask_once(command);
    if (answer || answer.error() == LinkError::Gone) break;
  }
  return answer;
}

tl::expected<sdt::Reply, LinkError> SdtLink::ask_once(sdt::Command command) {
  throw_away_input();
  const auto sent = stream_->write_all(sdt::encode_request(command), kWriteTimeout);
  if (!sent) {
    return tl::unexpected(sent.error() == PortError::Timeout ? LinkError::NoAnswer
                                                             : LinkError::Gone);
  }
  const MonoTime deadline = clock_() + reply_timeout(command);
  Chunk chunk;
  for (MonoTime now = clock_(); now < deadline; now = clock_()) {
    const auto count = stream_->read_some(chunk.bytes, deadline - now);
    if (!count && count.error() != PortError::Timeout) return tl::unexpected(LinkError::Gone);
    if (!count) break;
    for (auto& reply : parser_.take(std::span(chunk.bytes).first(*count))) {
      if (!sdt::can_answer(command, reply)) continue;
      if (was_refused(reply)) return tl::unexpected(LinkError::NoAnswer);
      return std::move(reply);
    }
  }
  return tl::unexpected(LinkError::NoAnswer);
}

void SdtLink::throw_away_input() {
  parser_.reset();
  Chunk chunk;
  for (std::size_t thrown = 0; thrown < kMostThrownAway;) {
    const auto count = stream_->read_some(chunk.bytes, milliseconds{0});
    if (!count) return;
    thrown += *count;
  }
}

}  // namespace huimin::devices
