#include "devices/id_card/protocol.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace huimin::devices::sdt {
namespace {

constexpr std::array kPreamble{std::byte{0xAA}, std::byte{0xAA}, std::byte{0xAA}, std::byte{0x96},
                               std::byte{0x69}};
// The tail of the preamble that the parser looks for.
constexpr std::array kMarker{std::byte{0xAA}, std::byte{0x96}, std::byte{0x69}};

std::byte check_byte(std::span<const std::byte> bytes) {
  return std::accumulate(bytes.begin(), bytes.end(), std::byte{0},
                         [](std::byte sum, std::byte one) { return sum ^ one; });
}

bool is_request_refusal(std::uint8_t status) {
  return status == kRequestChecksumError || status == kRequestTimedOut || status == kBadCommand;
}

}  // namespace

std::vector<std::byte> encode_request(Command command) {
  const auto code = static_cast<std::uint16_t>(command);
  // Room first: growing by insert makes g++ 12 warn about bounds that are kept.
  std::vector<std::byte> frame;
  frame.reserve(kPreamble.size() + 5);
  frame.assign(kPreamble.begin(), kPreamble.end());
  const std::array body{std::byte{0x00}, std::byte{0x03}, static_cast<std::byte>(code >> 8),
                        static_cast<std::byte>(code & 0xFF)};
  for (const std::byte each : body) frame.push_back(each);
  frame.push_back(check_byte(body));
  return frame;
}

bool can_answer(Command command, const Reply& reply) {
  const std::uint8_t status = reply.status[2];
  const std::size_t size = reply.data.size();
  if (is_request_refusal(status)) return true;
  // A failure carries no data; 80 and 81 belong to find and select alone.
  if (status != kOk && status != kFound && status != kItemAbsent) {
    if (status == kFindFailed) return command == Command::FindCard;
    if (status == kSelectFailed) return command == Command::SelectCard;
    return true;
  }
  switch (command) {
    case Command::ResetSam:
    case Command::SelfTest: return status == kOk && size == 0;
    case Command::ReadSamId: return status == kOk && size == 16;
    // 4 bytes in all implementations read, 8 of serial number allowed.
    case Command::FindCard: return status == kFound && size <= 8;
    case Command::SelectCard: return status == kOk && size >= 1 && size <= 12;
    case Command::ReadBase: return status == kOk && size >= 4 + kTextSize;
    case Command::ReadNewAddress: return status == kItemAbsent || (status == kOk && size <= 280);
  }
  return false;
}

std::optional<BaseParts> split_base(std::span<const std::byte> data) {
  if (data.size() < 4) return std::nullopt;
  const auto number_at = [&data](std::size_t i) {
    return (static_cast<std::size_t>(data[i]) << 8) + static_cast<std::size_t>(data[i + 1]);
  };
  const std::size_t text = number_at(0);
  const std::size_t photo = number_at(2);
  if (data.size() != 4 + text + photo) return std::nullopt;
  return BaseParts{data.subspan(4, text), data.subspan(4 + text, photo)};
}

ReplyParser::~ReplyParser() { ::explicit_bzero(held_.data(), held_.size()); }

void ReplyParser::reset() {
  ::explicit_bzero(held_.data(), held_.size());
  size_ = 0;
}

std::vector<Reply> ReplyParser::take(std::span<const std::byte> bytes) {
  std::vector<Reply> whole;
  for (const std::byte one : bytes) {
    held_[size_++] = one;
    // Noise at the front may have hidden a frame that is whole by now, so look until more is
    // needed.
    for (Front front = judge_front(); front != Front::NeedsMore; front = judge_front()) {
      if (front == Front::Noise) {
        drop(1);
        continue;
      }
      const std::span body(held_.data() + kHeaderSize, front_size() - kHeaderSize);
      Reply reply;
      for (std::size_t i = 0; i < 3; ++i) reply.status[i] = static_cast<std::uint8_t>(body[i]);
      reply.data = PrivateBytes(body.subspan(3, body.size() - 4));
      whole.push_back(std::move(reply));
      drop(front_size());
    }
  }
  return whole;
}

ReplyParser::Front ReplyParser::judge_front() const {
  const std::size_t seen = std::min(size_, kMarker.size());
  if (!std::equal(kMarker.begin(), kMarker.begin() + static_cast<std::ptrdiff_t>(seen),
                  held_.begin())) {
    return Front::Noise;
  }
  if (size_ < kHeaderSize) return Front::NeedsMore;
  const std::size_t length = front_size() - kHeaderSize;
  if (length < kMinReplyLength || length > kMaxLength) return Front::Noise;
  if (size_ < front_size()) return Front::NeedsMore;
  const std::span checked(held_.data() + kMarker.size(), front_size() - kMarker.size() - 1);
  return check_byte(checked) == held_[front_size() - 1] ? Front::Whole : Front::Noise;
}

std::size_t ReplyParser::front_size() const {
  return kHeaderSize + (static_cast<std::size_t>(held_[3]) << 8) +
         static_cast<std::size_t>(held_[4]);
}

void ReplyParser::drop(std::size_t count) {
  std::copy(held_.begin() + static_cast<std::ptrdiff_t>(count),
            held_.begin() + static_cast<std::ptrdiff_t>(size_), held_.begin());
  size_ -= count;
  ::explicit_bzero(held_.data() + size_, count);
}

}  // namespace huimin::devices::sdt
