#include "devices/simulators/card_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huimin::devices::simulators {
namespace {

using Bytes = std::vector<std::byte>;
using std::chrono::milliseconds;

constexpr std::array kPreamble{std::byte{0xAA}, std::byte{0xAA}, std::byte{0xAA}, std::byte{0x96},
                               std::byte{0x69}};
constexpr std::size_t kRequestSize = 10;

// What a module needs to think, and its line at 115200 baud: 11.5 bytes in a millisecond.
constexpr milliseconds kThinking{15};
milliseconds on_the_line(std::size_t bytes) { return milliseconds{bytes * 10 / 115}; }

// Longer than any driver waits for any answer.
constexpr milliseconds kTooLate{2900};

std::byte check_byte(std::span<const std::byte> bytes) {
  std::byte sum{0};
  for (const std::byte one : bytes) sum ^= one;
  return sum;
}

// A reply with this third status byte.
Bytes reply(unsigned status, std::span<const std::byte> data = {}) {
  const std::size_t length = 3 + data.size() + 1;
  Bytes body{static_cast<std::byte>(length >> 8), static_cast<std::byte>(length & 0xFF),
             std::byte{0}, std::byte{0}, static_cast<std::byte>(status)};
  body.insert(body.end(), data.begin(), data.end());
  Bytes frame(kPreamble.begin(), kPreamble.end());
  frame.insert(frame.end(), body.begin(), body.end());
  frame.push_back(check_byte(body));
  return frame;
}

CardMoment moment_of(unsigned command) {
  switch (command) {
    case 0x10FF: return CardMoment::Reset;
    case 0x11FF: return CardMoment::SelfTest;
    case 0x2001: return CardMoment::Find;
    case 0x2002: return CardMoment::Select;
    case 0x3001: return CardMoment::Read;
    case 0x3003: return CardMoment::NewAddress;
    default: return CardMoment::Any;
  }
}

// The others strike where the card itself is asked.
bool is_on_the_line(CardFault fault) {
  return fault != CardFault::Select && fault != CardFault::Unreadable &&
         fault != CardFault::LiftInRead;
}

}  // namespace

void CardReaderTwin::place(CardImage card) {
  card_ = std::move(card);
  state_ = CardState::Resting;
}

void CardReaderTwin::lift() {
  card_.reset();
  state_ = CardState::Resting;
}

void CardReaderTwin::fail(CardFault fault, int times, CardMoment moment) {
  fault_ = fault;
  fault_times_ = times;
  fault_moment_ = moment;
  if (fault == CardFault::Select) fault_moment_ = CardMoment::Select;
  if (fault == CardFault::Unreadable || fault == CardFault::LiftInRead) {
    fault_moment_ = CardMoment::Read;
  }
}

std::size_t CardReaderTwin::take(std::span<const std::byte> from_host, MonoTime at) {
  for (const std::byte one : from_host) {
    request_.push_back(one);
    const std::size_t seen = std::min(request_.size(), kPreamble.size());
    if (!std::equal(request_.begin(), request_.begin() + static_cast<std::ptrdiff_t>(seen),
                    kPreamble.begin())) {
      request_.assign(1, one);
      if (one != kPreamble[0]) request_.clear();
    }
    if (request_.size() == kRequestSize) consume_request(at);
  }
  return from_host.size();
}

// Every request this product sends is ten bytes long; another length is a bad one.
void CardReaderTwin::consume_request(MonoTime at) {
  const Bytes request = std::exchange(request_, {});
  const std::span body(request.data() + kPreamble.size(), 4);
  const unsigned command = (static_cast<unsigned>(body[2]) << 8) | static_cast<unsigned>(body[3]);
  if (check_byte(body) != request.back()) return send(reply(0x10), CardMoment::Any, at);
  if (body[0] != std::byte{0} || body[1] != std::byte{3}) {
    return send(reply(0x21), CardMoment::Any, at);
  }
  send(answer_to(command), moment_of(command), at);
}

Bytes CardReaderTwin::answer_to(unsigned command) {
  constexpr Bytes::size_type kSamIdSize = 16;
  switch (command) {
    case 0x10FF: return reset();
    case 0x11FF: return reply(is_broken_ ? 0x60 : 0x90);
    case 0x12FF: {
      const Bytes id(kSamIdSize, std::byte{5});
      return reply(0x90, id);
    }
    case 0x2001: return find();
    case 0x2002: return select();
    case 0x3001: return read_base();
    case 0x3003: return read_new_address();
    default: return reply(0x21);
  }
}

Bytes CardReaderTwin::reset() {
  ++resets_;
  state_ = CardState::Resting;
  return reply(0x90);
}

Bytes CardReaderTwin::find() {
  // A card that was read stays silent to searches until it leaves the field or the field is
  // switched off.
  if (!card_ || state_ == CardState::Read) return reply(0x80);
  state_ = CardState::Found;
  const Bytes none(4, std::byte{0});
  return reply(0x9F, none);
}

Bytes CardReaderTwin::select() {
  if (!card_ || state_ != CardState::Found || strikes(CardFault::Select)) return reply(0x81);
  state_ = CardState::Selected;
  const Bytes none(8, std::byte{0});
  return reply(0x90, none);
}

Bytes CardReaderTwin::read_base() {
  if (!card_ || state_ != CardState::Selected || strikes(CardFault::Unreadable)) return reply(0x41);
  Bytes data{std::byte{0x01}, std::byte{0x00}, std::byte{0x04}, std::byte{0x00}};
  data.insert(data.end(), card_->text.begin(), card_->text.end());
  data.insert(data.end(), card_->photo.begin(), card_->photo.end());
  Bytes frame = reply(0x90, data);
  if (strikes(CardFault::LiftInRead)) {
    lift();
    frame.resize(frame.size() / 2);
    return frame;
  }
  state_ = CardState::Read;
  ++reads_;
  return frame;
}

Bytes CardReaderTwin::read_new_address() const {
  return reply(card_ && state_ == CardState::Read ? 0x91 : 0x41);
}

void CardReaderTwin::send(Bytes frame, CardMoment moment, MonoTime at) {
  MonoTime due = at + kThinking + on_the_line(frame.size());
  if (strikes_at(moment)) {
    switch (fault_) {
      case CardFault::Cut: frame.resize(frame.size() / 2); break;
      case CardFault::Checksum: frame.back() ^= std::byte{0x55}; break;
      case CardFault::Stray:
        frame.insert(frame.begin() + 1, std::byte{0});
        frame.insert(frame.begin(), {std::byte{0xAA}, std::byte{0x96}, std::byte{0x42}});
        break;
      case CardFault::Silent: frame.clear(); break;
      case CardFault::Late: due += kTooLate; break;
      case CardFault::Refuse: frame = reply(0x10); break;
      case CardFault::Select:
      case CardFault::Unreadable:
      case CardFault::LiftInRead: break;
    }
    --fault_times_;
  }
  outgoing_.say(std::move(frame), due);
}

bool CardReaderTwin::strikes(CardFault fault) {
  if (fault_ != fault || fault_times_ <= 0) return false;
  --fault_times_;
  return true;
}

bool CardReaderTwin::strikes_at(CardMoment moment) const {
  return is_on_the_line(fault_) && fault_times_ > 0 &&
         (fault_moment_ == CardMoment::Any || fault_moment_ == moment);
}

}  // namespace huimin::devices::simulators
