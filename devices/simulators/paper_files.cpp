#include "devices/simulators/paper_files.h"

#include <png.h>
#include <zbar.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <system_error>

namespace huimin::devices::simulators {
namespace {

// White around the picture, so that a code at its edge keeps its quiet zone.
constexpr std::size_t kMargin_dots = 32;

void append(png_structp png, png_bytep data, std::size_t size) {
  auto& out = *static_cast<std::vector<std::byte>*>(png_get_io_ptr(png));
  const auto bytes = std::as_bytes(std::span(data, size));
  out.insert(out.end(), bytes.begin(), bytes.end());
}

void flush_nothing(png_structp) {}

bool is_black(const Piece& piece, std::size_t x, std::size_t y) {
  return (piece.dots[y * kPaperRow_bytes + x / 8] & (0x80U >> (x % 8))) != 0;
}

// One byte a dot, 0 black, as zbar wants it.
std::vector<std::uint8_t> grey_of(const Piece& piece) {
  const std::size_t width = kPaperWidth_dots + 2 * kMargin_dots;
  std::vector<std::uint8_t> grey(width * (piece.height_dots() + 2 * kMargin_dots), 255);
  for (std::size_t y = 0; y < piece.height_dots(); ++y) {
    for (std::size_t x = 0; x < kPaperWidth_dots; ++x) {
      if (is_black(piece, x, y)) grey[(y + kMargin_dots) * width + x + kMargin_dots] = 0;
    }
  }
  return grey;
}

bool write_file(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  auto begun = path;
  begun += ".part";
  {
    std::ofstream out(begun, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) return false;
  }
  std::error_code error;
  std::filesystem::rename(begun, path, error);
  return !error;
}

std::string text_of(const Piece& piece) {
  std::string text;
  for (const auto& line : piece.lines) text += line + "\n";
  text += "paper " + std::to_string(kPaperWidth_dots) + " x " +
          std::to_string(piece.height_dots()) + " dots\n";
  for (const auto& code : read_codes(piece)) text += "qr " + code + "\n";
  return text;
}

}  // namespace

std::vector<std::string> read_codes(const Piece& piece) {
  if (piece.height_dots() == 0) return {};
  const auto grey = grey_of(piece);
  zbar::Image image(static_cast<unsigned>(kPaperWidth_dots + 2 * kMargin_dots),
                    static_cast<unsigned>(piece.height_dots() + 2 * kMargin_dots), "Y800",
                    grey.data(), grey.size());
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  if (scanner.scan(image) < 0) return {};
  struct Code {
    int top;
    std::string text;
  };
  std::vector<Code> found;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
    found.push_back({symbol->get_location_y(0), symbol->get_data()});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Code& a, const Code& b) { return a.top < b.top; });
  std::vector<std::string> codes;
  for (auto& code : found) codes.push_back(std::move(code.text));
  return codes;
}

std::vector<std::byte> png_of(const Piece& piece) {
  std::vector<std::byte> out;
  // An empty picture is no PNG; a blank piece shows one white row.
  std::vector<std::uint8_t> dots = piece.dots;
  if (dots.empty()) dots.resize(kPaperRow_bytes);
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop about = png_create_info_struct(png);
  png_set_write_fn(png, &out, append, flush_nothing);
  png_set_IHDR(png, about, kPaperWidth_dots,
               static_cast<png_uint_32>(dots.size() / kPaperRow_bytes), 1, PNG_COLOR_TYPE_GRAY,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(png, about, 8000, 8000, PNG_RESOLUTION_METER);
  png_write_info(png, about);
  png_set_invert_mono(png);
  for (std::size_t at = 0; at < dots.size(); at += kPaperRow_bytes) png_write_row(png, &dots[at]);
  png_write_end(png, about);
  png_destroy_write_struct(&png, &about);
  return out;
}

bool PaperFiles::write(const Piece& piece) {
  std::string name;
  switch (piece.kind) {
    case PieceKind::Receipt: name = "receipt-" + std::to_string(receipts_ + 1); break;
    case PieceKind::Blank: name = "blank-" + std::to_string(++blanks_); break;
    case PieceKind::Scrap: name = "scrap-" + std::to_string(++scraps_); break;
  }
  const std::string text = text_of(piece);
  const bool is_written = write_file(folder_ / (name + ".escpos"), piece.bytes) &&
                          write_file(folder_ / (name + ".txt"), std::as_bytes(std::span(text))) &&
                          write_file(folder_ / (name + ".png"), png_of(piece));
  // Counted last: who waits for a receipt finds its files.
  if (piece.kind == PieceKind::Receipt) ++receipts_;
  return is_written;
}

}  // namespace huimin::devices::simulators
