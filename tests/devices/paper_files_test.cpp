#include "devices/simulators/paper_files.h"

#include <doctest/doctest.h>
#include <qrencode.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "devices/simulators/escpos_printer.h"
#include "tests/devices/temporary_folder.h"

using namespace huimin::devices;
using namespace huimin::devices::simulators;
using Bytes = std::vector<std::byte>;

namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A code as a raster job, 4 dots a module, 4 modules from the left edge.
Bytes job_with_code(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  REQUIRE(code != nullptr);
  const auto width = static_cast<std::size_t>(code->width);
  const std::size_t rows = (width + 8) * 4;
  Bytes job;
  for (const std::size_t one :
       {std::size_t{0x1D}, std::size_t{0x76}, std::size_t{0x30}, std::size_t{0}, kPaperRow_bytes,
        std::size_t{0}, rows & 0xFF, rows >> 8}) {
    job.push_back(static_cast<std::byte>(one));
  }
  for (std::size_t y = 0; y < rows; ++y) {
    std::array<unsigned, kPaperRow_bytes> row{};
    for (std::size_t x = 0; x < width * 4; ++x) {
      const std::size_t module_y = y / 4;
      if (module_y < 4 || module_y >= width + 4) continue;
      if ((code->data[(module_y - 4) * width + x / 4] & 1) == 0) continue;
      const std::size_t at = x + 16;
      row[at / 8] |= 0x80U >> (at % 8);
    }
    for (const unsigned eight : row) job.push_back(static_cast<std::byte>(eight));
  }
  for (const int one : {0x1D, 0x56, 0x00}) job.push_back(static_cast<std::byte>(one));
  return job;
}

Piece print(const Bytes& job) {
  EscPosPrinter printer;
  REQUIRE(printer.take(job, {}) == job.size());
  auto pieces = printer.take_pieces();
  REQUIRE(pieces.size() == 1);
  return pieces[0];
}

}  // namespace

TEST_SUITE("paper files") {
  TEST_CASE("a receipt becomes a picture, its bytes, and a text that names its code") {
    const TemporaryFolder folder;
    PaperFiles files(folder.path());
    const std::string code =
        "HTTPS://STATUS.EXAMPLE/R/00000000000000000000000000000000000000000000000000";
    const Bytes job = job_with_code(code);
    REQUIRE(files.write(print(job)));
    CHECK(files.receipts() == 1);
    const std::string png = content(folder.path() / "receipt-1.png");
    CHECK(png.substr(1, 3) == "PNG");
    // Width 576, and one bit a dot, as the header has them.
    CHECK(png.substr(16, 4) == std::string("\0\0\x02\x40", 4));
    CHECK(png[24] == 1);
    CHECK(content(folder.path() / "receipt-1.escpos").size() == job.size());
    const std::string text = content(folder.path() / "receipt-1.txt");
    CHECK(text.find("cut full\n") != std::string::npos);
    CHECK(text.find("qr " + code + "\n") != std::string::npos);
  }

  TEST_CASE("each kind of piece is counted by itself") {
    const TemporaryFolder folder;
    PaperFiles files(folder.path());
    Piece piece;
    piece.dots.resize(kPaperRow_bytes * 3, 0xF0);
    REQUIRE(files.write(piece));
    piece.kind = PieceKind::Scrap;
    REQUIRE(files.write(piece));
    piece.kind = PieceKind::Blank;
    piece.dots.clear();
    REQUIRE(files.write(piece));
    piece.kind = PieceKind::Receipt;
    REQUIRE(files.write(piece));
    for (const char* name : {"receipt-1.png", "scrap-1.txt", "blank-1.png", "receipt-2.escpos"}) {
      CHECK(std::filesystem::exists(folder.path() / name));
    }
    CHECK(files.receipts() == 2);
  }

  TEST_CASE("a folder that cannot be written is told") {
    const TemporaryFolder folder;
    PaperFiles files(folder.path() / "not-there");
    CHECK_FALSE(files.write(Piece{}));
  }
}
