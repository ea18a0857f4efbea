#pragma once
// A receipt printer in memory for the tests of the driver, with time turned by hand. It really
// reads the bytes, and it has the bad habits of real ones: it goes on with what it had buffered, it
// swallows commands as picture.

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"

namespace huimin::printing {

class ScriptedPrinter {
 public:
  using Bytes = std::vector<std::uint8_t>;
  enum class Trouble : std::uint8_t { None, PaperOut, CoverOpen, FeedButton, CutterJam };

  // What it can do.
  bool knows_marker = true;
  bool knows_ordered_status = true;
  bool knows_automatic_status = true;
  bool answers_real_time = true;
  bool drops_buffer_when_told = true;  // DLE ENQ 2

  // What happens to it.
  Trouble trouble = Trouble::None;
  Trouble coming_trouble = Trouble::PaperOut;
  std::optional<std::size_t> trouble_after_picture_bytes;  // counted from the first paper on
  bool trouble_after_cut = false;
  bool trouble_after_marker = false;
  std::optional<std::size_t> unplugged_after_bytes;  // counted over everything received
  bool is_plugged = true;
  bool paper_is_low = false;
  bool takes_bytes = true;
  std::chrono::milliseconds marker_delay{0};
  std::chrono::milliseconds real_time_delay{0};
  bool loses_markers = false;

  // Mends the trouble; then it goes on with what it had buffered.
  void mend();
  void plug_in();

  // What came out: one entry per cut, the picture bytes on it.
  std::vector<Bytes> papers;
  Bytes hanging;  // printed since the last cut
  Bytes received;
  int opened = 0;

  devices::MonoTime now{};
  devices::MonoClock clock();
  devices::PortOpener opener();

 private:
  friend class ScriptedStream;
  struct Answer {
    devices::MonoTime due;
    std::uint8_t byte;
  };

  void take(std::uint8_t byte);
  bool take_real_time();
  void work();
  bool work_one();
  bool work_picture();
  bool work_command();
  void answer_in_order(const Bytes& bytes);
  void insert(const Bytes& bytes, devices::MonoTime due);
  std::uint8_t real_time_bits(std::uint8_t n) const;

  Bytes arriving_;  // a real-time command that may be complete with the next byte
  std::deque<std::uint8_t> buffer_;
  std::size_t picture_left_ = 0;
  std::size_t picture_bytes_ = 0;
  std::deque<Answer> answers_;
  devices::MonoTime last_in_order_{};
};

}  // namespace huimin::printing
