#include "screens/toolkit/bridge.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <vector>

namespace huimin::screens {

namespace {

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y, Uint32 at = 0) {
  SDL_Event event{};
  event.tfinger.type = type;
  event.tfinger.touchId = 7;
  event.tfinger.fingerId = id;
  event.tfinger.x = x;
  event.tfinger.y = y;
  event.tfinger.timestamp = at;
  return event;
}

SDL_Event mouse(Uint32 type, int x, int y, Uint32 which = 0) {
  SDL_Event event{};
  if (type == SDL_MOUSEMOTION) {
    event.motion.type = type;
    event.motion.which = which;
    event.motion.x = x;
    event.motion.y = y;
  } else {
    event.button.type = type;
    event.button.which = which;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
  }
  return event;
}

SDL_Event key(SDL_Keycode code, Uint16 modifiers = 0, Uint8 repeat = 0) {
  SDL_Event event{};
  event.key.type = SDL_KEYDOWN;
  event.key.keysym.sym = code;
  event.key.keysym.mod = modifiers;
  event.key.repeat = repeat;
  return event;
}

Bridge bridge() {
  Bridge b;
  b.set_size(1000, 2000);
  return b;
}

}  // namespace

TEST_SUITE("bridge") {
  TEST_CASE("a press and a release that arrive together are seen in two frames") {
    Bridge b = bridge();
    CHECK(b.handle(finger(SDL_FINGERDOWN, 1, 0.5F, 0.25F)));
    CHECK(b.handle(finger(SDL_FINGERUP, 1, 0.5F, 0.25F)));
    const FrameInput first = b.next_frame();
    CHECK(first.pressed);
    CHECK(first.down);
    CHECK(first.x == doctest::Approx(500));
    CHECK(first.y == doctest::Approx(500));
    CHECK(b.pending());
    const FrameInput second = b.next_frame();
    CHECK(second.released);
    CHECK_FALSE(second.down);
    CHECK(second.x == doctest::Approx(500));
    CHECK(b.pending());
    const FrameInput third = b.next_frame();
    CHECK_FALSE(third.pressed);
    CHECK_FALSE(third.released);
    CHECK(third.x < 0);
    CHECK_FALSE(b.pending());
  }

  TEST_CASE("two quick taps are two presses and two releases") {
    Bridge b = bridge();
    for (int i = 0; i < 2; ++i) {
      b.handle(finger(SDL_FINGERDOWN, 1, 0.1F, 0.1F));
      b.handle(finger(SDL_FINGERUP, 1, 0.1F, 0.1F));
    }
    std::vector<bool> down;
    while (b.pending()) down.push_back(b.next_frame().down);
    CHECK(down == std::vector<bool>{true, false, true, false, false});
  }

  TEST_CASE("only the first finger counts") {
    Bridge b = bridge();
    b.handle(finger(SDL_FINGERDOWN, 1, 0.1F, 0.1F));
    CHECK_FALSE(b.handle(finger(SDL_FINGERDOWN, 2, 0.9F, 0.9F, 200)));
    CHECK_FALSE(b.handle(finger(SDL_FINGERMOTION, 2, 0.8F, 0.8F, 210)));
    CHECK_FALSE(b.handle(finger(SDL_FINGERUP, 2, 0.8F, 0.8F, 220)));
    CHECK(b.next_frame().x == doctest::Approx(100));
    CHECK(b.next_frame().down);
    b.handle(finger(SDL_FINGERUP, 1, 0.1F, 0.1F));
    CHECK(b.next_frame().released);
    CHECK(b.handle(finger(SDL_FINGERDOWN, 2, 0.9F, 0.9F)));
    CHECK(b.next_frame().x == doctest::Approx(900));
  }

  TEST_CASE("events that SDL makes up from the other kind are ignored") {
    Bridge b = bridge();
    CHECK_FALSE(b.handle(mouse(SDL_MOUSEBUTTONDOWN, 5, 5, SDL_TOUCH_MOUSEID)));
    SDL_Event made_up = finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F);
    made_up.tfinger.touchId = SDL_MOUSE_TOUCHID;
    CHECK_FALSE(b.handle(made_up));
    CHECK_FALSE(b.pending());
  }

  TEST_CASE("a mouse works too, and stays where it was") {
    Bridge b = bridge();
    CHECK_FALSE(b.handle(mouse(SDL_MOUSEMOTION, 1, 1)));
    CHECK(b.handle(mouse(SDL_MOUSEBUTTONDOWN, 40, 50)));
    CHECK(b.handle(mouse(SDL_MOUSEMOTION, 41, 52)));
    CHECK(b.handle(mouse(SDL_MOUSEBUTTONUP, 41, 52)));
    CHECK(b.next_frame().pressed);
    const FrameInput up = b.next_frame();
    CHECK(up.released);
    CHECK(up.trace.size() == 2);
    CHECK(b.next_frame().x == doctest::Approx(41));
  }

  TEST_CASE("a mouse does not interfere with a finger that is down") {
    Bridge b = bridge();
    b.handle(finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F));
    CHECK_FALSE(b.handle(mouse(SDL_MOUSEBUTTONDOWN, 1, 1)));
    CHECK_FALSE(b.handle(mouse(SDL_MOUSEBUTTONUP, 1, 1)));
    CHECK(b.next_frame().down);
    CHECK(b.next_frame().down);
  }

  TEST_CASE("moves between two edges come as one trace") {
    Bridge b = bridge();
    b.press(1, 1, 10);
    for (int i = 0; i < 5; ++i) b.move(10 * i, 5, static_cast<std::uint32_t>(20 + i));
    CHECK(b.next_frame().trace.size() == 1);
    const FrameInput moved = b.next_frame();
    CHECK(moved.trace.size() == 5);
    CHECK(moved.trace.back().at_ms == 24);
    CHECK(moved.down);
  }

  TEST_CASE("losing the window ends a press without a release") {
    Bridge b = bridge();
    b.press(5, 5);
    b.next_frame();
    SDL_Event lost{};
    lost.window.type = SDL_WINDOWEVENT;
    lost.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
    CHECK(b.handle(lost));
    const FrameInput input = b.next_frame();
    CHECK(input.cancelled);
    CHECK_FALSE(input.released);
    CHECK_FALSE(input.down);
  }

  TEST_CASE("a finger that its device lost gives way to the next one") {
    Bridge b = bridge();
    b.handle(finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F, 1000));
    b.next_frame();
    CHECK_FALSE(b.handle(finger(SDL_FINGERDOWN, 2, 0.1F, 0.1F, 8'000)));
    CHECK_FALSE(b.handle(finger(SDL_FINGERUP, 2, 0.1F, 0.1F, 8'100)));
    CHECK(b.handle(finger(SDL_FINGERDOWN, 2, 0.1F, 0.1F, 11'100)));
    CHECK(b.next_frame().cancelled);
    CHECK(b.next_frame().pressed);
  }

  TEST_CASE("a keyboard in the staff's window moves the focus; a held key is one activation") {
    Bridge b = bridge();
    b.set_keyboard_navigation(true);
    CHECK(b.handle(key(SDLK_TAB)));
    CHECK(b.handle(key(SDLK_TAB, KMOD_LSHIFT)));
    CHECK(b.handle(key(SDLK_DOWN)));
    CHECK(b.handle(key(SDLK_UP)));
    CHECK(b.handle(key(SDLK_RETURN)));
    CHECK_FALSE(b.handle(key(SDLK_RETURN, 0, 1)));
    CHECK_FALSE(b.handle(key(SDLK_F5)));
    const FrameInput input = b.next_frame();
    CHECK(input.focus_keys == std::vector<FocusKey>{FocusKey::Next, FocusKey::Previous,
                                                    FocusKey::NextGroup, FocusKey::PreviousGroup,
                                                    FocusKey::Activate});
  }

  // A scanner in keyboard mode that nobody grabbed types into the window (case C10).
  TEST_CASE("on a resident's terminal what types into the window moves and writes nothing") {
    Bridge b = bridge();
    std::vector<SDL_Event> typed{key(SDLK_TAB), key(SDLK_RETURN), key(SDLK_KP_ENTER),
                                 key(SDLK_ESCAPE), key(SDLK_BACKSPACE), key(SDLK_LEFT),
                                 key(SDLK_DOWN), key(SDLK_DELETE)};
    SDL_Event letter{};
    letter.type = SDL_TEXTINPUT;
    letter.text.text[0] = '7';
    typed.push_back(letter);
    for (const SDL_Event& event : typed) CHECK_FALSE(b.handle(event));
    const FrameInput input = b.next_frame();
    CHECK(input.focus_keys.empty());
    CHECK(input.typed.empty());
  }

  TEST_CASE("what follows an activation waits for the next frame") {
    Bridge b = bridge();
    for (const FocusKey k : {FocusKey::Activate, FocusKey::Next}) b.key(k);
    CHECK(b.next_frame().focus_keys == std::vector<FocusKey>{FocusKey::Activate});
    CHECK(b.pending());
    CHECK(b.next_frame().focus_keys == std::vector<FocusKey>{FocusKey::Next});
  }

  TEST_CASE("text and editing keys keep their order") {
    Bridge b = bridge();
    b.set_keyboard_navigation(true);
    b.type("王");
    b.handle(key(SDLK_BACKSPACE));
    b.type("李");
    const FrameInput input = b.next_frame();
    REQUIRE(input.typed.size() == 3);
    CHECK(input.typed[0].text == "王");
    CHECK(input.typed[1].key == EditKey::Backspace);
    CHECK(input.typed[2].text == "李");
    CHECK(b.next_frame().typed.empty());
  }
}

}  // namespace huimin::screens
