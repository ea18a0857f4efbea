#include "devices/keypad/evdev_keypad.h"

#include <linux/input-event-codes.h>

#include <array>
#include <utility>

namespace huimin::devices {
namespace {

// More presses than anybody makes between two looks; the rest is dropped.
constexpr std::size_t kMostWaiting = 64;

}  // namespace

EvdevKeypad::EvdevKeypad(PortOpener open, KeypadOptions options)
    : open_(std::move(open)), filter_(std::move(options.keys), options.times) {}

std::optional<KeypadEvent> EvdevKeypad::poll(std::chrono::milliseconds wait) {
  if (waiting_.empty()) {
    if (!stream_ && !connect()) {
      lose();
    } else if (waiting_.empty()) {
      receive(wait);
    }
  }
  return next();
}

bool EvdevKeypad::connect() {
  auto stream = open_();
  if (!stream) return false;
  stream_ = std::move(*stream);
  reader_ = InputEventReader{};
  filter_.release_all();
  if (status_.exchange(KeypadStatus::Ready) != KeypadStatus::Ready) {
    waiting_.emplace_back(KeypadBack{});
  }
  return true;
}

void EvdevKeypad::lose() {
  stream_.reset();
  filter_.lose_headset();
  status_ = KeypadStatus::Disconnected;
  if (!std::exchange(is_gone_told_, true)) waiting_.emplace_back(KeypadGone{});
}

void EvdevKeypad::receive(std::chrono::milliseconds wait) {
  std::array<std::byte, 1536> chunk{};
  const auto count = stream_->read_some(chunk, wait);
  if (!count) {
    if (count.error() != PortError::Timeout) lose();
    return;
  }
  for (const InputEvent& event : reader_.take(std::span(chunk).first(*count))) {
    if (event.type == EV_SYN && event.code == SYN_DROPPED) {
      // The kernel had to drop some: what is down and plugged in is only known to a fresh opening.
      stream_.reset();
      if (!connect()) lose();
      return;
    }
    auto said = filter_.take(event);
    if (said && waiting_.size() < kMostWaiting) waiting_.push_back(*said);
  }
}

std::optional<KeypadEvent> EvdevKeypad::next() {
  if (waiting_.empty()) return std::nullopt;
  const KeypadEvent event = waiting_.front();
  waiting_.pop_front();
  if (std::holds_alternative<KeypadBack>(event)) is_gone_told_ = false;
  return event;
}

}  // namespace huimin::devices
