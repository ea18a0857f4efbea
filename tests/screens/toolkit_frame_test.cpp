#include "screens/toolkit/column.h"
#include "toolkit_sample_pages.h"
#include "toolkit_stage.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace huimin::screens {

namespace {

void draw_words(Ui& ui, char32_t first) {
  Column column(ui, ui.theme().whole().inset(10));
  for (char32_t c = first; c < first + 60; c += 6) {
    std::string line;
    for (char32_t k = c; k < c + 6; ++k) {
      line += static_cast<char>(0xE0 | (k >> 12));
      line += static_cast<char>(0x80 | ((k >> 6) & 0x3F));
      line += static_cast<char>(0x80 | (k & 0x3F));
    }
    column.text(line, {.type = Type::T2});
  }
}

}  // namespace

TEST_SUITE("frame") {
  TEST_CASE("the same page gives the same pixels in frame after frame") {
    std::vector<std::uint32_t> first;
    for (int i = 0; i < 3; ++i) {
      Stage stage(samples::draw_review);
      stage.show();
      if (i == 0) first = stage.pixels.memory();
      CHECK(stage.pixels.memory() == first);
    }
  }

  TEST_CASE("two frames side by side do not disturb each other") {
    Stage one(samples::draw_home);
    Stage two(samples::draw_status);
    one.show();
    two.show();
    const auto home = one.pixels.memory();
    const auto status = two.pixels.memory();
    two.show();
    one.show();
    CHECK(one.pixels.memory() == home);
    CHECK(two.pixels.memory() == status);
    auto three = std::make_unique<Stage>(samples::draw_parts);
    three->show();
    three.reset();
    CHECK(one.show().damage.empty());
    CHECK(one.frame.tap("home.apply"));
    CHECK(one.settle());
  }

  TEST_CASE("one typed character repaints a few tiles of a whole form") {
    samples::FormState state;
    Stage stage([&](Ui& ui) { samples::draw_form(ui, state); });
    stage.show();
    state.composing += "y";
    long area = 0;
    for (const PxRect& r : stage.show().damage) area += static_cast<long>(r.w) * r.h;
    CHECK(area > 0);
    CHECK(area <= 16L * 64 * 64);
  }

  TEST_CASE("a still page needs no redraw, a queued tap does") {
    Stage stage(samples::draw_home);
    stage.show();
    CHECK_FALSE(stage.frame.needs_redraw());
    stage.frame.tap("home.apply");
    CHECK(stage.frame.needs_redraw());
    CHECK(stage.settle());
    CHECK_FALSE(stage.frame.tap("home.nothing"));
  }

  TEST_CASE("an atlas that is too small for the next page is emptied and the page drawn again") {
    char32_t first = 0x4E00;
    Stage whole([&](Ui& ui) { draw_words(ui, first); });
    Frame frame({}, {512, 300});
    Pixels pixels(1080, 1920);
    bool evicted = false;
    for (int page = 0; page < 6; ++page, first += 60) {
      for (int i = 0; i < 3; ++i) {
        draw_words(frame.begin({}, {}), first);
        const Painted painted = frame.end(pixels.surface());
        if (!painted.complete) {
          evicted = true;
          CHECK(painted.damage.empty());
          CHECK(frame.needs_redraw());
        }
      }
      CHECK_FALSE(frame.needs_redraw());
      whole.show();
      CAPTURE(page);
      CHECK(pixels.memory() == whole.pixels.memory());
    }
    CHECK(evicted);
    CHECK(frame.glyphs().evictions() >= 1);
  }

  TEST_CASE("a page larger than the whole atlas still comes to rest") {
    Frame frame({}, {128, 128});
    Pixels pixels(1080, 1920);
    int frames = 0;
    bool complete = false;
    while (frames < 10 && !complete) {
      draw_words(frame.begin({}, {}), 0x5000);
      complete = frame.end(pixels.surface()).complete;
      ++frames;
    }
    CHECK(complete);
    CHECK(frames == 2);
  }

  TEST_CASE("characters that no font has are counted for the audit") {
    Stage stage([](Ui& ui) { ui.canvas().text({10, 10, 200, 20}, "王\xEE\x80\x80", {}); });
    stage.show();
    CHECK(stage.frame.glyphs().missing() == std::vector<char32_t>{0xE000});
  }

  TEST_CASE("a window that was covered is painted whole again") {
    Stage stage(samples::draw_home);
    stage.show();
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    CHECK(stage.frame.handle(event));
    long area = 0;
    for (const PxRect& r : stage.show().damage) area += static_cast<long>(r.w) * r.h;
    CHECK(area == 1080L * 1920);
    event.type = SDL_QUIT;
    CHECK_FALSE(stage.frame.handle(event));
  }

  TEST_CASE("a real finger event clicks through the frame") {
    int clicks = 0;
    Stage stage([&](Ui& ui) {
      if (button(ui, "b", {100, 200, 100, 60}, {.label = "好"})) ++clicks;
    });
    stage.show();
    for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) {
      SDL_Event event{};
      event.tfinger.type = type;
      event.tfinger.touchId = 1;
      event.tfinger.x = 150.0F / 268;
      event.tfinger.y = 230.0F / 476;
      CHECK(stage.frame.handle(event));
    }
    CHECK(stage.settle());
    CHECK(clicks == 1);
  }

  TEST_CASE("without painting the registry is filled all the same") {
    Frame frame;
    samples::draw_home(frame.begin({}, {}));
    frame.end_unpainted();
    CHECK(frame.registry().find("home.apply") != nullptr);
  }
}

}  // namespace huimin::screens
