#pragma once
// The twin of an 80 mm receipt printer that speaks ESC/POS.
//
// It keeps the state a real one has: bytes are received into a buffer, worked off while there is
// paper and the cover is closed, and wait otherwise. Real-time commands act when they arrive, also
// inside an image.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

#include "devices/simulators/escpos_decoder.h"
#include "devices/simulators/paper.h"
#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

enum class PaperSupply : std::uint8_t { Full, Low, Out };

// What cheap printers leave out.
struct PrinterTraits {
  bool answers_process_id = true;  // GS ( H
  bool answers_real_time = true;   // DLE EOT
  bool reports_by_itself = true;   // GS a
  bool has_near_end_sensor = true;
  bool clears_on_request = true;  // DLE ENQ 2, DLE DC4 8
  std::size_t buffer_bytes = 128 * 1024;
};

class EscPosPrinter final : public Twin, private EscPosSink {
 public:
  explicit EscPosPrinter(PrinterTraits traits = {}) : traits_(traits) {}

  // --- The world around it. Each may let waiting bytes go on, and is reported to a host that asked
  // for it.
  void set_paper(PaperSupply supply, MonoTime at);
  // The paper ends with this byte of image data, counted from now on; at least the first.
  void end_paper_after(std::size_t raster_bytes) {
    raster_bytes_until_end_ = std::max<std::size_t>(raster_bytes, 1);
  }
  void set_cover_open(bool open, MonoTime at);
  void set_online(bool online, MonoTime at);
  // The next cut stops half-way; set free, it is finished.
  void set_cutter_jammed(bool jammed, MonoTime at);
  // Answers that wait for the paper (GS r, GS I, GS ( H) come that much later; nothing: never.
  void set_answer_delay(std::optional<std::chrono::milliseconds> delay) { answer_delay_ = delay; }
  // No answer to anything, as on a cable with a broken wire.
  void set_silent(bool silent) { is_silent_ = silent; }
  void set_traits(PrinterTraits traits) { traits_ = traits; }
  const PrinterTraits& traits() const { return traits_; }

  // The pieces that came off since the last call.
  std::vector<Piece> take_pieces();

  std::size_t waiting_bytes() const { return received_.size(); }
  std::size_t image_bytes_missing() const { return decoder_.raster_bytes_left(); }

  std::size_t take(std::span<const std::byte> from_host, MonoTime at) override;
  std::vector<std::byte> give(MonoTime at) override;
  std::optional<MonoTime> next_due() const override;

 private:
  using Bytes = std::vector<std::byte>;

  bool can_work() const;
  void work(MonoTime at);
  void watch_real_time(std::byte one, MonoTime at);
  void answer_real_time_status(std::byte what, MonoTime at);
  void clear_buffers();
  void report_change(MonoTime at);
  Bytes automatic_status() const;
  std::uint8_t paper_bits(std::uint8_t near_end, std::uint8_t end) const;
  void answer(Bytes bytes, MonoTime at);

  void on_text(std::byte letter) override { text_.push_back(letter); }
  void on_command(std::span<const std::byte> command) override;
  void on_raster(const RasterHeader& header) override;
  void on_raster_byte(std::byte eight_dots) override;
  void print_raster_row();
  void print_text_line();
  void on_esc(std::span<const std::byte> command);
  void on_gs(std::span<const std::byte> command);
  void on_gs_group(std::span<const std::byte> command);
  void ask_about_itself(std::byte what);
  void begin_cut(std::span<const std::byte> command);
  void cut();

  PrinterTraits traits_;
  EscPosDecoder decoder_;
  Paper paper_;
  std::vector<Piece> pieces_;
  std::deque<std::byte> received_;
  Bytes real_time_;  // the last bytes received, where a real-time command may begin
  Outgoing urgent_;
  Outgoing in_turn_;
  MonoTime now_{};

  PaperSupply supply_ = PaperSupply::Full;
  std::optional<std::size_t> raster_bytes_until_end_;
  bool is_cover_open_ = false;
  bool is_online_ = true;
  bool is_cutter_jammed_ = false;
  bool is_cut_pending_ = false;
  bool is_silent_ = false;
  std::uint8_t automatic_ = 0;
  Bytes last_automatic_;
  std::optional<std::chrono::milliseconds> answer_delay_{0};

  RasterHeader raster_;
  std::vector<std::uint8_t> row_;
  Bytes text_;
  Align align_ = Align::Left;
};

}  // namespace huimin::devices::simulators
