#include "tests/printing/scripted_printer.h"

#include <algorithm>

namespace huimin::printing {

using devices::PortError;
using std::chrono::milliseconds;

class ScriptedStream : public devices::ByteStream {
 public:
  explicit ScriptedStream(ScriptedPrinter& printer) : printer_(printer) {}

  tl::expected<std::size_t, PortError> read_some(std::span<std::byte> into,
                                                 milliseconds timeout) override {
    if (!printer_.is_plugged) return tl::unexpected(PortError::Gone);
    auto& answers = printer_.answers_;
    const devices::MonoTime until = printer_.now + timeout;
    if (answers.empty() || answers.front().due > until) {
      printer_.now = until;
      return tl::unexpected(PortError::Timeout);
    }
    printer_.now = std::max(printer_.now, answers.front().due);
    std::size_t count = 0;
    while (count < into.size() && !answers.empty() && answers.front().due <= printer_.now) {
      into[count++] = std::byte{answers.front().byte};
      answers.pop_front();
    }
    return count;
  }

  tl::expected<void, PortError> write_all(std::span<const std::byte> bytes,
                                          milliseconds timeout) override {
    if (!printer_.takes_bytes) {
      printer_.now += timeout;
      return tl::unexpected(PortError::Timeout);
    }
    for (const std::byte byte : bytes) {
      if (!printer_.is_plugged) return tl::unexpected(PortError::Gone);
      printer_.take(std::to_integer<std::uint8_t>(byte));
    }
    return {};
  }

 private:
  ScriptedPrinter& printer_;
};

devices::MonoClock ScriptedPrinter::clock() {
  return [this] { return now; };
}

devices::PortOpener ScriptedPrinter::opener() {
  return [this]() -> devices::PortResult {
    ++opened;
    if (!is_plugged) return tl::unexpected(PortError::Gone);
    return std::make_unique<ScriptedStream>(*this);
  };
}

void ScriptedPrinter::mend() {
  trouble = Trouble::None;
  work();
}

// Power came back: nothing is buffered any more.
void ScriptedPrinter::plug_in() {
  is_plugged = true;
  buffer_.clear();
  answers_.clear();
  picture_left_ = 0;
}

void ScriptedPrinter::take(std::uint8_t byte) {
  received.push_back(byte);
  if (unplugged_after_bytes && received.size() >= *unplugged_after_bytes) {
    unplugged_after_bytes.reset();
    is_plugged = false;
    return;
  }
  arriving_.push_back(byte);
  if (!take_real_time()) return;
  buffer_.insert(buffer_.end(), arriving_.begin(), arriving_.end());
  arriving_.clear();
  work();
}

// Real-time commands act when they arrive, inside pictures too. False while one may still become
// complete.
bool ScriptedPrinter::take_real_time() {
  if (arriving_[0] != 0x10) return true;
  if (arriving_.size() == 1) return false;
  const bool status = arriving_[1] == 4;
  const bool recover = arriving_[1] == 5;
  if (!status && !recover) return true;
  if (arriving_.size() == 2) return false;
  if (status && answers_real_time) insert({real_time_bits(arriving_[2])}, now + real_time_delay);
  if (recover && arriving_[2] == 2 && drops_buffer_when_told) {
    buffer_.clear();
    picture_left_ = 0;
  }
  arriving_.clear();
  return true;
}

void ScriptedPrinter::work() {
  while (trouble == Trouble::None && work_one()) {
  }
}

bool ScriptedPrinter::work_one() {
  if (buffer_.empty()) return false;
  return picture_left_ > 0 ? work_picture() : work_command();
}

bool ScriptedPrinter::work_picture() {
  hanging.push_back(buffer_.front());
  buffer_.pop_front();
  --picture_left_;
  ++picture_bytes_;
  if (trouble_after_picture_bytes && picture_bytes_ == *trouble_after_picture_bytes) {
    trouble = coming_trouble;
  }
  return true;
}

bool ScriptedPrinter::work_command() {
  const auto has = [&](std::size_t count) { return buffer_.size() >= count; };
  const auto drop = [&](std::size_t count) {
    buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(count));
    return true;
  };
  const std::uint8_t first = buffer_[0];
  if (first != 0x1B && first != 0x1D) return drop(1);
  if (!has(2)) return false;
  if (first == 0x1B) return drop(2);
  switch (buffer_[1]) {
    case 'v':
      if (!has(8)) return false;
      picture_left_ = (buffer_[4] + 256U * buffer_[5]) * (buffer_[6] + 256U * buffer_[7]);
      return drop(8);
    case 'V':
      if (!has(4)) return false;
      papers.push_back(std::move(hanging));
      hanging.clear();
      if (trouble_after_cut) trouble = coming_trouble;
      return drop(4);
    case '(':
      if (!has(11)) return false;
      if (knows_marker) {
        answer_in_order({0x37, 0x22, buffer_[7], buffer_[8], buffer_[9], buffer_[10], 0x00});
      }
      if (trouble_after_marker) trouble = coming_trouble;
      return drop(11);
    case 'r':
      if (!has(3)) return false;
      if (knows_ordered_status) answer_in_order({0x00});
      return drop(3);
    case 'a':
      if (!has(3)) return false;
      if (knows_automatic_status) insert({0x10, 0x00, 0x00, 0x00}, now);
      return drop(3);
    default: return drop(2);
  }
}

// These come as late as the test wants, but none overtakes another.
void ScriptedPrinter::answer_in_order(const Bytes& bytes) {
  if (loses_markers) return;
  last_in_order_ = std::max(last_in_order_, now + marker_delay);
  insert(bytes, last_in_order_);
}

void ScriptedPrinter::insert(const Bytes& bytes, devices::MonoTime due) {
  const auto later = std::find_if(answers_.begin(), answers_.end(),
                                  [&](const Answer& other) { return other.due > due; });
  std::deque<Answer> group;
  for (const std::uint8_t byte : bytes) group.push_back({due, byte});
  answers_.insert(later, group.begin(), group.end());
}

std::uint8_t ScriptedPrinter::real_time_bits(std::uint8_t n) const {
  constexpr std::uint8_t kFixed = 0x12;
  const auto with = [](bool set, std::uint8_t bits) {
    return static_cast<std::uint8_t>(set ? kFixed | bits : kFixed);
  };
  switch (n) {
    case 1: return with(trouble != Trouble::None, 0x08);
    case 2:
      if (trouble == Trouble::FeedButton) return with(true, 0x08);
      if (trouble == Trouble::CutterJam) return with(true, 0x40);
      return trouble == Trouble::CoverOpen ? with(true, 0x04)
                                           : with(trouble == Trouble::PaperOut, 0x20);
    case 3: return with(trouble == Trouble::CutterJam, 0x08);
    default:
      return static_cast<std::uint8_t>(with(trouble == Trouble::PaperOut, 0x60) |
                                       (paper_is_low ? 0x0CU : 0U));
  }
}

}  // namespace huimin::printing
