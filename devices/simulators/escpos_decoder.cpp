#include "devices/simulators/escpos_decoder.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace huimin::devices::simulators {
namespace {

using Command = std::span<const std::byte>;

constexpr char kDle = 0x10;
constexpr char kEsc = 0x1B;
constexpr char kFs = 0x1C;
constexpr char kGs = 0x1D;

// Longer payloads are handed over cut off and the rest is skipped; nothing that a receipt needs is
// longer.
constexpr std::size_t kLongestCommand = 256 * 1024;

char letter(Command command, std::size_t i) { return static_cast<char>(command[i]); }

std::size_t number(Command command, std::size_t i) { return static_cast<std::size_t>(command[i]); }

std::size_t number16(Command command, std::size_t i) {
  return number(command, i) | (number(command, i + 1) << 8);
}

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Whether the last byte is the NUL that ends a list of arguments, which begins at `from`.
bool is_ended_by_zero(Command command, std::size_t from) {
  return command.size() > from && command.back() == std::byte{0};
}

// How long the command will be, as far as its beginning tells; nothing if more must be seen first.
using Size = std::optional<std::size_t>;

Size esc_size(Command command) {
  const char kind = letter(command, 1);
  if (is_one_of(kind, "@2im<")) return 2;
  if (is_one_of(kind, "ad!E-t3JGRMV{=SUr \x0c")) return 3;
  if (is_one_of(kind, "$\\c")) return 4;
  if (kind == 'p') return 5;
  if (kind == 'D') return is_ended_by_zero(command, 2) ? Size(command.size()) : std::nullopt;
  if (kind == '*') {
    if (command.size() < 5) return std::nullopt;
    const std::size_t bytes_per_column = number(command, 2) >= 32 ? 3 : 1;
    return 5 + number16(command, 3) * bytes_per_column;
  }
  return 2;
}

Size barcode_size(Command command) {
  if (command.size() < 4) return std::nullopt;
  if (number(command, 2) >= 65) return 4 + number(command, 3);
  return is_ended_by_zero(command, 3) ? Size(command.size()) : std::nullopt;
}

Size gs_size(Command command) {
  const char kind = letter(command, 1);
  if (kind == 'v') return 8;
  if (kind == '(') {
    return command.size() < 5 ? std::nullopt : Size(5 + number16(command, 3));
  }
  if (kind == '8') {
    return command.size() < 7 ? std::nullopt
                              : Size(7 + number16(command, 3) + (number16(command, 5) << 16));
  }
  if (kind == 'V') {
    if (command.size() < 3) return std::nullopt;
    return is_one_of(letter(command, 2), "AB") ? 4 : 3;
  }
  if (kind == 'k') return barcode_size(command);
  if (is_one_of(kind, "arI!hwHfBb/")) return 3;
  if (is_one_of(kind, "LWP$\\")) return 4;
  if (kind == '^') return 5;
  return 2;
}

Size fs_size(Command command) {
  const char kind = letter(command, 1);
  if (is_one_of(kind, "!CW-")) return 3;
  if (is_one_of(kind, "Sp")) return 4;
  return 2;
}

Size dle_size(Command command) {
  const char kind = letter(command, 1);
  if (kind == 0x04 || kind == 0x05) return 3;
  if (kind != 0x14) return 2;
  if (command.size() < 3) return std::nullopt;
  return number(command, 2) == 8 ? 10 : 5;
}

Size size_of(Command command) {
  const char first = letter(command, 0);
  if (!is_one_of(first, std::string_view("\x10\x1b\x1c\x1d", 4))) return 1;
  if (command.size() < 2) return std::nullopt;
  switch (first) {
    case kEsc: return esc_size(command);
    case kGs: return gs_size(command);
    case kFs: return fs_size(command);
    case kDle: return dle_size(command);
    default: return 1;
  }
}

}  // namespace

void EscPosDecoder::take(std::byte one, EscPosSink& sink) {
  if (raster_left_ > 0) {
    --raster_left_;
    sink.on_raster_byte(one);
    return;
  }
  if (skip_left_ > 0) {
    --skip_left_;
    return;
  }
  if (command_.empty() && static_cast<unsigned>(one) >= 0x20) {
    sink.on_text(one);
    return;
  }
  command_.push_back(one);
  const Size size = size_of(command_);
  const bool is_full = command_.size() == kLongestCommand;
  if (!is_full && (!size || command_.size() < *size)) return;
  skip_left_ = size ? *size - command_.size() : 0;
  if (command_.size() == 8 && letter(command_, 0) == kGs && letter(command_, 1) == 'v') {
    begin_raster(sink);
  } else {
    sink.on_command(command_);
  }
  command_.clear();
}

void EscPosDecoder::begin_raster(EscPosSink& sink) {
  const RasterHeader header{static_cast<std::uint8_t>(number(command_, 3) & 3),
                            number16(command_, 4), number16(command_, 6)};
  raster_left_ = header.bytes_per_row * header.rows;
  sink.on_raster(header);
}

void EscPosDecoder::reset() {
  command_.clear();
  raster_left_ = 0;
  skip_left_ = 0;
}

}  // namespace huimin::devices::simulators
