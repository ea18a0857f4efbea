// The mechanism: reception, real-time commands, paper and cover. What the commands do is in
// escpos_commands.cpp.

#include "devices/simulators/escpos_printer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huimin::devices::simulators {
namespace {

using std::chrono::milliseconds;

constexpr std::byte kDle{0x10};
constexpr std::byte kEot{0x04};
constexpr std::byte kEnq{0x05};

// DLE DC4 8: clear the buffers; the arguments are fixed so that no image holds them by chance.
constexpr std::array kClearCommand{
    std::byte{0x10}, std::byte{0x14}, std::byte{0x08}, std::byte{0x01}, std::byte{0x03},
    std::byte{0x14}, std::byte{0x01}, std::byte{0x06}, std::byte{0x02}, std::byte{0x08}};

}  // namespace

void EscPosPrinter::set_paper(PaperSupply supply, MonoTime at) {
  const bool is_new_roll = supply_ == PaperSupply::Out && supply != PaperSupply::Out;
  supply_ = supply;
  raster_bytes_until_end_.reset();
  // Who changes the roll takes the old end away with what is on it.
  if (is_new_roll && paper_.has_ink()) pieces_.push_back(paper_.take(/*cut=*/false));
  work(at);
  report_change(at);
}

void EscPosPrinter::set_cover_open(bool open, MonoTime at) {
  is_cover_open_ = open;
  work(at);
  report_change(at);
}

void EscPosPrinter::set_online(bool online, MonoTime at) {
  is_online_ = online;
  work(at);
  report_change(at);
}

void EscPosPrinter::set_cutter_jammed(bool jammed, MonoTime at) {
  is_cutter_jammed_ = jammed;
  if (!jammed && is_cut_pending_) cut();
  work(at);
  report_change(at);
}

std::vector<Piece> EscPosPrinter::take_pieces() { return std::exchange(pieces_, {}); }

std::size_t EscPosPrinter::take(std::span<const std::byte> from_host, MonoTime at) {
  std::size_t taken = 0;
  for (const std::byte one : from_host) {
    if (received_.size() >= traits_.buffer_bytes) break;
    ++taken;
    received_.push_back(one);
    watch_real_time(one, at);
    work(at);
  }
  report_change(at);
  return taken;
}

std::vector<std::byte> EscPosPrinter::give(MonoTime at) {
  auto bytes = urgent_.due_by(at);
  const auto more = in_turn_.due_by(at);
  bytes.insert(bytes.end(), more.begin(), more.end());
  return bytes;
}

std::optional<MonoTime> EscPosPrinter::next_due() const {
  const auto urgent = urgent_.next_due();
  const auto in_turn = in_turn_.next_due();
  if (!urgent || !in_turn) return urgent ? urgent : in_turn;
  return std::min(*urgent, *in_turn);
}

bool EscPosPrinter::can_work() const {
  return supply_ != PaperSupply::Out && !is_cover_open_ && is_online_ && !is_cut_pending_;
}

void EscPosPrinter::work(MonoTime at) {
  now_ = at;
  while (can_work() && !received_.empty()) {
    const std::byte one = received_.front();
    received_.pop_front();
    paper_.keep_byte(one);
    decoder_.take(one, *this);
  }
}

// Real-time commands act when they are received and stay in the buffer: outside an image they do
// nothing there, inside one they are dots as well.
void EscPosPrinter::watch_real_time(std::byte one, MonoTime at) {
  real_time_.push_back(one);
  if (real_time_.size() > kClearCommand.size()) real_time_.erase(real_time_.begin());
  const std::size_t size = real_time_.size();
  if (size < 3) return;
  const std::byte first = real_time_[size - 3];
  const std::byte second = real_time_[size - 2];
  if (first == kDle && second == kEot) answer_real_time_status(one, at);
  // Only a printer that is stopped has something to recover from.
  const bool may_clear = traits_.clears_on_request && !can_work();
  const bool is_recover = first == kDle && second == kEnq && one == std::byte{2};
  const bool is_clear =
      std::equal(real_time_.begin(), real_time_.end(), kClearCommand.begin(), kClearCommand.end());
  if (may_clear && (is_recover || is_clear)) clear_buffers();
}

void EscPosPrinter::answer_real_time_status(std::byte what, MonoTime at) {
  if (!traits_.answers_real_time || is_silent_) return;
  const bool is_out = supply_ == PaperSupply::Out;
  unsigned bits = 0x12;
  switch (static_cast<unsigned>(what)) {
    case 1: bits |= can_work() ? 0U : 0x08U; break;
    case 2:
      bits |=
          (is_cover_open_ ? 0x04U : 0U) | (is_out ? 0x20U : 0U) | (is_cut_pending_ ? 0x40U : 0U);
      break;
    case 3: bits |= is_cut_pending_ ? 0x08U : 0U; break;
    case 4: bits |= paper_bits(0x0C, 0x60); break;
    default: return;
  }
  urgent_.say({static_cast<std::byte>(bits)}, at);
}

void EscPosPrinter::clear_buffers() {
  received_.clear();
  decoder_.reset();
  text_.clear();
  row_.clear();
  real_time_.clear();
  is_cut_pending_ = false;
  paper_.note("buffers cleared");
}

std::uint8_t EscPosPrinter::paper_bits(std::uint8_t near_end, std::uint8_t end) const {
  const bool is_out = supply_ == PaperSupply::Out;
  const bool is_near = traits_.has_near_end_sensor && supply_ != PaperSupply::Full;
  return static_cast<std::uint8_t>((is_near ? near_end : 0) | (is_out ? end : 0));
}

EscPosPrinter::Bytes EscPosPrinter::automatic_status() const {
  const unsigned first = 0x10U | (can_work() ? 0U : 0x08U) | (is_cover_open_ ? 0x20U : 0U);
  const unsigned second = is_cut_pending_ ? 0x08U : 0U;
  return {static_cast<std::byte>(first), static_cast<std::byte>(second),
          static_cast<std::byte>(paper_bits(0x03, 0x0C)), std::byte{0}};
}

void EscPosPrinter::report_change(MonoTime at) {
  if (automatic_ == 0 || is_silent_ || !traits_.reports_by_itself) return;
  Bytes status = automatic_status();
  if (status == last_automatic_) return;
  last_automatic_ = status;
  urgent_.say(std::move(status), at);
}

void EscPosPrinter::answer(Bytes bytes, MonoTime at) {
  if (!answer_delay_ || is_silent_) return;
  in_turn_.say(std::move(bytes), at + *answer_delay_);
}

}  // namespace huimin::devices::simulators
