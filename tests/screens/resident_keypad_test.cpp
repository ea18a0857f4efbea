// Every screen of the resident by the keypad alone.

#include <doctest/doctest.h>
#include <linux/input-event-codes.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "keypad_hand.h"
#include "resident_terminal.h"

namespace huimin::screens {

namespace {

using samples::Sample;
using samples::sample_views;

std::set<std::string> usable(const Registry& registry) {
  std::set<std::string> ids;
  for (const Entry& entry : registry.entries()) {
    if (entry.enabled && is_interactive(entry.role)) ids.insert(entry.id);
  }
  return ids;
}

std::string words(const std::set<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += id + " ";
  return all;
}

std::set<std::string> reached_by(Focus focus, const Registry& registry, FocusKey key) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < registry.entries().size(); ++i) {
    focus.move(key, registry);
    ids.insert(focus.id());
  }
  return ids;
}

std::set<Zone> zones_of(const Registry& registry, const std::set<std::string>& ids) {
  std::set<Zone> zones;
  for (const std::string& id : ids) zones.insert(registry.find(id)->zone);
  return zones;
}

// Draws until everything is settled, without painting it.
void settle_unpainted(Terminal& terminal, const Sample& sample) {
  for (int i = 0; i < 200; ++i) {
    Ui& ui = terminal.frame.begin(terminal.screen, look_of(sample.screen.chrome.comfort));
    terminal.screens.draw(ui, sample.screen);
    terminal.frame.end_unpainted();
    if (!terminal.frame.needs_redraw()) return;
  }
  FAIL("does not come to rest: ", sample.name);
}

}  // namespace

TEST_SUITE("resident screens by keypad") {
  TEST_CASE("A11Y 37: on every screen the keypad reaches every widget from every other one") {
    Terminal terminal(kUpright);
    for (const Sample& sample : sample_views(view::Language::ChineseSimplified)) {
      CAPTURE(sample.name);
      settle_unpainted(terminal, sample);
      const Registry& registry = terminal.frame.registry();
      const std::set<std::string> all = usable(registry);
      REQUIRE_FALSE(all.empty());
      for (const std::string& from : all) {
        CAPTURE(from);
        Focus focus;
        focus.set(from);
        CHECK(words(reached_by(focus, registry, FocusKey::Next)) == words(all));
        CHECK(words(reached_by(focus, registry, FocusKey::Previous)) == words(all));
        const auto zones = zones_of(registry, all);
        CHECK(zones_of(registry, reached_by(focus, registry, FocusKey::NextGroup)) == zones);
        CHECK(zones_of(registry, reached_by(focus, registry, FocusKey::PreviousGroup)) == zones);
      }
    }
  }

  TEST_CASE("A11Y 19: held, trembling and slipping presses go one widget on, on every screen") {
    for (const Screen& panel : {kUpright, kLying}) {
      Terminal terminal(panel);
      KeypadHand hand(terminal.frame.bridge());
      for (const Sample& sample : sample_views(view::Language::ChineseSimplified)) {
        CAPTURE(sample.name);
        settle_unpainted(terminal, sample);
        terminal.frame.focus().clear();
        const std::set<std::string> all = usable(terminal.frame.registry());
        std::vector<std::string> way;
        constexpr std::array kManners{Manner::Plain, Manner::Held, Manner::Trembling,
                                      Manner::Slipping};
        for (std::size_t i = 0; i < all.size(); ++i) {
          hand.press(KEY_RIGHT, kManners[i % kManners.size()]);
          settle_unpainted(terminal, sample);
          way.push_back(terminal.frame.focus().id());
        }
        CHECK(words({way.begin(), way.end()}) == words(all));
      }
    }
  }

  TEST_CASE("A11Y 37: what the keypad stands on is in view and wears the ring, on every screen") {
    for (const Screen& panel : {kUpright, kLying}) {
      Terminal terminal(panel);
      for (const Sample& sample : sample_views(view::Language::ChineseSimplified)) {
        CAPTURE(sample.name);
        settle_unpainted(terminal, sample);
        const std::size_t count = usable(terminal.frame.registry()).size();
        for (std::size_t i = 0; i < count; ++i) {
          terminal.frame.bridge().key(FocusKey::Next);
          settle_unpainted(terminal, sample);
          const Entry* here = terminal.frame.registry().find(terminal.frame.focus().id());
          REQUIRE(here != nullptr);
          CAPTURE(here->id);
          CHECK(here->focused);
          CHECK_FALSE(here->visible.empty());
          const bool is_whole = here->visible == here->rect;
          CHECK((is_whole || here->visible.h >= here->rect.h / 2));
        }
      }
    }
  }

  TEST_CASE("A11Y 20: select pressed twice by a trembling hand is one touch") {
    Terminal terminal(kUpright);
    KeypadHand hand(terminal.frame.bridge());
    const Sample sample = samples::sample_view(view::Language::ChineseSimplified, "type-number");
    settle_unpainted(terminal, sample);
    for (const Manner manner : {Manner::Plain, Manner::Trembling, Manner::Held}) {
      terminal.frame.focus().set("key.5");
      hand.press(KEY_ENTER, manner);
      view::Intents all;
      for (int i = 0; i < 6; ++i) {
        for (auto& intent : terminal.show(sample)) all.push_back(std::move(intent));
      }
      CHECK(all.size() == 1);
    }
  }
}

}  // namespace huimin::screens
