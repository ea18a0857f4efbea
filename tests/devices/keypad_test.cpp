// From keys of the hardware to presses that a person meant.

#include "devices/keypad/evdev_keypad.h"

#include <doctest/doctest.h>
#include <linux/input-event-codes.h>

#include <array>
#include <string>
#include <vector>

#include "devices/simulators/keypad_twin.h"
#include "devices/simulators/twin_stream.h"

using namespace huimin::devices;
using simulators::KeypadTwin;
using simulators::TwinSocket;
using std::chrono::milliseconds;

namespace {

std::string show(const std::optional<KeypadEvent>& event) {
  if (!event) return "";
  if (const auto* pressed = std::get_if<KeyPressed>(&*event)) return to_text(pressed->key);
  if (std::holds_alternative<HeadsetIn>(*event)) return "in";
  if (std::holds_alternative<HeadsetOut>(*event)) return "out";
  return std::holds_alternative<KeypadGone>(*event) ? "gone" : "back";
}

// Keys by hand: code, value, milliseconds.
struct Hand {
  KeyFilter filter;
  explicit Hand(KeypadTimes times = {}, KeyMap map = {}) : filter(std::move(map), times) {}

  std::string say(std::uint16_t type, std::uint16_t code, std::int32_t value, int at_ms) {
    return show(filter.take({MonoTime{milliseconds{at_ms}}, type, code, value}));
  }
  std::string down(std::uint16_t code, int at_ms) { return say(EV_KEY, code, 1, at_ms); }
  std::string up(std::uint16_t code, int at_ms) { return say(EV_KEY, code, 0, at_ms); }
};

// A keypad on its line, with time turned by hand.
struct Bench {
  KeypadTwin twin;
  TwinSocket socket{twin};
  EvdevKeypad keypad{opener_for(socket)};

  Bench() { socket.now = MonoTime{milliseconds{1'000'000}}; }

  // All that happens within this time, in words.
  std::string watch(int ms = 100) {
    std::string all;
    const MonoTime end = socket.now + milliseconds{ms};
    for (;;) {
      const auto event = keypad.poll(std::max(milliseconds{0}, end - socket.now));
      if (event) {
        all += show(event) + " ";
        continue;
      }
      if (socket.now >= end) return all;
      // A keypad that is gone answers at once; the world goes on.
      if (keypad.status() == KeypadStatus::Disconnected) socket.now += milliseconds{1};
    }
  }
  void unplug() {
    socket.is_plugged = false;
    twin.unplug();
  }
  void plug() { socket.is_plugged = true; }
};

}  // namespace

TEST_SUITE("key map") {
  TEST_CASE("the defaults are the keys that such keypads have") {
    Hand hand;
    int at = 0;
    const auto press = [&](std::uint16_t code) {
      const std::string said = hand.down(code, at += 1000);
      hand.up(code, at + 50);
      return said;
    };
    CHECK(press(KEY_LEFT) == "left");
    CHECK(press(KEY_RIGHT) == "right");
    CHECK(press(KEY_UP) == "up");
    CHECK(press(KEY_DOWN) == "down");
    for (const auto code : {KEY_ENTER, KEY_KPENTER, KEY_SELECT, KEY_OK}) {
      CHECK(press(static_cast<std::uint16_t>(code)) == "select");
    }
    CHECK(press(KEY_HELP) == "help");
    CHECK(press(KEY_F1) == "help");
    CHECK(press(KEY_REDO) == "repeat");
    CHECK(press(KEY_F2) == "repeat");
    CHECK(press(KEY_F3) == "rate-down");
    CHECK(press(KEY_FASTFORWARD) == "rate-up");
    CHECK(press(KEY_VOLUMEUP) == "volume-up");
    CHECK(press(KEY_VOLUMEDOWN) == "volume-down");
    CHECK(press(KEY_POWER) == "");
    CHECK(press(KEY_A) == "");
  }

  TEST_CASE("settings replace the defaults of what they name, and only those") {
    const std::array<std::string, 4> lines{"help=F5", "help=KP0", "left=353", "headset-in=F15"};
    const auto map = KeyMap::parse(lines);
    REQUIRE(map);
    CHECK(map->find(KEY_F5) == KeyMeaning{KeypadKey::Help});
    CHECK(map->find(KEY_KP0) == KeyMeaning{KeypadKey::Help});
    CHECK_FALSE(map->find(KEY_F1));
    CHECK(map->find(353) == KeyMeaning{KeypadKey::Left});
    CHECK_FALSE(map->find(KEY_LEFT));
    CHECK(map->find(KEY_F15) == KeyMeaning{JackKey::In});
    CHECK(map->find(KEY_RIGHT) == KeyMeaning{KeypadKey::Right});
  }

  TEST_CASE("two keys may change places, whatever the order of the lines") {
    const std::array<std::string, 2> lines{"left=RIGHT", "right=LEFT"};
    const auto map = KeyMap::parse(lines);
    REQUIRE(map);
    CHECK(map->find(KEY_RIGHT) == KeyMeaning{KeypadKey::Left});
    CHECK(map->find(KEY_LEFT) == KeyMeaning{KeypadKey::Right});
  }

  TEST_CASE("a line that cannot be understood is named") {
    for (const char* wrong : {"", "help", "help=", "=F1", "hepl=F1", "help=F25", "help=f1",
                              "help= F1", "help=99999", "help=-1", "help=0x10", "help=KEY_F1"}) {
      CAPTURE(wrong);
      const std::array<std::string, 2> lines{"left=UP", wrong};
      const auto map = KeyMap::parse(lines);
      REQUIRE_FALSE(map);
      CHECK(map.error() == wrong);
    }
    const std::array<std::string, 2> twice{"help=F5", "repeat=F5"};
    CHECK(KeyMap::parse(twice).error() == "repeat=F5");
  }

  TEST_CASE("keys are named as in the kernel") {
    CHECK(key_code("A") == KEY_A);
    CHECK(key_code("L") == KEY_L);
    CHECK(key_code("M") == KEY_M);
    CHECK(key_code("P") == KEY_P);
    CHECK(key_code("1") == KEY_1);
    CHECK(key_code("0") == KEY_0);
    CHECK(key_code("28") == KEY_ENTER);
    CHECK(key_code("F24") == KEY_F24);
    CHECK_FALSE(key_code("a"));
    CHECK_FALSE(key_code("28x"));
  }
}

TEST_SUITE("key filter") {
  TEST_CASE("A11Y 19: a held key is one press, whatever the kernel repeats") {
    Hand hand;
    CHECK(hand.down(KEY_RIGHT, 0) == "right");
    for (int at = 250; at < 5000; at += 33) CHECK(hand.say(EV_KEY, KEY_RIGHT, 2, at) == "");
    CHECK(hand.up(KEY_RIGHT, 5000) == "");
    CHECK(hand.down(KEY_RIGHT, 5300) == "right");
  }

  TEST_CASE("A11Y 20: the same key again within the time is a double strike; later it counts") {
    for (const int limit : {50, 150, 500, 1000}) {
      CAPTURE(limit);
      Hand hand({.double_strike = milliseconds{limit}});
      CHECK(hand.down(KEY_RIGHT, 0) == "right");
      CHECK(hand.up(KEY_RIGHT, 30) == "");
      CHECK(hand.down(KEY_RIGHT, 30 + limit - 1) == "");
      CHECK(hand.up(KEY_RIGHT, 30 + limit) == "");
      // What was filtered does not lengthen the time.
      CHECK(hand.down(KEY_RIGHT, 31 + limit) == "right");
    }
  }

  TEST_CASE("A11Y 20: a key that bounces when it is let go after long is not pressed again") {
    Hand hand;
    CHECK(hand.down(KEY_ENTER, 0) == "select");
    hand.up(KEY_ENTER, 2000);
    CHECK(hand.down(KEY_ENTER, 2005) == "");
    hand.up(KEY_ENTER, 2010);
    CHECK(hand.down(KEY_ENTER, 2151) == "select");
  }

  TEST_CASE("A11Y 20: two hardware keys of one meaning are one key to the filter") {
    Hand hand;
    CHECK(hand.down(KEY_ENTER, 0) == "select");
    hand.up(KEY_ENTER, 30);
    CHECK(hand.down(KEY_KPENTER, 90) == "");
  }

  TEST_CASE("fifteen different keys a second all count") {
    Hand hand;
    constexpr std::array kKeys{KEY_LEFT, KEY_UP, KEY_RIGHT, KEY_DOWN};
    for (int i = 0; i < 60; ++i) {
      const auto code = static_cast<std::uint16_t>(kKeys[static_cast<std::size_t>(i) % 4]);
      CHECK(hand.down(code, i * 66) != "");
      hand.up(code, i * 66 + 40);
    }
  }

  TEST_CASE("of two keys at once the first counts, and a third while they are down does not") {
    Hand hand;
    CHECK(hand.down(KEY_LEFT, 0) == "left");
    CHECK(hand.down(KEY_ENTER, 10) == "");
    CHECK(hand.up(KEY_ENTER, 40) == "");
    CHECK(hand.down(KEY_RIGHT, 300) == "");
    CHECK(hand.up(KEY_LEFT, 400) == "");
    CHECK(hand.down(KEY_ENTER, 410) == "select");
  }

  TEST_CASE("a key that hangs keeps the others from counting for three seconds only") {
    Hand hand;
    CHECK(hand.down(KEY_LEFT, 0) == "left");
    CHECK(hand.down(KEY_ENTER, 2900) == "");
    hand.up(KEY_ENTER, 2950);
    CHECK(hand.down(KEY_ENTER, 3100) == "select");
    hand.up(KEY_ENTER, 3150);
    CHECK(hand.down(KEY_RIGHT, 3200) == "right");
  }

  TEST_CASE("a clock that was set back swallows no press") {
    Hand hand;
    CHECK(hand.down(KEY_RIGHT, 1'000'000) == "right");
    hand.up(KEY_RIGHT, 1'000'050);
    CHECK(hand.down(KEY_RIGHT, 10) == "right");
  }

  TEST_CASE("the jack is told by its switch or by keys, each change once") {
    Hand hand({}, KeyMap::parse(std::array<std::string, 2>{"headset-in=F15", "headset-out=F16"})
                      .value());
    CHECK(hand.say(EV_SW, SW_HEADPHONE_INSERT, 0, 0) == "");
    CHECK(hand.say(EV_SW, SW_HEADPHONE_INSERT, 1, 10) == "in");
    CHECK(hand.say(EV_SW, SW_HEADPHONE_INSERT, 1, 20) == "");
    CHECK(hand.say(EV_SW, SW_HEADPHONE_INSERT, 0, 30) == "out");
    CHECK(hand.down(KEY_F15, 40) == "in");
    CHECK(hand.down(KEY_F16, 50) == "out");
    CHECK(hand.say(EV_SW, SW_LID, 1, 60) == "");
  }
}

TEST_SUITE("keypad on its line") {
  TEST_CASE("presses, a hold, a trembling and a slipping hand come out as they were meant") {
    Bench bench;
    CHECK(bench.watch() == "back ");
    bench.twin.press(KEY_LEFT, bench.socket.now);
    bench.twin.press(KEY_LEFT, bench.socket.now);
    bench.twin.press(KEY_ENTER, bench.socket.now);
    CHECK(bench.watch() == "left left select ");
    bench.twin.hold(KEY_DOWN, milliseconds{2000}, bench.socket.now);
    CHECK(bench.watch(3000) == "down ");
    bench.twin.strike_twice(KEY_UP, milliseconds{60}, bench.socket.now);
    CHECK(bench.watch(1000) == "up ");
    bench.twin.press_both(KEY_RIGHT, KEY_ENTER, bench.socket.now);
    CHECK(bench.watch() == "right ");
    CHECK(bench.watch(60'000) == "");
    CHECK(bench.keypad.status() == KeypadStatus::Ready);
  }

  TEST_CASE("a keypad that is not there is told once, and its coming too") {
    Bench bench;
    bench.unplug();
    CHECK(bench.watch(50) == "gone ");
    CHECK(bench.watch(50) == "");
    CHECK(bench.keypad.status() == KeypadStatus::Disconnected);
    bench.plug();
    CHECK(bench.watch(50) == "back ");
    bench.unplug();
    CHECK(bench.watch(50) == "gone ");
  }

  TEST_CASE("a keypad that is unplugged while a key is down has no key down when it is back") {
    Bench bench;
    bench.watch();
    bench.twin.hold(KEY_LEFT, milliseconds{60'000}, bench.socket.now);
    CHECK(bench.watch(300) == "left ");
    bench.unplug();
    CHECK(bench.watch(50) == "gone ");
    bench.plug();
    bench.twin.press(KEY_ENTER, bench.socket.now);
    CHECK(bench.watch() == "back select ");
  }

  TEST_CASE("presses of which only a part came before the plug was pulled leave nothing behind") {
    for (std::size_t cut = 1; cut < 4 * 24; ++cut) {
      CAPTURE(cut);
      std::vector<std::byte> bytes;
      append_input_event(bytes, {MonoTime{milliseconds{1000}}, EV_KEY, KEY_LEFT, 1});
      append_input_event(bytes, {MonoTime{milliseconds{1000}}, EV_SYN, SYN_REPORT, 0});
      append_input_event(bytes, {MonoTime{milliseconds{1050}}, EV_KEY, KEY_LEFT, 0});
      append_input_event(bytes, {MonoTime{milliseconds{1050}}, EV_SYN, SYN_REPORT, 0});
      bytes.resize(cut);
      Bench bench;
      bench.watch();
      struct Part final : simulators::Twin {
        std::vector<std::byte> bytes;
        std::size_t take(std::span<const std::byte> all, MonoTime) override { return all.size(); }
        std::vector<std::byte> give(MonoTime) override { return std::exchange(bytes, {}); }
        std::optional<MonoTime> next_due() const override { return std::nullopt; }
      } part;
      part.bytes = bytes;
      TwinSocket line{part};
      EvdevKeypad keypad{opener_for(line)};
      CHECK(show(keypad.poll(milliseconds{1})) == "back");
      CHECK(show(keypad.poll(milliseconds{1})) == (cut >= 24 ? "left" : ""));
      line.is_plugged = false;
      CHECK(show(keypad.poll(milliseconds{1})) == "gone");
      line.is_plugged = true;
      append_input_event(part.bytes, {MonoTime{milliseconds{5000}}, EV_KEY, KEY_ENTER, 1});
      CHECK(show(keypad.poll(milliseconds{1})) == "back");
      CHECK(show(keypad.poll(milliseconds{1})) == "select");
    }
  }

  TEST_CASE("the headset is out when the keypad is gone, and told again when it is back") {
    Bench bench;
    bench.watch();
    bench.twin.set_headset(true, bench.socket.now);
    CHECK(bench.watch() == "in ");
    bench.unplug();
    CHECK(bench.watch(20) == "gone ");
    bench.plug();
    // The port asks a twin for its switches when it opens the line.
    std::vector<std::byte> question;
    append_input_event(question, {MonoTime{}, EV_SYN, SYN_CONFIG, 1});
    bench.twin.take(question, bench.socket.now);
    CHECK(bench.watch() == "back in ");
  }

  TEST_CASE("after an overflow the keypad is opened anew, with no word of it") {
    Bench bench;
    bench.watch();
    CHECK(bench.socket.opened == 1);
    bench.twin.hold(KEY_LEFT, milliseconds{1}, bench.socket.now);
    bench.twin.overflow(bench.socket.now);
    CHECK(bench.watch() == "left ");
    CHECK(bench.socket.opened == 2);
    bench.twin.press(KEY_RIGHT, bench.socket.now);
    CHECK(bench.watch() == "right ");
  }

  TEST_CASE("thousands of presses while nobody looks do not pile up") {
    Bench bench;
    bench.watch();
    for (int i = 0; i < 5000; ++i) bench.twin.press(KEY_RIGHT, bench.socket.now);
    const std::string all = bench.watch(1000);
    CHECK(all.size() >= 64 * 6);
    CHECK(bench.keypad.status() == KeypadStatus::Ready);
  }
}

TEST_SUITE("input events") {
  std::vector<std::byte> sample() {
    std::vector<std::byte> bytes;
    for (int i = 0; i < 5; ++i) {
      append_input_event(bytes, {MonoTime{milliseconds{1000 + i}}, EV_KEY, KEY_LEFT, i % 2});
    }
    return bytes;
  }

  TEST_CASE("bytes and events are the same thing, wherever the bytes are cut") {
    const auto bytes = sample();
    InputEventReader at_once;
    const auto whole = at_once.take(bytes);
    REQUIRE(whole.size() == 5);
    CHECK(whole[3] == InputEvent{MonoTime{milliseconds{1003}}, EV_KEY, KEY_LEFT, 1});
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
      InputEventReader reader;
      auto events = reader.take(std::span(bytes).first(cut));
      const auto rest = reader.take(std::span(bytes).subspan(cut));
      events.insert(events.end(), rest.begin(), rest.end());
      CHECK(events == whole);
    }
  }

  TEST_CASE("a line that lost bytes finds its way back") {
    const auto bytes = sample();
    for (std::size_t lost = 1; lost < 24; ++lost) {
      CAPTURE(lost);
      InputEventReader reader;
      auto damaged = bytes;
      damaged.erase(damaged.begin(), damaged.begin() + static_cast<std::ptrdiff_t>(lost));
      const auto more = sample();
      damaged.insert(damaged.end(), more.begin(), more.end());
      const auto events = reader.take(damaged);
      REQUIRE_FALSE(events.empty());
      CHECK(events.back() == InputEvent{MonoTime{milliseconds{1004}}, EV_KEY, KEY_LEFT, 0});
    }
  }
}
