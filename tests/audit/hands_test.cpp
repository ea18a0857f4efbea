// What hands do on every screen, and what the eye gets at once: each widget of each sample is
// pressed, dragged off and held, on the upright panel and on the smallest one.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "stand.h"

using namespace huimin::screens;
using namespace huimin::screens::audit;

namespace {

const Screen kPanelsOfHands[] = {kPanels[0].screen, kPanels[3].screen};

bool is_usable(const Entry& entry) {
  return is_interactive(entry.role) && entry.enabled && !entry.visible.empty();
}

// The pad is for strokes: there a drag is what is wanted.
bool is_pressed_only(const Entry& entry) { return is_usable(entry) && entry.role != Role::Pad; }

// Calls `act` for every widget of every screen that can be used.
template <typename Act>
void for_each_widget(const Screen& panel, bool painted, Act act) {
  Stand stand{panel};
  stand.paint(painted);
  for (const samples::Sample& sample : samples::sample_views(view::Language::ChineseSimplified)) {
    CAPTURE(sample.name);
    REQUIRE(stand.settle(sample));
    const std::vector<Entry> entries = stand.registry().entries();
    for (const Entry& entry : entries) {
      if (!is_pressed_only(entry)) continue;
      CAPTURE(entry.id);
      act(stand, sample, entry);
      REQUIRE(stand.settle(sample));
    }
  }
}

struct Spot {
  double x;
  double y;
};

Spot middle(const PxRect& r) { return {r.x + r.w / 2.0, r.y + r.h / 2.0}; }

view::Intents frames(Stand& stand, const samples::Sample& sample, int count) {
  view::Intents all;
  for (int i = 0; i < count; ++i) {
    for (auto& intent : stand.frame(sample)) all.push_back(std::move(intent));
  }
  return all;
}

bool touches(std::span<const PxRect> damage, const PxRect& rect) {
  for (const PxRect& part : damage) {
    if (!intersection(part, rect).empty()) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("audit of hands") {
  TEST_CASE("A11Y 17: on every screen a finger that slides off presses nothing") {
    for (const Screen& panel : kPanelsOfHands) {
      for_each_widget(panel, false, [](Stand& stand, const auto& sample, const Entry& entry) {
        const Spot from = middle(entry.visible);
        Bridge& bridge = stand.toolkit().bridge();
        bridge.press(from.x, from.y);
        view::Intents intents = frames(stand, sample, 2);
        // Past the end of the panel: whatever the widget's size, that is off it.
        bridge.move(from.x, -200);
        bridge.release(from.x, -200);
        for (auto& intent : frames(stand, sample, 4)) intents.push_back(std::move(intent));
        CHECK(intents.empty());
      });
    }
  }

  TEST_CASE("A11Y 17: on every screen a finger that slides in from elsewhere presses nothing") {
    for_each_widget(kPanels[0].screen, false,
                    [](Stand& stand, const auto& sample, const Entry& entry) {
                      const Spot to = middle(entry.visible);
                      Bridge& bridge = stand.toolkit().bridge();
                      bridge.press(to.x, -200);
                      view::Intents intents = frames(stand, sample, 2);
                      bridge.move(to.x, to.y);
                      bridge.release(to.x, to.y);
                      for (auto& intent : frames(stand, sample, 4)) {
                        intents.push_back(std::move(intent));
                      }
                      CHECK(intents.empty());
                    });
  }

  TEST_CASE("A11Y 19: on every screen a widget that is held does nothing until it is let go") {
    for_each_widget(kPanels[0].screen, false,
                    [](Stand& stand, const auto& sample, const Entry& entry) {
                      const Spot at = middle(entry.visible);
                      Bridge& bridge = stand.toolkit().bridge();
                      bridge.press(at.x, at.y);
                      CHECK(frames(stand, sample, 12).empty());
                      bridge.cancel();
                      CHECK(frames(stand, sample, 3).empty());
                    });
  }

  TEST_CASE("A11Y 21: on every screen a widget that is pressed changes in the very next picture") {
    for (const Screen& panel : kPanelsOfHands) {
      for_each_widget(panel, true, [](Stand& stand, const auto& sample, const Entry& entry) {
        const Spot at = middle(entry.visible);
        stand.toolkit().bridge().press(at.x, at.y);
        stand.frame(sample);
        const bool seen = touches(stand.damage(), entry.visible);
        if (entry.role != Role::Field) {
          CHECK(seen);
          return stand.toolkit().bridge().cancel();
        }
        // A field may wait for the lift: then its caret comes.
        stand.toolkit().bridge().release(at.x, at.y);
        const bool answered = !frames(stand, sample, 3).empty();
        CHECK((seen || answered));
      });
    }
  }

  TEST_CASE("A11Y 13: a screen at rest changes no pixel, so nothing blinks") {
    for (const Screen& panel : kPanelsOfHands) {
      Stand stand{panel};
      stand.paint(true);
      for (const auto& sample : samples::sample_views(view::Language::English)) {
        CAPTURE(sample.name);
        REQUIRE(stand.settle(sample));
        const std::vector<std::uint32_t> picture = stand.pixels().memory();
        for (int i = 0; i < 3; ++i) stand.frame(sample);
        CHECK(picture == stand.pixels().memory());
      }
    }
  }

  TEST_CASE("A11Y 6: with larger letters the things to touch grow, or keep their size") {
    Stand stand{kPanels[0].screen};
    for (samples::Sample& sample : samples::sample_views(view::Language::ChineseSimplified)) {
      CAPTURE(sample.name);
      sample.screen.chrome.comfort.size = view::TextSize::Small;
      REQUIRE(stand.settle(sample));
      const std::vector<Entry> small = stand.registry().entries();
      sample.screen.chrome.comfort.size = view::TextSize::ExtraLarge;
      REQUIRE(stand.settle(sample));
      for (const Entry& entry : small) {
        if (entry.zone == Zone::Body || !is_interactive(entry.role)) continue;
        const Entry* large = stand.registry().find(entry.id);
        if (large == nullptr) continue;
        CAPTURE(entry.id);
        CHECK(large->rect.h >= entry.rect.h - 1);  // places are whole pixels
        CHECK(large->cap_mm > entry.cap_mm);
      }
    }
  }
}
