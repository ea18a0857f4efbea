#include "devices/simulators/control.h"

#include <doctest/doctest.h>

#include <string>

using namespace huimin::devices;
using namespace huimin::devices::simulators;
using std::chrono::milliseconds;

namespace {

std::string say(Desk& desk, std::string_view line) {
  const Answer answer = obey(desk, line, MonoTime{});
  const auto* text = std::get_if<std::string>(&answer);
  return text == nullptr ? "waits" : *text;
}

void add_wang(Desk& desk) {
  Person person;
  person.name = "王秀英";
  person.id = "430522190001010004";
  person.birth = "19000101";
  desk.people["wang"] = person;
}

std::string scanned(Desk& desk) {
  std::string text;
  for (const std::byte one : desk.scanner.give(MonoTime{})) text.push_back(static_cast<char>(one));
  return text;
}

}  // namespace

TEST_SUITE("control language") {
  TEST_CASE("every command of the README is understood") {
    Desk desk;
    desk.has_network = true;
    add_wang(desk);
    for (const char* line : {"card place wang",
                             "card lift",
                             "card fault cut",
                             "card fault checksum 3",
                             "card fault stray 2 read",
                             "card fault unreadable",
                             "card fault lift-in-read 1",
                             "card fault select 50",
                             "card fault silent 1 find",
                             "card fault late 1 address",
                             "card fault refuse 1 self-test",
                             "card fault none",
                             "printer paper out",
                             "printer paper low",
                             "printer paper full",
                             "printer stop-after-bytes 100",
                             "printer cover open",
                             "printer cover closed",
                             "printer cutter jammed",
                             "printer cutter free",
                             "printer answer-delay 31000",
                             "printer answer-delay never",
                             "printer answer-delay 0",
                             "printer offline",
                             "printer online",
                             "printer silent on",
                             "printer silent off",
                             "printer trait process-id off",
                             "printer trait buffer 4096",
                             "scanner scan 430522-007-000321-37",
                             "scanner noise",
                             "network down",
                             "network up",
                             "network slow 200",
                             "unplug printer",
                             "plug printer",
                             "  card   lift \r"}) {
      CAPTURE(line);
      CHECK(say(desk, line) == "ok");
    }
    CHECK(say(desk, "receipts") == "0");
    CHECK(say(desk, "wait-paper 1 5000") == "waits");
    CHECK_FALSE(desk.is_quitting);
    CHECK(say(desk, "quit") == "ok");
    CHECK(desk.is_quitting);
  }

  TEST_CASE("so is every command for keypad, signal and keyboard scanner") {
    Desk desk;
    for (const char* line : {"scanner-keys scan HTTPS://A/R/1",
                             "scanner-keys slow-scan 12 34",
                             "scanner-keys unplug",
                             "scanner-keys plug",
                             "keypad press left",
                             "keypad press volume-down",
                             "keypad hold left 2000",
                             "keypad double select 60",
                             "keypad both left help",
                             "keypad headset in",
                             "keypad headset out",
                             "keypad overflow",
                             "keypad unplug",
                             "keypad plug",
                             "signal dip",
                             "signal unplug",
                             "signal plug",
                             "unplug keypad",
                             "plug keypad",
                             "unplug signal",
                             "unplug scanner-keys"}) {
      CAPTURE(line);
      CHECK(say(desk, line) == "ok");
    }
    CHECK(say(desk, "signal state") == "off");
  }

  TEST_CASE("anything else is an error in words, and changes nothing") {
    Desk desk;
    add_wang(desk);
    for (const char* line : {"",
                             "hello",
                             "card",
                             "card place",
                             "card place nobody",
                             "card place wang wang",
                             "card fault",
                             "card fault x",
                             "card fault cut x",
                             "card fault cut -1",
                             "card fault cut 1 lunch",
                             "printer",
                             "printer paper",
                             "printer paper wet",
                             "printer stop-after-bytes 0",
                             "printer stop-after-bytes x",
                             "printer cover",
                             "printer answer-delay",
                             "printer answer-delay -1",
                             "printer trait",
                             "printer trait process-id maybe",
                             "printer trait buffer 0",
                             "scanner",
                             "scanner scan",
                             "scanner-keys",
                             "scanner-keys scan",
                             "scanner-keys scan 王",
                             "keypad",
                             "keypad press",
                             "keypad press any",
                             "keypad press left right",
                             "keypad hold left",
                             "keypad hold left 0",
                             "keypad double 60",
                             "keypad both left",
                             "keypad headset",
                             "keypad headset sideways",
                             "keypad sideways",
                             "signal",
                             "signal calling",
                             "signal state now",
                             "network",
                             "network sideways",
                             "network up",
                             "unplug",
                             "unplug everything",
                             "wait-paper",
                             "wait-paper 1",
                             "wait-paper x 1",
                             "wait-paper 1 99999999999",
                             "quit now",
                             "receipts 1"}) {
      CAPTURE(line);
      CHECK(say(desk, line).starts_with("error "));
    }
    CHECK_FALSE(desk.reader.has_card());
    CHECK_FALSE(desk.is_quitting);
  }

  TEST_CASE("a code keeps its spaces and letters") {
    Desk desk;
    CHECK(say(desk, "scanner scan HTTPS://A/R/1  王 x") == "ok");
    CHECK(scanned(desk) == "HTTPS://A/R/1  王 x\r");
  }

  TEST_CASE("a card is placed, replaced and lifted") {
    Desk desk;
    add_wang(desk);
    say(desk, "card place wang");
    CHECK(desk.reader.has_card());
    say(desk, "card lift");
    CHECK_FALSE(desk.reader.has_card());
  }

  TEST_CASE("a keypad that is unplugged cannot be pressed, but a headset can be put in") {
    Desk desk;
    say(desk, "keypad unplug");
    CHECK(say(desk, "keypad press left").starts_with("error "));
    CHECK(say(desk, "keypad headset in") == "ok");
    say(desk, "keypad plug");
    CHECK(say(desk, "keypad press left") == "ok");
  }
}
