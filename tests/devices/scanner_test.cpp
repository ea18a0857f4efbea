#include <doctest/doctest.h>

#include <random>
#include <string>

#include "devices/scanner/line_scanner.h"
#include "devices/simulators/scanner_twin.h"
#include "devices/simulators/twin_stream.h"

using namespace huimin::devices;
using simulators::ScannerTwin;
using simulators::TwinSocket;
using std::chrono::milliseconds;

namespace {

std::span<const std::byte> as_bytes(const std::string& text) {
  return std::as_bytes(std::span(text));
}

// Codes in quotes, refusals as words.
std::string show(const ScanEvent& event) {
  if (const auto* code = std::get_if<Scanned>(&event)) return "'" + code->text + "'";
  if (const auto* refused = std::get_if<ScanRefused>(&event)) {
    return refused->reason == ScanRefusal::TooLong ? "too-long" : "noise";
  }
  return std::holds_alternative<ScannerGone>(event) ? "gone" : "nothing";
}

std::string lines_of(const std::string& stream) {
  LineAssembler assembler;
  std::string shown;
  for (const auto& line : assembler.take(as_bytes(stream))) shown += show(line) + " ";
  return shown;
}

struct Bench {
  ScannerTwin twin;
  TwinSocket socket{twin};
  LineScanner scanner{opener_for(socket), {}, socket.clock()};

  std::string poll(int wait_ms = 50) { return show(scanner.poll(milliseconds{wait_ms})); }
  void scan(std::string_view code) { twin.scan(code, socket.now); }
  void pass(int ms) { socket.now += milliseconds{ms}; }
};

}  // namespace

TEST_SUITE("scanner lines") {
  TEST_CASE("lines end with CR or CRLF, and empty ones are nothing") {
    CHECK(lines_of("abc\rdef\r\nghi\r\n\r\r\n") == "'abc' 'def' 'ghi' ");
    CHECK(lines_of("abc") == "");
    CHECK(lines_of("a b\r") == "'a b' ");
    CHECK(lines_of("王秀英\r") == "'王秀英' ");
  }

  TEST_CASE(
      "a code with line feeds or other control letters inside is one refusal, not several codes") {
    CHECK(lines_of("abc\ndef\r") == "noise ");
    CHECK(lines_of("abc\x1d"
                   "def\rnext\r") == "noise 'next' ");
    CHECK(lines_of("\n\r") == "noise ");
  }

  TEST_CASE("bytes that are no UTF-8 are noise") {
    for (const char* wrong :
         {"\x80", "\xc0\xaf", "\xe4\xb8", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff"}) {
      CHECK(lines_of(std::string(wrong) + "\r") == "noise ");
    }
    CHECK(lines_of("\xf0\xac\xac\x8e\r") == "'\xf0\xac\xac\x8e' ");
  }

  TEST_CASE("the longest QR code is taken, one letter more is refused as a whole") {
    const std::string longest(kMaxScanLength, '7');
    CHECK(lines_of(longest + "\r") == "'" + longest + "' ");
    CHECK(lines_of(longest + "8\rnext\r") == "too-long 'next' ");
    CHECK(lines_of(std::string(1'000'000, '1') + "\rnext\r") == "too-long 'next' ");
  }

  TEST_CASE("any split of the stream gives the same lines") {
    const std::string stream =
        "430522-007-000321-37\r\nHTTPS://A/R/1\r\x01\r王\r\n" + std::string(5000, 'x') + "\r";
    const std::string whole = lines_of(stream);
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
      LineAssembler assembler;
      std::string shown;
      for (std::size_t at = 0; at < stream.size();) {
        const std::size_t size = 1 + random() % 700;
        for (const auto& line : assembler.take(as_bytes(stream.substr(at, size))))
          shown += show(line) + " ";
        at += size;
      }
      CHECK(shown == whole);
    }
  }

  TEST_CASE("a forgotten half line takes its other half with it") {
    LineAssembler assembler;
    CHECK(assembler.take(as_bytes("430522-007-")).empty());
    assembler.forget();
    CHECK(assembler.take(as_bytes("000321-37\r")).empty());
    const auto next = assembler.take(as_bytes("next\r"));
    REQUIRE(next.size() == 1);
    CHECK(show(next[0]) == "'next'");
  }
}

TEST_SUITE("line scanner") {
  TEST_CASE("a code is read once, also when the scanner repeats it") {
    Bench bench;
    bench.scan("430522-007-000321-37");
    bench.pass(150);
    bench.scan("430522-007-000321-37");
    CHECK(bench.poll() == "'430522-007-000321-37'");
    CHECK(bench.poll() == "nothing");
  }

  TEST_CASE("a code held before the scanner for half a minute is one read") {
    Bench bench;
    std::string seen;
    for (int i = 0; i < 100; ++i) {
      bench.scan("HTTPS://EXAMPLE/R/1");
      bench.pass(300);
      if (bench.poll() != "nothing") seen += "x";
    }
    CHECK(seen == "x");
  }

  TEST_CASE("the same code after three seconds is a new read, another code is one at once") {
    Bench bench;
    bench.scan("one");
    CHECK(bench.poll() == "'one'");
    bench.scan("two");
    CHECK(bench.poll() == "'two'");
    bench.pass(3000);
    bench.scan("two");
    CHECK(bench.poll() == "'two'");
  }

  TEST_CASE("a second read that waits when the screen changes does not act on the next screen") {
    Bench bench;
    bench.scan("one");
    bench.scan("two");
    CHECK(bench.poll() == "'one'");
    bench.scanner.clear();
    CHECK(bench.poll() == "nothing");
    bench.scan("three");
    CHECK(bench.poll() == "'three'");
  }

  TEST_CASE("a repeat that comes after the screen changed does not act on the next screen") {
    Bench bench;
    bench.scan("one");
    CHECK(bench.poll() == "'one'");
    bench.scanner.clear();
    CHECK(bench.poll() == "nothing");
    bench.pass(150);
    bench.scan("one");
    CHECK(bench.poll() == "nothing");
  }

  TEST_CASE("a code half received when the screen changes is dropped whole") {
    Bench bench;
    bench.twin.scan("430522-007-", bench.socket.now, "");
    CHECK(bench.poll(10) == "nothing");
    bench.scanner.clear();
    bench.twin.scan("000321-37", bench.socket.now);
    CHECK(bench.poll() == "nothing");
    bench.scan("next");
    CHECK(bench.poll() == "'next'");
  }

  TEST_CASE("garbage without an end is refused after a moment, and the next code is read") {
    Bench bench;
    bench.twin.make_noise(bench.socket.now);
    CHECK(bench.poll(1000) == "noise");
    bench.scan("next");
    CHECK(bench.poll() == "'next'");
  }

  TEST_CASE("a code split by short pauses is whole") {
    Bench bench;
    for (const char* part : {"430522", "-007-", "000321"}) {
      bench.twin.scan(part, bench.socket.now, "");
      CHECK(bench.poll(100) == "nothing");
    }
    bench.scan("-37");
    CHECK(bench.poll() == "'430522-007-000321-37'");
  }

  TEST_CASE("several codes at once come out one by one, and no more than can be meant") {
    Bench bench;
    for (int i = 0; i < 1000; ++i) bench.scan("code " + std::to_string(i));
    int codes = 0;
    while (bench.poll(1) != "nothing") ++codes;
    CHECK(codes >= 1);
    CHECK(codes <= 1000);
    bench.scan("last");
    CHECK(bench.poll() == "'last'");
  }

  TEST_CASE("an unplugged scanner is gone, and works again when it returns") {
    Bench bench;
    CHECK(bench.scanner.status() == ScannerStatus::Disconnected);
    CHECK(bench.poll() == "nothing");
    CHECK(bench.scanner.status() == ScannerStatus::Ready);
    bench.twin.scan("half", bench.socket.now, "");
    CHECK(bench.poll(10) == "nothing");
    bench.socket.is_plugged = false;
    CHECK(bench.poll() == "gone");
    CHECK(bench.poll() == "gone");
    CHECK(bench.scanner.status() == ScannerStatus::Disconnected);
    bench.socket.is_plugged = true;
    bench.scan("whole");
    CHECK(bench.poll() == "'whole'");
  }
}
