// The terminal without window and devices, driven by scripts as a journey is.

#include "kiosk/terminal/core.h"

#include <doctest/doctest.h>

#include "kiosk/terminal/player.h"
#include "kiosk/terminal/summary.h"
#include "tests/terminal/posted.h"

namespace huimin::terminal {
namespace {

namespace fs = std::filesystem;
using queue::testing::Hall;
using queue::testing::read_text;
using queue::testing::TempFolder;
using queue::testing::write_text;

// Everything is said to be missing: the terminal goes on without card, paper and scanner.
constexpr const char* kToName =
    "screen attract\ntap act.start\nscreen home\ntap act.apply\nscreen trouble-paper\n"
    "tap act.print_later\nscreen privacy\ntap act.agree\nscreen identify-no-reader\n"
    "tap act.no_card\nscreen type-name\n";

class Terminal {
 public:
  explicit Terminal(screens::view::Language language = screens::view::Language::ChineseSimplified) {
    auto started = Core::start({*load_config(HUIMIN_SOURCE_DIR "/kiosk/terminal/demo.toml"),
                                hall.state(), HUIMIN_SHARE_DIR, language},
                               clock, [this] { waker.wake(); });
    if (!started) FAIL(started.error());
    core = std::move(*started);
  }

  // What went wrong; empty when the script came to its end.
  std::string play(const std::string& script) {
    write_text(out.path() / "journey.txt", script);
    Player player({out.path(), out.path() / "control", hall.state(), out.path()}, *core, clock,
                  waker);
    const auto played = player.play();
    return played ? "" : played.error();
  }
  std::string spoken() const { return core->frame().registry().spoken(); }

  Hall hall;
  TempFolder out;
  AdjustableClock clock;
  Waker waker;
  std::unique_ptr<Core> core;
};

bool says(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_SUITE("core") {
  TEST_CASE("a catalogue or texts that are not there: one line, and no terminal") {
    const Hall hall;
    const TempFolder empty;
    const AdjustableClock clock;
    const auto config = *load_config(HUIMIN_SOURCE_DIR "/kiosk/terminal/demo.toml");
    const auto without = Core::start({config, hall.state(), empty.path()}, clock, [] {});
    REQUIRE_FALSE(without);
    CHECK(without.error().starts_with("catalogue: "));
    CHECK_FALSE(says(without.error(), "\n"));
    fs::copy(HUIMIN_SHARE_DIR "/catalogue", empty.path() / "catalogue",
             fs::copy_options::recursive);
    const auto mute = Core::start({config, hall.state(), empty.path()}, clock, [] {});
    REQUIRE_FALSE(mute);
    CHECK_FALSE(says(mute.error(), "\n"));
  }

  TEST_CASE("what one person typed is not there for the next, however the session ends") {
    Terminal terminal;
    const std::string typed = std::string(kToName) + "pinyin wang 王\nvalue field.name 王\n";
    REQUIRE(terminal.play(typed) == "");
    CHECK(says(terminal.spoken(), "王"));
    SUBCASE("by walking away") {
      REQUIRE(terminal.play(
                  "advance 160\nscreen timeout\nsee no 王\nadvance 50\nscreen attract\n") == "");
    }
    SUBCASE("by ending it") {
      REQUIRE(terminal.play("advance 160\nscreen timeout\ntap act.end\nscreen goodbye\nadvance 20\n"
                            "screen attract\n") == "");
    }
    CHECK_FALSE(says(terminal.spoken(), "王"));
    REQUIRE(terminal.play(std::string(kToName) + "see no 王\nvalue field.name\n") == "");
  }

  TEST_CASE("letters that were half typed when the session ended do not become the next person's") {
    Terminal terminal;
    REQUIRE(terminal.play(std::string(kToName) +
                          "keys wan\nadvance 160\nadvance 50\nscreen attract\n") == "");
    REQUIRE(terminal.play(std::string(kToName) +
                          "see no wan\npinyin liu 刘\nvalue field.name 刘\n") == "");
  }

  TEST_CASE("language, size and colours go back to the hall's own after a session") {
    Terminal terminal(screens::view::Language::English);
    REQUIRE(terminal.play("screen attract\nsee Touch to start\ntap act.start\nscreen home\n"
                          "tap act.next_language\ntap act.next_size\ntap act.next_palette\n"
                          "advance 160\nscreen timeout\nadvance 50\nscreen attract\n"
                          "see Touch to start\n") == "");
  }

  TEST_CASE("A11Y 43: the idle screen calls staff and changes its look, and does not start by it") {
    Terminal terminal(screens::view::Language::English);
    REQUIRE(terminal.play("screen attract\ntap act.next_size\nscreen attract\nsee Larger\n"
                          "tap act.next_palette\nscreen attract\n"
                          "tap act.call_staff\nscreen help\ntap act.resume\nscreen attract\n"
                          "tap act.call_staff\nscreen help\ntap act.cancel_call\nscreen attract\n"
                          "advance 160\nsee Large\ntap act.start\nscreen home\n") == "");
  }

  TEST_CASE("an idle terminal sleeps until the minute changes, and paints nothing in between") {
    Terminal terminal;
    REQUIRE(terminal.play("screen attract\n") == "");
    screens::Pixels pixels(1080, 1920);
    // Workers may still say that their device is not there; then it rests.
    for (int i = 0; i < 100 && terminal.core->must_paint(); ++i) {
      terminal.core->turn();
      terminal.core->paint(pixels.surface());
    }
    CHECK_FALSE(terminal.core->must_paint());
    CHECK(terminal.core->next_turn_within() > std::chrono::milliseconds(0));
    CHECK(terminal.core->next_turn_within() <= std::chrono::minutes(1));
    terminal.core->repaint_soon();
    CHECK(terminal.core->must_paint());
    CHECK(terminal.core->paint(pixels.surface()).empty());
  }

  TEST_CASE("an inbox that is full drops what comes, and the terminal goes on") {
    Terminal terminal;
    for (int i = 0; i < 10'000; ++i) terminal.core->post(journey::resident::event::Tick{});
    CHECK(terminal.play("screen attract\ntap act.start\nscreen home\n") == "");
  }
}

TEST_SUITE("player") {
  TEST_CASE(
      "a story that fails names its line, what was asked and what is shown, and leaves the "
      "picture") {
    Terminal terminal;
    const std::string said =
        terminal.play("screen attract\ntap act.start\nscreen home\nscan receipt\n");
    CHECK(
        says(said, "journey.txt:4: scan receipt: there is no receipt to scan; the screen is home"));
    CHECK_FALSE(says(said, "\n"));
    CHECK(fs::exists(terminal.out.path() / "screens" / "02-home-failed.png"));
    CHECK(says(read_text(terminal.out.path() / "screens" / "failed.txt"), "act.apply"));
  }

  TEST_CASE("what must not be said, and is, fails at once") {
    Terminal terminal;
    CHECK(says(terminal.play("screen attract\nsee no 救助\n"), "journey.txt:2: see no 救助"));
  }

  TEST_CASE("steps that cannot be understood or carried out are told apart") {
    Terminal terminal;
    CHECK(says(terminal.play("clock yesterday\n"), "a date such as 1970-01-01 is expected"));
    CHECK(says(terminal.play("code 1\n"), "there is no receipt"));
    CHECK(says(terminal.play("device card lift\n"), "nobody listens at"));
    CHECK(says(terminal.play("beside hold queue\n"), "nobody listens at"));
    CHECK(says(terminal.play(std::string(kToName) + "pinyin wang 刘\n"), "no candidate reads 刘"));
  }

  TEST_CASE("each screen that is passed leaves one picture, numbered in order") {
    Terminal terminal;
    REQUIRE(terminal.play(
                "screen attract\ntap act.start\nscreen home\ntap act.ask_status\nscreen scan\n") ==
            "");
    const auto screens = terminal.out.path() / "screens";
    CHECK(fs::exists(screens / "01-attract.png"));
    CHECK(fs::exists(screens / "02-home.png"));
    CHECK(fs::exists(screens / "03-scan.png"));
    CHECK_FALSE(fs::exists(screens / "04-scan.png"));
  }
}

TEST_SUITE("summary") {
  TEST_CASE("nothing handed in: an empty list, and no word of a receipt") {
    const Hall hall;
    const TempFolder out;
    CHECK_FALSE(is_all_acknowledged(hall.state()));
    REQUIRE(write_summary(out.path() / "summary.json", hall.state(), {}, {12, 345}));
    const std::string text = read_text(out.path() / "summary.json");
    CHECK(says(text, "\"envelopes\": []"));
    CHECK(says(text, "\"journey\": 345"));
    CHECK_FALSE(says(text, "receipt_no"));
  }

  TEST_CASE("what was handed in stands with its envelope, as acknowledged only when it is") {
    const Hall hall;
    const TempFolder out;
    auto outbox = hall.outbox();
    const auto committed = queue::testing::submit_one(outbox);
    Outcomes outcomes;
    outcomes.committed = journey::resident::event::Committed{
        *committed.receipt, committed.receipt_qr, {}, committed.at};
    REQUIRE(write_summary(out.path() / "before.json", hall.state(), outcomes, {}));
    const std::string before = read_text(out.path() / "before.json");
    CHECK(says(before, "\"acknowledged\": false"));
    CHECK(says(before, domain::print(*committed.receipt)));
    CHECK_FALSE(is_all_acknowledged(hall.state()));

    auto courier = hall.courier();
    REQUIRE(courier.record_acknowledgement(queue::testing::acknowledge(
        hall, committed, queue::testing::stored_header(hall, committed.sequence))));
    REQUIRE(write_summary(out.path() / "after.json", hall.state(), outcomes, {}));
    CHECK(says(read_text(out.path() / "after.json"), "\"acknowledged\": true"));
    CHECK(is_all_acknowledged(hall.state()));
    for (const auto& text : {before, read_text(out.path() / "after.json")}) {
      CHECK_FALSE(says(text, queue::testing::kName));
      CHECK_FALSE(says(text, queue::testing::kIdNumber));
    }
  }

  TEST_CASE("a place that cannot be written is named") {
    const Hall hall;
    const auto written = write_summary("/no-such-folder/summary.json", hall.state(), {}, {});
    REQUIRE_FALSE(written);
    CHECK(written.error() == "/no-such-folder/summary.json: cannot be written");
  }
}

}  // namespace huimin::terminal
