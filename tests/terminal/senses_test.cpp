// The terminal for who does not see it or does not touch it: keypad, voice, dark screen (case C18).

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/terminal/played_terminal.h"

namespace huimin::terminal {
namespace {

using devices::KeypadKey;
using screens::view::Language;
using testing::PlayedTerminal;

// To the name that is typed, in English, so that what is said can be read here.
constexpr const char* kToName =
    "screen attract\ntap act.start\nscreen home\ntap act.apply\nscreen trouble-paper\n"
    "tap act.print_later\nscreen privacy\ntap act.agree\nscreen identify-no-reader\n"
    "tap act.no_card\nscreen type-name\n";

bool is_black(const screens::Pixels& pixels) {
  return std::ranges::all_of(pixels.memory(), [](std::uint32_t each) { return each == 0; });
}

bool has(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

// Reading is on and a sentence is being said that would go on for ever.
struct MidSentence : PlayedTerminal {
  MidSentence() : PlayedTerminal({.language = Language::English}) {
    heard->never_ends = true;
    REQUIRE(play(std::string(kToName) + "tap act.read_aloud\nscreen voice\ntap act.resume\n"
                                        "screen type-name\n") == "");
    REQUIRE(becomes([&] { return heard->sounds.load(); }));
  }
  bool falls_silent() {
    return becomes([&] { return !heard->sounds && !core->is_speaking(); });
  }
};

}  // namespace

TEST_SUITE("silence") {
  TEST_CASE("C18: walking away in mid-sentence: silence, and no word after the end") {
    MidSentence terminal;
    REQUIRE(terminal.play("advance 310\nscreen timeout\nadvance 50\nscreen attract\n") == "");
    CHECK(terminal.falls_silent());
    terminal.heard->forget();
    terminal.settle();
    CHECK_FALSE(terminal.core->is_speaking());
    CHECK(terminal.heard->all() == "");
  }

  TEST_CASE("C18: ending in mid-sentence: what was being said is cut, nothing personal follows") {
    MidSentence terminal;
    REQUIRE(terminal.play("pinyin wang 王\nvalue field.name 王\n") == "");
    terminal.heard->forget();
    REQUIRE(terminal.play("tap act.back\nadvance 310\nscreen timeout\ntap act.end\n"
                          "screen goodbye\n") == "");
    CHECK(terminal.becomes([&] { return !terminal.heard->all().empty(); }));
    CHECK_FALSE(has(terminal.heard->all(), "王"));
    CHECK_FALSE(has(terminal.heard->all(), "wang2"));
    REQUIRE(terminal.play("advance 20\nscreen attract\n") == "");
    CHECK(terminal.falls_silent());
  }

  TEST_CASE("C18: the next person is not read to") {
    MidSentence terminal;
    REQUIRE(terminal.play("advance 310\nadvance 50\nscreen attract\n") == "");
    CHECK(terminal.falls_silent());
    terminal.heard->forget();
    REQUIRE(terminal.play(kToName) == "");
    CHECK(terminal.heard->all() == "");
  }

  TEST_CASE("C18: staff break in: the sentence is cut, and the covered screen names nobody") {
    MidSentence terminal;
    const int step = terminal.heard->step;
    CHECK(step == screens::view::kUsualVolume);
    terminal.heard->forget();
    REQUIRE(terminal.play("tap act.call_staff\nscreen help\n") == "");
    CHECK(terminal.hears("staff"));
    CHECK_FALSE(has(terminal.heard->all(), "王"));
  }

  TEST_CASE("A11Y 28: a touch anywhere and every key cuts the voice") {
    MidSentence terminal;
    SUBCASE("a touch beside everything") {
      terminal.core->frame().bridge().press(3, 900);
      terminal.core->repaint_soon();
      terminal.settle();
      CHECK(terminal.falls_silent());
      terminal.core->frame().bridge().release(3, 900);
    }
    SUBCASE("a key that says something else instead") {
      terminal.heard->forget();
      for (int i = 0; i < 3; ++i) terminal.press(KeypadKey::Down);
      CHECK(terminal.becomes([&] { return !terminal.heard->all().empty(); }));
    }
  }

  TEST_CASE("A11Y 28: the last words are said again, and asked once more the whole screen") {
    MidSentence terminal;
    for (int i = 0; i < 3; ++i) terminal.press(KeypadKey::Down);
    REQUIRE(terminal.becomes([&] { return terminal.heard->sounds.load(); }));
    terminal.heard->forget();
    terminal.press(KeypadKey::Repeat);
    REQUIRE(terminal.becomes([&] { return !terminal.heard->all().empty(); }));
    const auto once = terminal.heard->all().size();
    terminal.press(KeypadKey::Repeat);
    CHECK(terminal.hears("name"));
    CHECK(terminal.becomes([&] { return terminal.heard->all().size() > once; }));
  }
}

TEST_SUITE("who hears what") {
  TEST_CASE("A11Y 29: what is typed is said to a headset, and only that it was typed to the hall") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play(std::string(kToName) + "tap act.read_aloud\ntap act.resume\n") == "");
    SUBCASE("without a headset") {
      terminal.heard->forget();
      REQUIRE(terminal.play("pinyin wang 王\nvalue field.name 王\n") == "");
      terminal.press(KeypadKey::Repeat);
      terminal.press(KeypadKey::Repeat);
      CHECK(terminal.becomes([&] { return !terminal.core->is_speaking(); }));
      CHECK_FALSE(terminal.heard->to_headset);
      CHECK_FALSE(has(terminal.heard->all(), "wang2"));
    }
    SUBCASE("with one") {
      terminal.core->post_key(devices::HeadsetIn{});
      terminal.settle();
      REQUIRE(terminal.play("pinyin wang 王\nvalue field.name 王\n") == "");
      terminal.press(KeypadKey::Repeat);
      terminal.press(KeypadKey::Repeat);
      CHECK(terminal.hears("wang2"));
      CHECK(terminal.heard->to_headset);
    }
  }

  TEST_CASE("A11Y 27: from the moment a headset is plugged in the voice goes there, and back") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Right);
    REQUIRE(terminal.hears("Hello"));
    CHECK_FALSE(terminal.heard->to_headset);
    for (const bool in : {true, false, true}) {
      CAPTURE(in);
      terminal.core->post_key(in ? devices::KeypadEvent{devices::HeadsetIn{}}
                                 : devices::KeypadEvent{devices::HeadsetOut{}});
      terminal.settle();
      CHECK(terminal.core->headset_in() == in);
      terminal.heard->forget();
      terminal.press(KeypadKey::Repeat);
      REQUIRE(terminal.hears("Hello"));
      CHECK(terminal.heard->to_headset == in);
    }
    // A keypad that is pulled out takes its jack along: nothing private is left to the hall.
    terminal.core->post_key(devices::KeypadGone{});
    terminal.settle();
    CHECK_FALSE(terminal.core->headset_in());
  }

  TEST_CASE("A11Y 29: the headset is pulled out: what was being said stops") {
    MidSentence terminal;
    terminal.core->post_key(devices::HeadsetIn{});
    terminal.settle();
    terminal.press(KeypadKey::Repeat);
    REQUIRE(terminal.becomes([&] { return terminal.heard->to_headset.load(); }));
    terminal.core->post_key(devices::HeadsetOut{});
    CHECK(terminal.falls_silent());
  }

  TEST_CASE("the settings say where the voice goes when nothing is plugged in") {
    for (const auto use : {HeadsetUse::Always, HeadsetUse::Never}) {
      PlayedTerminal terminal({.language = Language::English, .headset = use});
      terminal.core->post_key(devices::HeadsetIn{});
      REQUIRE(terminal.play("screen attract\n") == "");
      terminal.press(KeypadKey::Right);
      REQUIRE(terminal.hears("Hello"));
      CHECK(terminal.heard->to_headset == (use == HeadsetUse::Always));
    }
  }
}

TEST_SUITE("keys") {
  TEST_CASE("A11Y 43: the first key wakes the terminal and the screen is read") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Down);
    CHECK(terminal.core->shown() == "home");
    CHECK(terminal.hears("Hello"));
    CHECK_FALSE(terminal.core->frame().focus().shown());
  }

  TEST_CASE("A11Y 37: arrows lead to a widget, its words are said, and select presses it") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Right);
    for (int i = 0; i < 30 && !terminal.core->frame().focus().is_on("act.apply"); ++i) {
      terminal.press(KeypadKey::Right);
    }
    REQUIRE(terminal.core->frame().focus().is_on("act.apply"));
    terminal.press(KeypadKey::Select);
    CHECK(terminal.core->shown() == "trouble-paper");
  }

  TEST_CASE("the help key calls staff from every screen, from the idle one too") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Help);
    CHECK(terminal.becomes([&] { return terminal.core->shown() == "help"; }));
  }

  TEST_CASE("A11Y 23: the warning is said to who used the keypad, though reading was turned off") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Right);
    REQUIRE(terminal.play("tap act.read_aloud\nscreen home\nadvance 160\nscreen timeout\n") == "");
    CHECK(terminal.hears("still there"));
    SUBCASE("any key gives more time and does nothing else") {
      terminal.press(KeypadKey::Select);
      CHECK(terminal.core->shown() == "home");
    }
    SUBCASE("nobody answers") {
      REQUIRE(terminal.play("advance 50\nscreen attract\n") == "");
      CHECK(terminal.becomes([&] { return !terminal.core->is_speaking(); }));
    }
  }

  TEST_CASE("a key counts as a person: time runs from the last one") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Right);
    for (int i = 0; i < 5; ++i) {
      REQUIRE(terminal.play("advance 290\nscreen home\n") == "");
      terminal.press(KeypadKey::Right);
    }
    REQUIRE(terminal.play("advance 310\nscreen timeout\n") == "");
  }

  TEST_CASE("A11Y 31, 32: speed and loudness change by keys, heard at once") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Right);
    REQUIRE(terminal.hears("Hello"));
    terminal.press(KeypadKey::RateUp);
    CHECK(terminal.becomes([&] { return terminal.heard->percent == 125; }));
    for (int i = 0; i < 9; ++i) terminal.press(KeypadKey::RateUp);
    CHECK(terminal.becomes([&] { return terminal.heard->percent == 200; }));
    terminal.press(KeypadKey::VolumeDown);
    CHECK(terminal.becomes(
        [&] { return terminal.heard->step == screens::view::kUsualVolume - 1; }));
  }

  TEST_CASE("A11Y 24, 30: loudness and speed are as usual again for the next person") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Right);
    REQUIRE(terminal.hears("Hello"));
    for (int i = 0; i < screens::view::kVolumes; ++i) terminal.press(KeypadKey::VolumeUp);
    for (int i = 0; i < 3; ++i) terminal.press(KeypadKey::RateDown);
    REQUIRE(terminal.becomes([&] {
      return terminal.heard->step == screens::view::kVolumes - 1 && terminal.heard->percent == 50;
    }));
    SUBCASE("who left by the button") {
      REQUIRE(terminal.play("advance 310\nscreen timeout\ntap act.end\nscreen goodbye\n"
                            "advance 20\nscreen attract\n") == "");
    }
    SUBCASE("who walked away") {
      REQUIRE(terminal.play("advance 310\nscreen timeout\nadvance 50\nscreen attract\n") == "");
    }
    terminal.heard->forget();
    terminal.press(KeypadKey::Right);
    REQUIRE(terminal.hears("Hello"));
    CHECK(terminal.heard->step == screens::view::kUsualVolume);
    CHECK(terminal.heard->percent == 100);
  }

  TEST_CASE("A11Y 24: the ring of who was here before does not greet the next person") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    for (int i = 0; i < 4; ++i) terminal.press(KeypadKey::Right);
    REQUIRE(terminal.core->frame().focus().shown());
    const std::string left = terminal.core->frame().focus().id();
    REQUIRE(terminal.play("advance 310\nscreen timeout\nadvance 50\nscreen attract\n") == "");
    CHECK_FALSE(terminal.core->frame().focus().shown());
    REQUIRE(terminal.play("tap act.start\nscreen home\n") == "");
    CHECK_FALSE(terminal.core->frame().focus().shown());
    CHECK_FALSE(terminal.core->frame().focus().is_on(left));
    // Nor the place: the first key of a new person begins at the beginning.
    terminal.press(KeypadKey::Right);
    terminal.press(KeypadKey::Right);
    CHECK(terminal.core->frame().focus().id() != left);
  }

  TEST_CASE("what is pressed when the terminal sleeps does not wait for the next person") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\n") == "");
    terminal.press(KeypadKey::Right);
    REQUIRE(terminal.play("advance 310\nscreen timeout\n") == "");
    terminal.clock.advance(std::chrono::seconds(50));
    terminal.core->turn();
    for (int i = 0; i < 100; ++i) terminal.core->post_key(devices::KeypadGone{});
    CHECK(terminal.play("screen attract\n") == "");
  }
}

TEST_SUITE("time") {
  TEST_CASE("A11Y 21: a press shows in the next picture, before anything follows from it") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\ntap act.start\nscreen home\n") == "");
    terminal.settle();
    const auto* apply = terminal.core->frame().registry().find("act.apply");
    REQUIRE(apply != nullptr);
    const screens::PxRect place = apply->visible;
    terminal.clock.advance_unseen(std::chrono::seconds(1));
    terminal.core->frame().bridge().press(place.x + place.w / 2.0, place.y + place.h / 2.0);
    terminal.core->repaint_soon();
    const auto& damage = terminal.core->paint(terminal.pixels.surface());
    REQUIRE_FALSE(damage.empty());
    CHECK(terminal.core->shown() == "home");
    CHECK(terminal.core->frame().registry().find("act.apply")->pressed);
    terminal.core->frame().bridge().cancel();
  }

  TEST_CASE("A11Y 21: a question to the county says at once what is waited for, and has an end") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\ntap act.start\nscreen home\ntap act.ask_status\n"
                          "screen scan\ntap act.type_receipt\nscreen type-receipt\n"
                          "keys 43052200700032137\ntap act.next\nscreen asking\n"
                          "see county\nadvance 16\nscreen receipt-refused\n") == "");
  }
}

TEST_SUITE("dark screen") {
  TEST_CASE("A11Y 26: nothing is lit, everything is said, and a touch only brings the picture back") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\ntap act.start\nscreen home\ntap act.read_aloud\n"
                          "screen voice\ntap act.dark_screen\n") == "");
    terminal.core->repaint_all();
    terminal.settle();
    CHECK(terminal.core->is_dark());
    CHECK(is_black(terminal.pixels));
    terminal.heard->forget();
    terminal.press(KeypadKey::Right);
    terminal.press(KeypadKey::Right);
    CHECK(terminal.becomes([&] { return !terminal.heard->all().empty(); }));
    CHECK(is_black(terminal.pixels));
    const auto* resume = terminal.core->frame().registry().find("act.resume");
    REQUIRE(resume != nullptr);
    const double x = resume->rect.x + resume->rect.w / 2.0, y = resume->rect.y + 5.0;
    terminal.clock.advance_unseen(std::chrono::seconds(1));
    terminal.core->frame().bridge().press(x, y);
    terminal.core->frame().bridge().release(x, y);
    terminal.core->repaint_soon();
    terminal.settle();
    CHECK_FALSE(terminal.core->is_dark());
    CHECK_FALSE(is_black(terminal.pixels));
    CHECK(terminal.core->shown() == "voice");
  }

  TEST_CASE("A11Y 24: the picture is back when the session has ended") {
    PlayedTerminal terminal({.language = Language::English});
    REQUIRE(terminal.play("screen attract\ntap act.start\nscreen home\ntap act.read_aloud\n"
                          "tap act.dark_screen\nadvance 310\nadvance 50\nscreen attract\n") ==
            "");
    terminal.settle();
    CHECK_FALSE(terminal.core->is_dark());
  }
}

}  // namespace huimin::terminal
