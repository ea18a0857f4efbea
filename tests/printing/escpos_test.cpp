#include "printing/escpos.h"

#include <doctest/doctest.h>

#include <set>

#include "printing/layout.h"
#include "tests/printing/samples.h"

namespace huimin::printing {
namespace {

bool holds_real_time_command(std::span<const std::uint8_t> bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const std::uint8_t next = bytes[i + 1];
    if (bytes[i] == 0x10 && (next == 0x04 || next == 0x05 || next == 0x14)) return true;
  }
  return false;
}

// Paints the eight dots of `byte` at byte column `at`.
void paint(Bitmap& bitmap, int at, unsigned byte) {
  for (int dot = 0; dot < 8; ++dot) {
    if ((byte & (0x80U >> dot)) != 0) bitmap.blacken(at * 8 + dot, 0);
  }
}

TEST_SUITE("escpos") {
  TEST_CASE("a band says its width in bytes and its height in rows, then the dots") {
    Bitmap bitmap(24, 300);
    bitmap.blacken(0, 10);
    bitmap.blacken(23, 10);
    const WipedBytes band = escpos::raster_band(bitmap, 10, 260);
    CHECK(std::vector<std::uint8_t>(band.begin(), band.begin() + 11) ==
          std::vector<std::uint8_t>{0x1D, 'v', '0', 0, 3, 0, 4, 1, 0x80, 0, 0x01});
    CHECK(band.size() == 8 + 3 * 260);
  }

  TEST_CASE("dots that look like a real-time command are changed by one dot") {
    for (const unsigned next : {0x04U, 0x05U, 0x14U}) {
      Bitmap bitmap(kPaperDots, 1);
      paint(bitmap, 3, 0x10);
      paint(bitmap, 4, next);
      const WipedBytes band = escpos::raster_band(bitmap, 0, 1);
      CHECK_FALSE(holds_real_time_command(band));
      CHECK(band[8 + 3] == 0x18);
      CHECK(band[8 + 4] == next);
    }
  }

  TEST_CASE("no receipt contains a real-time command, and at most a few dots differ") {
    for (const Document& document : {samples::receipt(), samples::receipt_in_english()}) {
      const Bitmap bitmap = lay_out(document).value().bitmap;
      const auto rows = bitmap.rows(0, bitmap.height());
      const auto sent = samples::picture_of(bitmap);
      REQUIRE(sent.size() == rows.size());
      CHECK_FALSE(holds_real_time_command(sent));
      std::size_t changed = 0;
      for (std::size_t i = 0; i < sent.size(); ++i) changed += sent[i] != rows[i] ? 1U : 0U;
      CHECK(changed < 30);
    }
  }

  TEST_CASE(
      "markers of jobs that follow each other differ, and hold only letters that no status has") {
    std::set<escpos::MarkerId> seen;
    for (std::uint32_t job = 0xFFFFFF00; job != 0x00000100; ++job) {
      const auto id = escpos::marker_id(job);
      CHECK(seen.insert(id).second);
      for (const std::uint8_t letter : id) CHECK(escpos::is_in_markers(letter));
    }
  }

  TEST_CASE("clearing swallows whatever a half-sent band may still want") {
    const WipedBytes bytes = escpos::clear();
    const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), 0));
    CHECK(nuls >= escpos::kBandRows * (kPaperDots / 8));
    CHECK(std::vector<std::uint8_t>(bytes.begin(), bytes.begin() + 3) ==
          std::vector<std::uint8_t>{0x10, 0x05, 0x02});
    CHECK(std::vector<std::uint8_t>(bytes.end() - 2, bytes.end()) ==
          std::vector<std::uint8_t>{0x1B, '@'});
  }

  TEST_CASE("commands are the bytes of the manuals") {
    const auto is = [](const WipedBytes& bytes, std::vector<std::uint8_t> expected) {
      return std::vector<std::uint8_t>(bytes.begin(), bytes.end()) == expected;
    };
    CHECK(is(escpos::feed_and_cut(), {0x1D, 0x56, 0x42, 0x00}));
    CHECK(is(escpos::ask_marker({'A', 'B', 'C', 'D'}),
             {0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, 0x41, 0x42, 0x43, 0x44}));
    CHECK(is(escpos::ask_ordered_status(), {0x1D, 0x72, 0x01}));
    CHECK(is(escpos::ask_real_time_status(4), {0x10, 0x04, 0x04}));
    CHECK(is(escpos::report_changes(), {0x1D, 0x61, 0xFF}));
  }
}

}  // namespace
}  // namespace huimin::printing
