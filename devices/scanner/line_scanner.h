#pragma once
// A scanner on a serial line (USB-CDC too) that ends each code with CR or CRLF.

#include <atomic>
#include <deque>
#include <memory>
#include <string>

#include "devices/port/byte_stream.h"
#include "devices/port/mono_time.h"
#include "devices/scanner/line_assembler.h"
#include "devices/scanner/scanner.h"

namespace huimin::devices {

struct ScannerTimes {
  // The same code within this time after it was last seen is the same read. A held receipt is seen
  // again every 100 to 500 ms; a guess until measured with the scanners of a hall.
  std::chrono::milliseconds same_read{1000};
  // A line is sent in one go: at 9600 baud even the longest pause between two bytes is a few
  // milliseconds.
  std::chrono::milliseconds end_of_line{300};
};

class LineScanner final : public Scanner {
 public:
  explicit LineScanner(PortOpener open, ScannerTimes times = {}, MonoClock clock = mono_now);

  ScannerStatus status() const override { return status_; }
  ScanEvent poll(std::chrono::milliseconds wait) override;
  void clear() override { must_forget_ = true; }

 private:
  bool connect();
  bool forget_if_asked();
  void throw_away_input();
  void receive(MonoTime until);
  void keep(std::vector<ScanEvent> lines);
  bool is_repeat(const std::string& text);

  PortOpener open_;
  ScannerTimes times_;
  MonoClock clock_;
  std::unique_ptr<ByteStream> stream_;
  LineAssembler assembler_;
  std::deque<ScanEvent> waiting_;
  MonoTime last_byte_at_{};
  std::size_t last_code_ = 0;  // a hash: a code may be anything a person holds there
  MonoTime last_code_at_{};
  bool has_last_code_ = false;
  std::atomic<bool> must_forget_{false};
  std::atomic<ScannerStatus> status_{ScannerStatus::Disconnected};
};

}  // namespace huimin::devices
