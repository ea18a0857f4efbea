// Case C10: a scan in keyboard mode presses no button, moves no focus and writes in no field.

#include <SDL.h>
#include <doctest/doctest.h>
#include <linux/input-event-codes.h>

#include <string>
#include <vector>

#include "devices/scanner/line_scanner.h"
#include "devices/scanner/typed_lines.h"
#include "devices/simulators/scanner_keys_twin.h"
#include "keypad_hand.h"
#include "screens/toolkit/text_field.h"
#include "screens/toolkit/widgets.h"
#include "toolkit_stage.h"

namespace huimin::screens {

namespace {

using std::chrono::milliseconds;

const std::string kDigits(60, '7');
const std::vector<std::string> kButtons{"submit", "withdraw", "delete_photo"};

// Buttons that must not be pressed by mistake, over a name that is being typed.
struct Desk : Stage {
  Desk() : Stage([this](Ui& ui) { draw_desk(ui); }) { settle(); }

  void draw_desk(Ui& ui) {
    ui.enter_screen("desk");
    double y = 10;
    for (const std::string& id : kButtons) {
      if (button(ui, id, {10, y, 100, 27}, {.label = "交"})) clicks.push_back(id);
      y += 35;
    }
    text_field(ui, "name", {10, y, 100, 27}, edit, {.in_use = true});
    apply(edit, ui.input());
  }

  std::vector<std::string> clicks;
  Edit edit{"王秀英", 9};
};

// The scanner's own line, read in slices of time.
struct Scanner {
  devices::simulators::ScannerKeysTwin twin;
  devices::simulators::TwinSocket socket{twin, devices::MonoTime{std::chrono::seconds{1000}}};
  devices::LineScanner scanner{
      devices::typed_lines(devices::simulators::opener_for(socket), socket.clock()),
      {.end_of_line = milliseconds{600}},
      socket.clock()};
  std::vector<std::string> codes;

  Scanner() { listen(milliseconds{1}); }
  void listen(milliseconds wait) {
    const auto end = socket.now + wait;
    while (socket.now < end) {
      const auto event = scanner.poll(end - socket.now);
      if (const auto* code = std::get_if<devices::Scanned>(&event)) codes.push_back(code->text);
      CHECK_FALSE(std::holds_alternative<devices::ScanRefused>(event));
    }
  }
};

SDL_Event key_event(SDL_Keycode code) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = code;
  return event;
}

// As SDL tells of a scanner that nobody grabbed.
std::vector<SDL_Event> ungrabbed_scan() {
  std::vector<SDL_Event> events;
  for (const char digit : kDigits) {
    events.push_back(key_event(digit));
    SDL_Event text{};
    text.type = SDL_TEXTINPUT;
    text.text.text[0] = digit;
    events.push_back(text);
  }
  for (const SDL_Keycode code : {SDLK_RETURN, SDLK_KP_ENTER, SDLK_TAB, SDLK_ESCAPE}) {
    events.push_back(key_event(code));
  }
  return events;
}

}  // namespace

TEST_SUITE("C10: a scan in keyboard mode") {
  TEST_CASE("sixty digits in 30 ms, Enter, Tab and Esc do nothing but scan, whatever is focused") {
    for (const char* focused : {"submit", "withdraw", "delete_photo", "name"}) {
      CAPTURE(focused);
      Desk desk;
      Scanner scanner;
      desk.frame.focus().set(focused);
      REQUIRE(scanner.twin.type(kDigits + "\r\t\x1b", scanner.socket.now, milliseconds{30}));
      scanner.listen(milliseconds{2000});
      desk.settle();
      CHECK(scanner.codes == std::vector<std::string>{kDigits});
      CHECK(desk.clicks.empty());
      CHECK(desk.frame.focus().is_on(focused));
      CHECK(desk.edit.text == "王秀英");
    }
  }

  TEST_CASE("without a grab its keys come to the window, and are nothing there") {
    for (const char* focused : {"submit", "withdraw", "delete_photo", "name"}) {
      CAPTURE(focused);
      Desk desk;
      desk.frame.focus().set(focused);
      for (const SDL_Event& event : ungrabbed_scan()) {
        CHECK_FALSE(desk.frame.handle(event));
        desk.show();
      }
      desk.settle();
      CHECK(desk.clicks.empty());
      CHECK(desk.frame.focus().is_on(focused));
      CHECK(desk.edit.text == "王秀英");
    }
  }

  // Speed tells nothing here: the scanner is the slow one.
  TEST_CASE("a slow scanner and fifteen keypad keys a second are told apart by their devices") {
    Desk desk;
    Scanner scanner;
    KeypadHand hand(desk.frame.bridge());
    desk.frame.focus().set("submit");
    desk.settle();
    REQUIRE(scanner.twin.type(kDigits + "\r", scanner.socket.now, milliseconds{61 * 30}));
    constexpr int kPresses = 28;
    for (int i = 0; i < kPresses; ++i) {
      const auto code = static_cast<std::uint16_t>(i % 2 == 0 ? KEY_RIGHT : KEY_LEFT);
      hand.twin().say({hand.now(), EV_KEY, code, 1});
      hand.listen(milliseconds{30});
      hand.twin().say({hand.now(), EV_KEY, code, 0});
      hand.listen(milliseconds{36});
      scanner.listen(milliseconds{66});
      desk.settle();
      CHECK(desk.frame.focus().is_on(i % 2 == 0 ? "withdraw" : "submit"));
    }
    scanner.listen(milliseconds{1000});
    CHECK(hand.presses() == kPresses);
    CHECK(scanner.codes == std::vector<std::string>{kDigits});
    CHECK(desk.clicks.empty());
    CHECK(desk.edit.text == "王秀英");
  }
}

}  // namespace huimin::screens
