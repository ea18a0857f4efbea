#include "devices/scanner/line_scanner.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace huimin::devices {
namespace {

using std::chrono::milliseconds;

// More codes than anybody can hold there between two looks; the rest is dropped.
constexpr std::size_t kMostWaiting = 16;

// A line that never falls silent must not hold the worker.
constexpr std::size_t kMostThrownAway = 64 * 1024;

}  // namespace

LineScanner::LineScanner(PortOpener open, ScannerTimes times, MonoClock clock)
    : open_(std::move(open)), times_(times), clock_(std::move(clock)) {}

ScanEvent LineScanner::poll(milliseconds wait) {
  if (!stream_ && !connect()) return ScannerGone{};
  // What lies in the line's buffer came before this look, so before the screen that asked to
  // forget.
  if (forget_if_asked()) throw_away_input();
  if (waiting_.empty()) receive(clock_() + wait);
  forget_if_asked();
  if (!waiting_.empty()) {
    ScanEvent event = std::move(waiting_.front());
    waiting_.pop_front();
    return event;
  }
  if (!stream_) return ScannerGone{};
  return NothingScanned{};
}

bool LineScanner::connect() {
  auto stream = open_();
  if (!stream) return false;
  stream_ = std::move(*stream);
  assembler_ = LineAssembler{};
  status_ = ScannerStatus::Ready;
  return true;
}

bool LineScanner::forget_if_asked() {
  if (!must_forget_.exchange(false)) return false;
  assembler_.forget();
  waiting_.clear();
  return true;
}

// What is thrown away still counts as seen, so that the next repeat of a held code is not a new
// read.
void LineScanner::throw_away_input() {
  std::array<std::byte, 512> chunk{};
  for (std::size_t thrown = 0; thrown < kMostThrownAway;) {
    const auto count = stream_->read_some(chunk, milliseconds{0});
    if (!count) break;
    last_byte_at_ = clock_();
    keep(assembler_.take(std::span(chunk).first(*count)));
    thrown += *count;
  }
  assembler_.forget();
  waiting_.clear();
}

void LineScanner::receive(MonoTime until) {
  std::array<std::byte, 512> chunk{};
  while (waiting_.empty()) {
    const MonoTime now = clock_();
    const MonoTime patience = last_byte_at_ + times_.end_of_line;
    if (assembler_.has_begun() && now >= patience) {
      if (const auto refused = assembler_.end_of_patience()) waiting_.emplace_back(*refused);
      return;
    }
    const MonoTime wake = assembler_.has_begun() ? std::min(until, patience) : until;
    const auto count = stream_->read_some(chunk, std::max(milliseconds{0}, wake - now));
    // Bytes that woke this look came after the call to forget, if there was one.
    forget_if_asked();
    if (count) {
      last_byte_at_ = clock_();
      keep(assembler_.take(std::span(chunk).first(*count)));
    } else if (count.error() != PortError::Timeout) {
      stream_.reset();
      status_ = ScannerStatus::Disconnected;
      return;
    }
    if (clock_() >= until) return;
  }
}

void LineScanner::keep(std::vector<ScanEvent> lines) {
  for (auto& line : lines) {
    const auto* scanned = std::get_if<Scanned>(&line);
    if (scanned != nullptr && is_repeat(scanned->text)) continue;
    if (waiting_.size() < kMostWaiting) waiting_.push_back(std::move(line));
  }
}

bool LineScanner::is_repeat(const std::string& text) {
  const MonoTime now = clock_();
  const std::size_t code = std::hash<std::string>{}(text);
  const bool is_same = has_last_code_ && code == last_code_;
  const bool is_soon = now - last_code_at_ < times_.same_read;
  has_last_code_ = true;
  last_code_ = code;
  last_code_at_ = now;
  return is_same && is_soon;
}

}  // namespace huimin::devices
