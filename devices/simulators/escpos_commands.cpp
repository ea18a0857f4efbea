// What the printer's commands do: to the paper, to the lines of understanding, and as answers.

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "devices/simulators/escpos_printer.h"

namespace huimin::devices::simulators {
namespace {

using Command = std::span<const std::byte>;

constexpr std::size_t kLineHeight_dots = 30;

unsigned number(Command command, std::size_t i) {
  return i < command.size() ? static_cast<unsigned>(command[i]) : 0U;
}

std::string hex(Command bytes) {
  constexpr std::size_t kMostShown = 16;
  std::string text;
  for (std::size_t i = 0; i < std::min(bytes.size(), kMostShown); ++i) {
    std::array<char, 4> two{};
    std::snprintf(two.data(), two.size(), "%02X ", number(bytes, i));
    text += two.data();
  }
  if (bytes.size() > kMostShown) return text + "...";
  if (!text.empty()) text.pop_back();
  return text;
}

bool is_printable(Command bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) {
    return static_cast<unsigned>(b) >= 0x20 && static_cast<unsigned>(b) < 0x7F;
  });
}

std::string as_text(Command bytes) {
  std::string text;
  for (const std::byte one : bytes) text.push_back(static_cast<char>(one));
  return text;
}

}  // namespace

void EscPosPrinter::on_command(Command command) {
  switch (number(command, 0)) {
    case 0x0A: return print_text_line();
    case 0x1B: return on_esc(command);
    case 0x1D: return on_gs(command);
    case 0x1C:
      if (number(command, 1) == '&') return paper_.note("chinese on");
      if (number(command, 1) == '.') return paper_.note("chinese off");
      return paper_.note("setting " + hex(command));
    // Real-time commands were obeyed on arrival; NUL and CR do nothing.
    case 0x00:
    case 0x0D:
    case 0x10: return;
    default: return paper_.note("unknown " + hex(command));
  }
}

void EscPosPrinter::on_esc(Command command) {
  const unsigned n = number(command, 2);
  switch (number(command, 1)) {
    case '@':
      text_.clear();
      align_ = Align::Left;
      automatic_ = 0;
      return paper_.note("init");
    case 'a': {
      constexpr std::array kNames{"align left", "align centre", "align right"};
      const unsigned which = std::min(n & 0x0FU, 2U);
      align_ = static_cast<Align>(which);
      return paper_.note(kNames[which]);
    }
    case 'd':
      if (!text_.empty()) print_text_line();
      paper_.feed(n * kLineHeight_dots);
      return paper_.note("feed " + std::to_string(n) + " lines");
    case 'J': paper_.feed(n); return paper_.note("feed " + std::to_string(n) + " dots");
    case 'i':
    case 'm': return begin_cut(command);
    default: return paper_.note("setting " + hex(command));
  }
}

void EscPosPrinter::on_gs(Command command) {
  const unsigned n = number(command, 2);
  switch (number(command, 1)) {
    case 'V': return begin_cut(command);
    case 'a':
      automatic_ = static_cast<std::uint8_t>(n);
      last_automatic_.clear();
      return paper_.note(n == 0 ? "automatic status off" : "automatic status on");
    case 'r':
      paper_.note("asked for the paper sensors");
      return answer({static_cast<std::byte>(paper_bits(0x03, 0x0C))}, now_);
    case 'I': return ask_about_itself(command[2]);
    case '(': return on_gs_group(command);
    default: return paper_.note("setting " + hex(command));
  }
}

void EscPosPrinter::on_gs_group(Command command) {
  const unsigned group = number(command, 2);
  const Command payload = command.subspan(5);
  if (group == 'H' && payload.size() == 6 && number(payload, 0) == 0x30) {
    paper_.note("asked for process id " + hex(payload.subspan(2)));
    if (!traits_.answers_process_id) return;
    return answer({std::byte{0x37}, std::byte{0x22}, payload[2], payload[3], payload[4], payload[5],
                   std::byte{0}},
                  now_);
  }
  const bool is_qr_text = group == 'k' && payload.size() > 3 && number(payload, 1) == 0x50;
  if (is_qr_text) return paper_.note("native qr " + as_text(payload.subspan(3)));
  paper_.note("setting " + hex(command));
}

void EscPosPrinter::ask_about_itself(std::byte what) {
  paper_.note("asked about itself");
  const auto named = [this](std::string_view name) {
    Bytes reply{std::byte{0x5F}};
    for (const char c : name) reply.push_back(static_cast<std::byte>(c));
    reply.push_back(std::byte{0});
    answer(std::move(reply), now_);
  };
  switch (static_cast<unsigned>(what)) {
    case 'B': return named("HUIMIN");
    case 'C': return named("SIMULATOR");
    default: return answer({std::byte{0x20}}, now_);
  }
}

void EscPosPrinter::on_raster(const RasterHeader& header) {
  raster_ = header;
  row_.clear();
  paper_.note("raster " + std::to_string(header.bytes_per_row * 8) + " x " +
              std::to_string(header.rows));
}

void EscPosPrinter::on_raster_byte(std::byte eight_dots) {
  row_.push_back(static_cast<std::uint8_t>(eight_dots));
  if (row_.size() == raster_.bytes_per_row) print_raster_row();
  if (raster_bytes_until_end_ && --*raster_bytes_until_end_ == 0) {
    raster_bytes_until_end_.reset();
    supply_ = PaperSupply::Out;
    paper_.note("paper ends, " + std::to_string(decoder_.raster_bytes_left()) +
                " bytes of the image missing");
  }
}

void EscPosPrinter::print_raster_row() {
  if ((raster_.mode & 1) != 0) {
    std::vector<std::uint8_t> wide(row_.size() * 2);
    for (std::size_t i = 0; i < row_.size() * 16; ++i) {
      if ((row_[i / 16] & (0x80U >> (i / 2 % 8))) == 0) continue;
      wide[i / 8] = static_cast<std::uint8_t>(wide[i / 8] | (0x80U >> (i % 8)));
    }
    row_ = std::move(wide);
  }
  paper_.print_row(row_, align_);
  if ((raster_.mode & 2) != 0) paper_.print_row(row_, align_);
  row_.clear();
}

void EscPosPrinter::print_text_line() {
  if (text_.empty()) {
    paper_.feed(kLineHeight_dots);
    return paper_.note("line feed");
  }
  paper_.print_text(text_, align_);
  paper_.note("text " + (is_printable(text_) ? as_text(text_) : hex(text_)));
  text_.clear();
}

void EscPosPrinter::begin_cut(Command command) {
  if (!text_.empty()) print_text_line();
  const unsigned mode = number(command, 2);
  if (mode == 'A' || mode == 'B') paper_.feed(number(command, 3));
  const bool is_partial = mode == 1 || mode == '1' || mode == 'B' || number(command, 1) == 'm';
  paper_.note(is_partial ? "cut partial" : "cut full");
  is_cut_pending_ = true;
  if (!is_cutter_jammed_) cut();
}

void EscPosPrinter::cut() {
  is_cut_pending_ = false;
  pieces_.push_back(paper_.take(/*cut=*/true));
}

}  // namespace huimin::devices::simulators
