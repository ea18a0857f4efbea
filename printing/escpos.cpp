#include "printing/escpos.h"

namespace huimin::printing::escpos {
namespace {

constexpr std::uint8_t kNul = 0x00;
constexpr std::uint8_t kEot = 0x04;
constexpr std::uint8_t kEnq = 0x05;
constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kDc4 = 0x14;
constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kGs = 0x1D;

constexpr std::size_t kRasterHeader = 8;

std::uint8_t low(int value) { return static_cast<std::uint8_t>(value & 0xFF); }
std::uint8_t high(int value) { return static_cast<std::uint8_t>((value >> 8) & 0xFF); }

bool completes_real_time_command(std::uint8_t after_dle) {
  return after_dle == kEot || after_dle == kEnq || after_dle == kDc4;
}

// DLE is a lone dot in the middle of a byte; one dot more beside it is not seen.
void disarm(std::span<std::uint8_t> picture) {
  constexpr std::uint8_t kTwoDots = 0x18;
  for (std::size_t i = 0; i + 1 < picture.size(); ++i) {
    if (picture[i] == kDle && completes_real_time_command(picture[i + 1])) picture[i] = kTwoDots;
  }
}

}  // namespace

MarkerId marker_id(std::uint32_t job) {
  MarkerId id{};
  for (std::size_t i = 0; i < id.size(); ++i) {
    id[i] = static_cast<std::uint8_t>('@' + ((job >> (4 * i)) & 0x0FU));
  }
  return id;
}

WipedBytes initialise() { return {kEsc, '@'}; }

WipedBytes drop_buffered() { return {kDle, kEnq, 2}; }

WipedBytes clear() {
  constexpr std::size_t kFullBand =
      kRasterHeader + static_cast<std::size_t>(kBandRows) * (kPaperDots / 8);
  WipedBytes bytes = drop_buffered();
  bytes.insert(bytes.end(), kFullBand, kNul);
  const WipedBytes defaults = initialise();
  bytes.insert(bytes.end(), defaults.begin(), defaults.end());
  return bytes;
}

WipedBytes raster_band(const Bitmap& bitmap, int first, int count) {
  const int across = bitmap.row_bytes();
  const auto rows = bitmap.rows(first, count);
  WipedBytes bytes;
  bytes.reserve(kRasterHeader + rows.size());
  for (const std::uint8_t byte : {kGs, std::uint8_t{'v'}, std::uint8_t{'0'}, kNul, low(across),
                                  high(across), low(count), high(count)}) {
    bytes.push_back(byte);
  }
  bytes.insert(bytes.end(), rows.begin(), rows.end());
  disarm(std::span{bytes}.subspan(kRasterHeader));
  return bytes;
}

WipedBytes feed_and_cut() { return {kGs, 'V', 66, 0}; }

WipedBytes ask_marker(const MarkerId& id) {
  return {kGs, '(', 'H', 6, 0, 48, 48, id[0], id[1], id[2], id[3]};
}

WipedBytes ask_ordered_status() { return {kGs, 'r', 1}; }

WipedBytes ask_real_time_status(std::uint8_t n) { return {kDle, kEot, n}; }

WipedBytes report_changes() { return {kGs, 'a', 0xFF}; }

}  // namespace huimin::printing::escpos
