// A scanner in keyboard mode, grabbed: its keys become codes and nothing else.

#include <doctest/doctest.h>
#include <linux/input-event-codes.h>

#include <string>

#include "devices/scanner/line_scanner.h"
#include "devices/scanner/typed_lines.h"
#include "devices/simulators/scanner_keys_twin.h"
#include "devices/simulators/twin_stream.h"

using namespace huimin::devices;
using simulators::ScannerKeysTwin;
using simulators::TwinSocket;
using std::chrono::milliseconds;

namespace {

const std::string kDigits(60, '7');
const std::string kReceipt = "HTTPS://STATUS.EXAMPLE.ORG/R/0123456789";

std::string show(const ScanEvent& event) {
  if (const auto* code = std::get_if<Scanned>(&event)) return "'" + code->text + "'";
  if (std::holds_alternative<ScanRefused>(event)) return "refused";
  return std::holds_alternative<ScannerGone>(event) ? "gone" : "nothing";
}

struct Bench {
  ScannerKeysTwin twin;
  TwinSocket socket{twin};
  LineScanner scanner{typed_lines(opener_for(socket), socket.clock()),
                      {.end_of_line = milliseconds{600}},
                      socket.clock()};

  std::string poll(int wait_ms = 5000) { return show(scanner.poll(milliseconds{wait_ms})); }
  void type(std::string_view text, int whole_ms) {
    REQUIRE(twin.type(text, socket.now, milliseconds{whole_ms}));
  }
};

std::optional<char> press(KeyLetters& letters, std::uint16_t code) {
  const auto letter = letters.take({MonoTime{}, EV_KEY, code, 1});
  letters.take({MonoTime{}, EV_KEY, code, 0});
  return letter;
}

}  // namespace

TEST_SUITE("scanner in keyboard mode") {
  TEST_CASE("a code ends with Enter or Tab, at any speed a scanner has") {
    for (const char* end : {"\r", "\t"}) {
      for (const int whole_ms : {30, 60 * 5, 60 * 30}) {
        Bench bench;
        bench.type(kDigits + end, whole_ms);
        CHECK(bench.poll() == "'" + kDigits + "'");
        CHECK(bench.poll(2000) == "nothing");
      }
    }
  }

  TEST_CASE("the letters of a receipt come in upper case, with or without shift or caps lock") {
    Bench bench;
    bench.type(kReceipt + "\r", 1000);
    CHECK(bench.poll() == "'" + kReceipt + "'");
    bench.type("430522-007-000321-37 $%*+-./:\r", 900);
    CHECK(bench.poll() == "'430522-007-000321-37 $%*+-./:'");
    bench.type("https\r", 100);
    CHECK(bench.poll() == "'HTTPS'");
  }

  TEST_CASE("Esc, locks and keys without a letter are nothing, alone or within a code") {
    Bench bench;
    bench.type("\x1b\x1b\t\r\t", 50);
    CHECK(bench.poll(3000) == "nothing");
    bench.type("12\x1b"
               "34\r",
               50);
    CHECK(bench.poll() == "'1234'");
    KeyLetters letters;
    for (const int code : {KEY_CAPSLOCK, KEY_NUMLOCK, KEY_F1, KEY_UP, KEY_LEFTSHIFT, KEY_POWER}) {
      CHECK_FALSE(press(letters, static_cast<std::uint16_t>(code)));
    }
  }

  TEST_CASE("a letter that our codes do not have refuses the whole code") {
    for (const char* wrong : {"12=34\r", "12;34\r", "(01)123\r", "12_34\r", "a,b\r"}) {
      CAPTURE(wrong);
      Bench bench;
      bench.type(wrong, 50);
      CHECK(bench.poll() == "refused");
      bench.type("77\r", 10);
      CHECK(bench.poll() == "'77'");
    }
    KeyLetters letters;
    CHECK(press(letters, KEY_LEFTCTRL) == '\x01');
    CHECK(press(letters, KEY_LEFTALT) == '\x01');
    CHECK(letters.take({MonoTime{}, EV_SYN, SYN_DROPPED, 0}) == '\x01');
  }

  TEST_CASE("the number block types digits, and ends a code") {
    KeyLetters letters;
    std::string typed;
    for (const int code :
         {KEY_KP0, KEY_KP1, KEY_KP5, KEY_KP9, KEY_KPDOT, KEY_KPSLASH, KEY_KPENTER}) {
      typed += press(letters, static_cast<std::uint16_t>(code)).value();
    }
    CHECK(typed == "0159./\r");
  }

  TEST_CASE("a held key types once, and shift counts while it is down") {
    KeyLetters letters;
    CHECK(letters.take({MonoTime{}, EV_KEY, KEY_7, 1}) == '7');
    CHECK_FALSE(letters.take({MonoTime{}, EV_KEY, KEY_7, 2}));
    CHECK_FALSE(letters.take({MonoTime{}, EV_KEY, KEY_7, 0}));
    letters.take({MonoTime{}, EV_KEY, KEY_RIGHTSHIFT, 1});
    CHECK(press(letters, KEY_SEMICOLON) == ':');
    letters.take({MonoTime{}, EV_KEY, KEY_RIGHTSHIFT, 0});
    CHECK(press(letters, KEY_SEMICOLON) == '\x01');
  }

  TEST_CASE("a line without its end is dropped after a time, and the next code is whole") {
    Bench bench;
    bench.type("430522", 100);
    CHECK(bench.poll(3000) == "refused");
    bench.type(kDigits + "\r", 30);
    CHECK(bench.poll() == "'" + kDigits + "'");
  }

  TEST_CASE("C11: the same code twice within 150 ms is one read, after 3 s it is another") {
    Bench bench;
    bench.type(kDigits + "\r", 30);
    CHECK(bench.poll() == "'" + kDigits + "'");
    bench.type(kDigits + "\r", 30);
    CHECK(bench.poll(150) == "nothing");
    bench.socket.now += milliseconds{3000};
    bench.type(kDigits + "\r", 30);
    CHECK(bench.poll() == "'" + kDigits + "'");
  }

  TEST_CASE("C11: keys of a code that was begun before the screen changed do not act after it") {
    for (const int typed_ms : {1, 100, 500, 880}) {
      CAPTURE(typed_ms);
      Bench bench;
      bench.poll(0);
      bench.type(kDigits + "\r", 900);
      CHECK(bench.poll(typed_ms) == "nothing");
      bench.scanner.clear();
      CHECK(bench.poll(3000) == "nothing");
      bench.type("12\r", 10);
      CHECK(bench.poll() == "'12'");
    }
  }

  TEST_CASE("a plug that is pulled at any key leaves half a code nowhere") {
    for (int typed_ms = 0; typed_ms < 300; typed_ms += 15) {
      CAPTURE(typed_ms);
      Bench bench;
      bench.poll(0);
      bench.type("0123456789\r", 330);
      CHECK(bench.poll(typed_ms) == "nothing");
      bench.socket.is_plugged = false;
      bench.twin.unplug();
      CHECK(bench.poll(1) == "gone");
      bench.socket.is_plugged = true;
      bench.type("77\r", 10);
      CHECK(bench.poll() == "'77'");
    }
  }
}
