// Fingers as SDL reports them, on buttons that are really drawn: what hands do to a glass without
// meaning it presses nothing.
#include "screens/toolkit/fingers.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "screens/toolkit/widgets.h"
#include "toolkit_stage.h"

namespace huimin::screens {

namespace {

// Two buttons side by side and a glass to put fingers on.
struct Glass : Stage {
  Glass() : Stage([this](Ui& ui) { page(ui); }) { show(); }

  void page(Ui& ui) {
    ui.enter_screen("two");
    if (button(ui, "left", {20, 100, 100, 60}, {.label = "左"})) clicks.emplace_back("left");
    if (button(ui, "right", {140, 100, 100, 60}, {.label = "右"})) clicks.emplace_back("right");
  }

  void event(Uint32 type, SDL_FingerID id, Point mm) {
    SDL_Event event{};
    event.tfinger.type = type;
    event.tfinger.touchId = 3;
    event.tfinger.fingerId = id;
    event.tfinger.x = static_cast<float>(mm.x / 268);
    event.tfinger.y = static_cast<float>(mm.y / (268.0 * 1920 / 1080));
    event.tfinger.timestamp = now_ms;
    frame.handle(event);
  }
  void down(SDL_FingerID id, Point mm) { event(SDL_FINGERDOWN, id, mm); }
  void move(SDL_FingerID id, Point mm) { event(SDL_FINGERMOTION, id, mm); }
  void up(SDL_FingerID id, Point mm) { event(SDL_FINGERUP, id, mm); }
  void tap(SDL_FingerID id, Point mm) {
    down(id, mm);
    pass(60);
    up(id, mm);
    pass(200);
  }
  void pass(Uint32 ms) {
    now_ms += ms;
    settle();
  }

  std::vector<std::string> clicks;
  Uint32 now_ms = 5000;
};

using Clicks = std::vector<std::string>;
constexpr Point kLeft{70, 130}, kRight{190, 130}, kNone{70, 300};

}  // namespace

TEST_SUITE("fingers") {
  TEST_CASE("A11Y 17: a touch counts when it goes down and up inside the same button") {
    Glass glass;
    glass.tap(1, kLeft);
    CHECK(glass.clicks == Clicks{"left"});
  }

  TEST_CASE("A11Y 17: a drag off a button, onto one, or across both presses nothing") {
    const std::pair<Point, Point> drags[] = {
        {kLeft, kNone}, {kNone, kRight}, {kLeft, kRight}, {{5, 130}, {260, 130}}};
    for (const auto& [from, to] : drags) {
      Glass glass;
      glass.down(1, from);
      glass.pass(30);
      for (int i = 1; i <= 8; ++i) {
        glass.move(1, {from.x + (to.x - from.x) * i / 8, from.y + (to.y - from.y) * i / 8});
        glass.pass(20);
      }
      glass.up(1, to);
      glass.pass(50);
      CHECK(glass.clicks.empty());
    }
  }

  TEST_CASE("A11Y 17: two taps of a trembling hand on one button are two touches, not four") {
    Glass glass;
    for (int i = 0; i < 2; ++i) glass.tap(1, kLeft);
    CHECK(glass.clicks == Clicks{"left", "left"});
  }

  TEST_CASE("A11Y 18: a second finger beside the first presses nothing, and takes nothing away") {
    Glass glass;
    glass.down(1, kLeft);
    glass.pass(300);
    glass.tap(2, kRight);
    CHECK(glass.clicks.empty());
    glass.up(1, kLeft);
    glass.pass(50);
    CHECK(glass.clicks == Clicks{"left"});
  }

  TEST_CASE("A11Y 18: a hand that leans on the edge does not keep the other from touching") {
    Glass glass;
    glass.down(1, kLeft);
    glass.pass(300);
    glass.down(2, kNone);
    glass.pass(20);
    glass.up(1, kLeft);
    glass.pass(200);
    glass.tap(3, kRight);
    CHECK(glass.clicks == Clicks{"left", "right"});
  }

  TEST_CASE("A11Y 18: a palm, two or more at once, presses nothing until all of it is lifted") {
    Glass glass;
    glass.down(1, kLeft);
    glass.pass(80);
    glass.down(2, kRight);
    glass.pass(10);
    glass.down(3, {90, 140});
    glass.pass(300);
    glass.up(1, kLeft);
    glass.tap(4, kRight);
    glass.up(3, {90, 140});
    glass.up(2, kRight);
    glass.pass(50);
    CHECK(glass.clicks.empty());
    glass.tap(5, kRight);
    CHECK(glass.clicks == Clicks{"right"});
  }

  TEST_CASE("A11Y 18: two fingers that spread or turn move nothing and press nothing") {
    Glass glass;
    glass.down(1, {110, 130});
    glass.down(2, {150, 130});
    for (int i = 0; i < 10; ++i) {
      glass.move(1, {110.0 - 4 * i, 130});
      glass.move(2, {150.0 + 4 * i, 130});
      glass.pass(16);
    }
    glass.up(1, {70, 130});
    glass.up(2, {190, 130});
    glass.pass(50);
    CHECK(glass.clicks.empty());
  }

  TEST_CASE("A11Y 18: dirt that lies on the glass for ever does not lock the terminal") {
    Glass glass;
    glass.down(1, kLeft);
    for (int i = 0; i < 30; ++i) {  // it trembles a little: a drop of water
      glass.move(1, {kLeft.x + i % 2, kLeft.y});
      glass.pass(400);
    }
    CHECK_FALSE(glass.find("left")->pressed);
    glass.tap(2, kRight);
    glass.tap(2, kRight);
    glass.up(1, kLeft);
    glass.pass(50);
    CHECK(glass.clicks == Clicks{"right", "right"});
  }

  TEST_CASE("A11Y 18: dirt that says nothing at all gives way to the next finger") {
    Glass glass;
    glass.down(1, kLeft);
    glass.pass(11'000);
    glass.tap(2, kRight);
    CHECK(glass.clicks == Clicks{"right"});
  }

  TEST_CASE("A11Y 18: a palm that never leaves gives way to the next finger in the end") {
    Glass glass;
    glass.down(1, kLeft);
    glass.down(2, kRight);
    glass.pass(5'000);
    glass.tap(3, kRight);
    CHECK(glass.clicks.empty());
    glass.pass(6'000);
    glass.tap(3, kRight);
    CHECK(glass.clicks == Clicks{"right"});
  }

  TEST_CASE("A11Y 18: a finger that slowly moves is alive, however long it stays") {
    Glass glass;
    glass.down(1, kLeft);
    for (int i = 0; i < 40; ++i) {
      glass.move(1, {kLeft.x + (i % 2 == 0 ? 6 : -6), kLeft.y});
      glass.pass(400);
    }
    glass.up(1, kLeft);
    glass.pass(50);
    CHECK(glass.clicks == Clicks{"left"});
  }

  TEST_CASE("A11Y 19: a finger held down is one touch when it is lifted, and none after 10 s") {
    Glass glass;
    glass.down(1, kLeft);
    glass.pass(9'000);
    CHECK(glass.clicks.empty());
    glass.up(1, kLeft);
    glass.pass(50);
    CHECK(glass.clicks == Clicks{"left"});
    glass.down(1, kLeft);
    glass.pass(10'500);
    glass.up(1, kLeft);
    glass.pass(50);
    CHECK(glass.clicks.size() == 1);
  }

  // Case C08: after the mouse had been captured on a touch, SDL2 on X11 sent no more touches.
  TEST_CASE("500 taps on alternating buttons, with drags and rests between, are 500 presses") {
    Glass glass;
    for (int i = 0; i < 500; ++i) {
      glass.tap(i, i % 2 == 0 ? kLeft : kRight);
      if (i % 7 == 0) {
        glass.down(1000 + i, kLeft);
        glass.pass(20);
        glass.move(1000 + i, kNone);
        glass.pass(20);
        glass.up(1000 + i, kNone);
      }
      if (i % 100 == 0) glass.pass(600'000);
    }
    CHECK(glass.clicks.size() == 500);
    CHECK(glass.clicks.back() == "right");
  }

  TEST_CASE("a finger whose lift was lost is a new touch when it comes again") {
    Glass glass;
    glass.down(1, kLeft);
    glass.pass(500);
    glass.tap(1, kRight);
    CHECK(glass.clicks == Clicks{"right"});
  }

  TEST_CASE("the clock of the events may turn over between down and up") {
    Glass glass;
    glass.now_ms = 0xFFFFFFF0U;
    glass.tap(1, kLeft);
    glass.tap(1, kRight);
    CHECK(glass.clicks == Clicks{"left", "right"});
  }

  TEST_CASE("a lift and a move of a finger that never came down are nothing") {
    Fingers fingers;
    CHECK_FALSE(fingers.up({1, 1}, {}).counts);
    CHECK_FALSE(fingers.move({1, 1}, {}, 10).counts);
    CHECK(fingers.down({1, 1}, {}, /*is_free=*/true).counts);
    fingers.forget();
    CHECK_FALSE(fingers.up({1, 1}, {}).counts);
  }

  TEST_CASE("while a mouse is held no finger counts, also when the mouse has gone") {
    Fingers fingers;
    CHECK_FALSE(fingers.down({1, 1}, {}, /*is_free=*/false).counts);
    CHECK_FALSE(fingers.up({1, 1}, {}).counts);
  }
}

}  // namespace huimin::screens
