// The printer's twin: does it keep the state a real printer has? The driver's own tests are in
// tests/printing.

#include "devices/simulators/escpos_printer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace huimin::devices;
using namespace huimin::devices::simulators;
using std::chrono::milliseconds;
using Bytes = std::vector<std::byte>;

namespace {

Bytes bytes(std::initializer_list<int> values) {
  Bytes out;
  for (const int value : values) out.push_back(static_cast<std::byte>(value));
  return out;
}

Bytes operator+(Bytes left, const Bytes& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

const Bytes kInit = bytes({0x1B, 0x40});
const Bytes kCut = bytes({0x1D, 0x56, 0x01});
const Bytes kRecover = bytes({0x10, 0x05, 0x02});
const Bytes kClear = bytes({0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08});

Bytes status_of(int n) { return bytes({0x10, 0x04, n}); }
Bytes marker(char last) { return bytes({0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30, '0', '0', '0', last}); }
Bytes marker_reply(char last) { return bytes({0x37, 0x22, '0', '0', '0', last, 0}); }

constexpr std::size_t kRows = 40;
constexpr std::size_t kImageBytes = kRows * kPaperRow_bytes;

// An image of full width whose dots are `pattern` in every byte.
Bytes image(int pattern) {
  return bytes({0x1D, 0x76, 0x30, 0, kPaperRow_bytes, 0, kRows, 0}) +
         Bytes(kImageBytes, static_cast<std::byte>(pattern));
}

Bytes receipt(int pattern, char id) { return kInit + image(pattern) + kCut + marker(id); }

struct Bench {
  EscPosPrinter printer;
  MonoTime now{};

  explicit Bench(PrinterTraits traits = {}) : printer(traits) {}

  Bytes send(const Bytes& all) {
    CHECK(printer.take(all, now) == all.size());
    return printer.give(now);
  }
  Bytes answers() { return printer.give(now); }
};

// Whether the piece shows exactly one image of this pattern.
bool is_whole(const Piece& piece, int pattern) {
  return piece.kind == PieceKind::Receipt && piece.height_dots() == kRows &&
         std::all_of(piece.dots.begin(), piece.dots.end(),
                     [=](int dots) { return dots == pattern; });
}

bool shows(const Piece& piece, int pattern) {
  return std::find(piece.dots.begin(), piece.dots.end(), pattern) != piece.dots.end();
}

}  // namespace

TEST_SUITE("printer twin") {
  TEST_CASE(
      "a receipt comes out whole, with its bytes and what they mean, and the marker answers") {
    Bench bench;
    CHECK(bench.send(receipt(0x3C, '1')) == marker_reply('1'));
    const auto pieces = bench.printer.take_pieces();
    REQUIRE(pieces.size() == 1);
    CHECK(is_whole(pieces[0], 0x3C));
    CHECK(pieces[0].bytes == kInit + image(0x3C) + kCut);
    CHECK(pieces[0].lines == std::vector<std::string>{"init", "raster 576 x 40", "cut partial"});
  }

  TEST_CASE("any split of the bytes gives the same paper and the same answers") {
    const Bytes job =
        receipt(0x3C, '1') + bytes({0x1B, 0x61, 1, 'a', 'b', 0x0A, 0x1B, 0x64, 3}) + kCut;
    std::mt19937 random(5);
    for (int round = 0; round < 100; ++round) {
      Bench bench;
      Bytes answers;
      for (std::size_t at = 0; at < job.size();) {
        const std::size_t size = std::min<std::size_t>(1 + random() % 900, job.size() - at);
        const auto first = job.begin() + static_cast<std::ptrdiff_t>(at);
        answers = answers + bench.send(Bytes(first, first + static_cast<std::ptrdiff_t>(size)));
        at += size;
      }
      CHECK(answers == marker_reply('1'));
      const auto pieces = bench.printer.take_pieces();
      REQUIRE(pieces.size() == 2);
      CHECK(is_whole(pieces[0], 0x3C));
      CHECK(pieces[1].height_dots() == 30 + 3 * 30);
      CHECK(pieces[1].lines == std::vector<std::string>{"asked for process id 30 30 30 31",
                                                        "align centre", "text ab", "feed 3 lines",
                                                        "cut partial"});
    }
  }

  TEST_CASE("states are told by real-time answers of the published form") {
    Bench bench;
    CHECK(bench.send(status_of(1) + status_of(2) + status_of(3) + status_of(4)) ==
          bytes({0x12, 0x12, 0x12, 0x12}));
    bench.printer.set_paper(PaperSupply::Low, bench.now);
    CHECK(bench.send(status_of(1) + status_of(4)) == bytes({0x12, 0x1E}));
    bench.printer.set_paper(PaperSupply::Out, bench.now);
    CHECK(bench.send(status_of(1) + status_of(2) + status_of(4)) == bytes({0x1A, 0x32, 0x7E}));
    bench.printer.set_paper(PaperSupply::Full, bench.now);
    bench.printer.set_cover_open(true, bench.now);
    CHECK(bench.send(status_of(1) + status_of(2) + status_of(4)) == bytes({0x1A, 0x16, 0x12}));
    bench.printer.set_cover_open(false, bench.now);
    bench.printer.set_online(false, bench.now);
    CHECK(bench.send(status_of(1) + status_of(2)) == bytes({0x1A, 0x12}));
  }

  TEST_CASE("a real-time question inside an image is answered at once and is dots as well") {
    Bench bench;
    const Bytes job = image(0x3C);
    const Bytes head(job.begin(), job.begin() + 100);
    const Bytes tail(job.begin() + 100 + 3, job.end());
    CHECK(bench.send(head + status_of(1)) == bytes({0x12}));
    bench.send(tail + kCut);
    const auto pieces = bench.printer.take_pieces();
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].height_dots() == kRows);
    CHECK(shows(pieces[0], 0x10));
  }

  TEST_CASE("sensors, maker and model answer in their turn") {
    Bench bench;
    CHECK(bench.send(bytes({0x1D, 0x72, 1})) == bytes({0x00}));
    bench.printer.set_paper(PaperSupply::Low, bench.now);
    CHECK(bench.send(bytes({0x1D, 0x72, 1})) == bytes({0x03}));
    CHECK(bench.send(bytes({0x1D, 0x49, 0x42})) == bytes({0x5F, 'H', 'U', 'I', 'M', 'I', 'N', 0}));
    const Bytes model = bench.send(bytes({0x1D, 0x49, 0x43}));
    REQUIRE(model.size() > 2);
    CHECK(model.front() == std::byte{0x5F});
    CHECK(model.back() == std::byte{0});
  }

  TEST_CASE("automatic status comes when asked for and at each change, until it is switched off") {
    Bench bench;
    CHECK(bench.send(bytes({0x1D, 0x61, 0xFF})) == bytes({0x10, 0, 0, 0}));
    bench.printer.set_cover_open(true, bench.now);
    CHECK(bench.answers() == bytes({0x38, 0, 0, 0}));
    bench.printer.set_cover_open(false, bench.now);
    CHECK(bench.answers() == bytes({0x10, 0, 0, 0}));
    bench.printer.set_paper(PaperSupply::Out, bench.now);
    CHECK(bench.answers() == bytes({0x18, 0, 0x0F, 0}));
    bench.printer.set_paper(PaperSupply::Full, bench.now);
    bench.answers();
    CHECK(bench.send(bytes({0x1D, 0x61, 0})).empty());
    bench.printer.set_cover_open(true, bench.now);
    CHECK(bench.answers().empty());
  }

  // Case C05, first half: what a driver meets when the paper ends inside an image.
  TEST_CASE(
      "paper that ends inside an image stops the printer, and after the refill it eats what "
      "comes") {
    for (const std::size_t k :
         {std::size_t{1}, std::size_t{100}, kImageBytes / 2, kImageBytes - 1}) {
      CAPTURE(k);
      Bench bench;
      bench.printer.end_paper_after(k);
      const Bytes job = receipt(0x3C, '1');
      const std::size_t sent = kInit.size() + 8 + k;
      bench.send(Bytes(job.begin(), job.begin() + static_cast<std::ptrdiff_t>(sent)));
      CHECK(bench.printer.image_bytes_missing() == kImageBytes - k);
      CHECK(bench.send(status_of(2)) == bytes({0x32}));

      bench.printer.set_paper(PaperSupply::Full, bench.now);
      bench.send(receipt(0x18, '2'));
      bench.send(receipt(0x18, '3'));
      const auto pieces = bench.printer.take_pieces();
      // The start of the next job became the end of the image, and its paper holds both.
      const auto receipt_after = std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) {
        return piece.kind == PieceKind::Receipt;
      });
      REQUIRE(receipt_after != pieces.end());
      CHECK_FALSE(is_whole(*receipt_after, 0x18));
    }
  }

  TEST_CASE("what waited for paper is printed by itself after the refill, unless it was cleared") {
    for (const Bytes& clearing : {Bytes{}, kRecover, kClear}) {
      Bench bench;
      bench.printer.end_paper_after(kImageBytes / 2);
      CHECK(bench.send(receipt(0x3C, '1')).empty());
      CHECK(bench.printer.waiting_bytes() > 0);
      bench.send(clearing);
      bench.printer.set_paper(PaperSupply::Full, bench.now);
      auto pieces = bench.printer.take_pieces();
      REQUIRE_FALSE(pieces.empty());
      CHECK(pieces[0].kind == PieceKind::Scrap);
      CHECK(pieces[0].height_dots() == kRows / 2);
      if (clearing.empty()) {
        CHECK(pieces.size() == 2);
        CHECK(bench.answers() == marker_reply('1'));
      } else {
        CHECK(pieces.size() == 1);
        CHECK(bench.send(receipt(0x18, '2')) == marker_reply('2'));
        pieces = bench.printer.take_pieces();
        REQUIRE(pieces.size() == 1);
        CHECK(is_whole(pieces[0], 0x18));
      }
    }
  }

  TEST_CASE("clearing does nothing while the printer runs: inside an image it is dots") {
    Bench bench;
    bench.send(bytes({0x1D, 0x76, 0x30, 0, 1, 0, 13, 0}) + kRecover + kClear);
    CHECK(bench.printer.image_bytes_missing() == 0);
    bench.send(kCut);
    const auto pieces = bench.printer.take_pieces();
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].height_dots() == 13);
  }

  TEST_CASE("a printer that cannot clear keeps what waits") {
    PrinterTraits plain;
    plain.clears_on_request = false;
    Bench bench(plain);
    bench.printer.end_paper_after(10);
    bench.send(receipt(0x3C, '1') + kRecover + kClear);
    bench.printer.set_paper(PaperSupply::Full, bench.now);
    CHECK(bench.answers() == marker_reply('1'));
  }

  TEST_CASE("an open cover stops in the middle and goes on in the middle") {
    Bench bench;
    const Bytes job = receipt(0x3C, '1');
    bench.send(Bytes(job.begin(), job.begin() + 1000));
    bench.printer.set_cover_open(true, bench.now);
    CHECK(bench.send(Bytes(job.begin() + 1000, job.end())).empty());
    bench.printer.set_cover_open(false, bench.now);
    CHECK(bench.answers() == marker_reply('1'));
    const auto pieces = bench.printer.take_pieces();
    REQUIRE(pieces.size() == 1);
    CHECK(is_whole(pieces[0], 0x3C));
  }

  TEST_CASE("a jammed cutter is an error until it is freed, then the cut is finished") {
    Bench bench;
    bench.printer.set_cutter_jammed(true, bench.now);
    CHECK(bench.send(receipt(0x3C, '1')).empty());
    CHECK(bench.send(status_of(2) + status_of(3)) == bytes({0x52, 0x1A}));
    CHECK(bench.printer.take_pieces().empty());
    bench.printer.set_cutter_jammed(false, bench.now);
    CHECK(bench.answers() == marker_reply('1'));
    CHECK(bench.printer.take_pieces().size() == 1);
  }

  TEST_CASE("late answers come late, in their order, while states are told at once") {
    Bench bench;
    bench.printer.set_answer_delay(milliseconds{31'000});
    CHECK(bench.send(receipt(0x3C, '1') + status_of(1)) == bytes({0x12}));
    CHECK(bench.printer.take_pieces().size() == 1);
    CHECK(bench.printer.next_due() == bench.now + milliseconds{31'000});
    bench.now += milliseconds{30'999};
    CHECK(bench.answers().empty());
    bench.printer.set_answer_delay(milliseconds{0});
    CHECK(bench.send(marker('2')).empty());
    bench.now += milliseconds{1};
    CHECK(bench.answers() == marker_reply('1') + marker_reply('2'));
    bench.printer.set_answer_delay(std::nullopt);
    CHECK(bench.send(marker('3')).empty());
    CHECK_FALSE(bench.printer.next_due().has_value());
  }

  TEST_CASE("a silent printer prints and says nothing; cheap ones leave answers out") {
    Bench silent;
    silent.printer.set_silent(true);
    CHECK(silent.send(receipt(0x3C, '1') + status_of(1)).empty());
    CHECK(silent.printer.take_pieces().size() == 1);
    PrinterTraits cheap;
    cheap.answers_process_id = false;
    cheap.answers_real_time = false;
    cheap.has_near_end_sensor = false;
    Bench bench(cheap);
    bench.printer.set_paper(PaperSupply::Low, bench.now);
    CHECK(bench.send(marker('1') + status_of(4) + bytes({0x1D, 0x72, 1})) == bytes({0}));
  }

  TEST_CASE("a full buffer takes no more until the printer goes on") {
    PrinterTraits small;
    small.buffer_bytes = 500;
    Bench bench(small);
    bench.printer.set_online(false, bench.now);
    const Bytes job = receipt(0x3C, '1');
    CHECK(bench.printer.take(job, bench.now) == 500);
    CHECK(bench.printer.take(std::span(job).subspan(500), bench.now) == 0);
    bench.printer.set_online(true, bench.now);
    CHECK(bench.printer.take(std::span(job).subspan(500), bench.now) == job.size() - 500);
    CHECK(bench.printer.take_pieces().size() == 1);
  }

  TEST_CASE("narrow images stand where they were aligned, and wide ones end at the edge") {
    const auto one_row = [](int align, int width_bytes, int mode) {
      Bench bench;
      bench.send(bytes({0x1B, 0x61, align, 0x1D, 0x76, 0x30, mode, width_bytes, 0, 1, 0}) +
                 Bytes(static_cast<std::size_t>(width_bytes), std::byte{0xFF}) + kCut);
      auto pieces = bench.printer.take_pieces();
      REQUIRE(pieces.size() == 1);
      return pieces[0];
    };
    CHECK(one_row(0, 2, 0).dots[0] == 0xFF);
    CHECK(one_row(0, 2, 0).dots[2] == 0);
    CHECK(one_row(1, 2, 0).dots[35] == 0xFF);
    CHECK(one_row(2, 2, 0).dots[71] == 0xFF);
    CHECK(one_row(0, 100, 0).dots[71] == 0xFF);
    CHECK(one_row(0, 100, 0).height_dots() == 1);
    CHECK(one_row(0, 2, 3).dots[3] == 0xFF);
    CHECK(one_row(0, 2, 3).dots[4] == 0);
    CHECK(one_row(0, 2, 3).height_dots() == 2);
  }

  TEST_CASE("commands it does not draw are skipped by their right length") {
    Bench bench;
    Bytes job = kInit;
    job = job + bytes({0x1B, 0x74, 0, 0x1C, 0x26, 0x1C, 0x2E, 0x1D, 0x21, 0x11, 0x1B, 0x33, 30,
                       0x1B, 0x32});
    job = job + bytes({0x1B, 0x44, 8, 16, 0, 0x1B, 0x70, 0, 25, 250, 0x1D, 0x4C, 0, 0, 0x1D, 0x57,
                       0x40, 2});
    job = job + bytes({0x1B, 0x2A, 33, 2, 0}) + Bytes(6, std::byte{0x41});
    job = job + bytes({0x1D, 0x6B, 4, '1', '2', 0, 0x1D, 0x6B, 73, 3, 'a', 'b', 'c'});
    job = job +
          bytes({0x1D, 0x28, 0x4C, 12, 0, 0x30, 0x70, 0x30, 1, 1, 0x31, 8, 0, 2, 0, 0xFF, 0xFF});
    job = job + bytes({0x1D, 0x28, 0x6B, 6, 0, 0x31, 0x50, 0x30, 'x', 'y', 'z'});
    job = job + Bytes(8192) + bytes({'e', 'n', 'd', 0x0A}) + kCut;
    bench.send(job);
    const auto pieces = bench.printer.take_pieces();
    REQUIRE(pieces.size() == 1);
    const auto& lines = pieces[0].lines;
    CHECK(std::count(lines.begin(), lines.end(), "text end") == 1);
    CHECK(std::count(lines.begin(), lines.end(), "native qr xyz") == 1);
    CHECK(std::none_of(lines.begin(), lines.end(), [](const std::string& line) {
      return line.starts_with("unknown") || (line.starts_with("text") && line != "text end");
    }));
  }

  TEST_CASE("a cut without ink is a blank piece, no receipt") {
    Bench bench;
    bench.send(bytes({0x1B, 0x64, 4}) + kCut);
    const auto pieces = bench.printer.take_pieces();
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].kind == PieceKind::Blank);
  }
}
