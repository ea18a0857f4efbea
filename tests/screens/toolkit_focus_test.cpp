// The way of the keypad's keys: over lists of entries, and over pages that are drawn.

#include "screens/toolkit/focus.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "screens/toolkit/text_field.h"
#include "screens/toolkit/widgets.h"
#include "toolkit_stage.h"

namespace huimin::screens {

namespace {

// A screen as a list of entries.
class Sheet {
 public:
  Sheet& zone(Zone zone) {
    registry.set_zone(zone);
    return *this;
  }
  Sheet& add(const std::string& id, const std::string& group = "", Role role = Role::Button) {
    Entry entry;
    entry.id = id;
    entry.group = group;
    entry.role = role;
    entry.rect = {0, y_, 300, 40};
    y_ += 50;
    registry.add(entry);
    return *this;
  }
  // Keys of one row, as wide as they share it.
  Sheet& row(const std::string& letters, Role role = Role::Key) {
    const int count = static_cast<int>(letters.size());
    for (int i = 0; i < count; ++i) {
      Entry entry;
      entry.id = std::string(1, letters[static_cast<std::size_t>(i)]);
      entry.role = role;
      entry.rect = {i * 1000 / count, y_, 1000 / count - 4, 60};
      registry.add(entry);
    }
    y_ += 70;
    return *this;
  }
  Sheet& text(const std::string& id, const std::string& group = "") {
    return add(id, group, Role::Text);
  }

  Registry registry;

 private:
  int y_ = 0;
};

// Presses keys and says where each led: "l r u d s".
std::string walk(Focus& focus, const Registry& registry, const std::string& keys) {
  std::string way;
  for (const char key : keys) {
    switch (key) {
      case 'l': focus.move(FocusKey::Previous, registry); break;
      case 'r': focus.move(FocusKey::Next, registry); break;
      case 'u': focus.move(FocusKey::PreviousGroup, registry); break;
      case 'd': focus.move(FocusKey::NextGroup, registry); break;
      default: focus.move(FocusKey::Activate, registry); break;
    }
    way += focus.id() + " ";
  }
  return way;
}

std::string walk(const Sheet& sheet, const std::string& keys) {
  Focus focus;
  return walk(focus, sheet.registry, keys);
}

}  // namespace

TEST_SUITE("way of the focus") {
  TEST_CASE("A11Y 37: left and right go through everything that can be used, round and back") {
    Sheet sheet;
    sheet.zone(Zone::TopBar).add("aid").zone(Zone::Body).text("title").add("a").add("b");
    sheet.zone(Zone::BottomBar).add("next");
    CHECK(walk(sheet, "rrrrrr") == "a b next aid a b ");
    CHECK(walk(sheet, "rlll") == "a aid next b ");
  }

  TEST_CASE("A11Y 37: up and down jump from group to group, a zone being one at least") {
    Sheet sheet;
    sheet.zone(Zone::TopBar).add("aid").add("larger");
    sheet.zone(Zone::Body).add("a", "answers").add("b").text("hint").add("c");
    sheet.add("x", "more").add("y");
    sheet.zone(Zone::BottomBar).add("back").add("next");
    CHECK(walk(sheet, "rddddd") == "a x back aid a x ");
    CHECK(walk(sheet, "ruuuu") == "a aid back x a ");
    CHECK(walk(sheet, "rrru") == "a b c aid ");
    CHECK(walk(sheet, "rdrd") == "a x y back ");
  }

  TEST_CASE("a text may begin a group, and groups do not run on into another zone") {
    Sheet sheet;
    sheet.zone(Zone::Body).add("a").text("heading", "second").add("b");
    sheet.zone(Zone::BottomBar).add("next");
    CHECK(walk(sheet, "rdd") == "a b next ");
  }

  TEST_CASE("A11Y 37: among keys up and down keep the column, by the nearest middle") {
    Sheet sheet;
    sheet.add("field", "", Role::Field).row("12345", Role::Candidate);
    sheet.row("qwertyuiop").row("asdfghjkl").row("zxcvbnm").add("done");
    CHECK(walk(sheet, "rd") == "field 1 ");
    // From the fifth of five candidates to the ninth of ten keys, and back to where it was near.
    CHECK(walk(sheet, "rdrrrrddd") == "field 1 2 3 4 5 o k n ");
    CHECK(walk(sheet, "rddrrrrdduu") == "field 1 q w e r t g v g t ");
    // Leaving the keys on either side enters the next group at its beginning.
    CHECK(walk(sheet, "rddddd") == "field 1 q a z done ");
    CHECK(walk(sheet, "ru") == "field done ");
    CHECK(walk(sheet, "rddrrruu") == "field 1 q w e r 2 field ");
  }

  TEST_CASE("a key that is off is passed over") {
    Sheet sheet;
    sheet.add("a");
    Entry off;
    off.id = "off";
    off.role = Role::Button;
    off.enabled = false;
    sheet.registry.add(off);
    sheet.add("b");
    CHECK(walk(sheet, "rrr") == "a b a ");
  }

  TEST_CASE("A11Y 37: the first key shows the focus and does nothing else, whichever key it is") {
    Sheet sheet;
    sheet.add("a").add("b");
    for (const char* key : {"l", "r", "u", "d", "s"}) CHECK(walk(sheet, key) == "a ");
    Focus focus;
    CHECK(walk(focus, sheet.registry, "rr") == "a b ");
    focus.hide();
    CHECK(walk(focus, sheet.registry, "r") == "b ");
  }

  TEST_CASE("a screen with nothing to use has no focus, and the next one has it again") {
    Focus focus;
    focus.set("gone");
    focus.move(FocusKey::Next, Registry{});
    CHECK_FALSE(focus.shown());
    Sheet sheet;
    sheet.add("a");
    CHECK(focus.settle(sheet.registry));
    CHECK(focus.is_on("a"));
  }

  TEST_CASE("A11Y 37: from every widget of any screen every other one is reached, and it is left") {
    constexpr unsigned kSeed = 20261125;
    std::mt19937 chance(kSeed);
    CAPTURE(kSeed);
    for (int round = 0; round < 200; ++round) {
      Sheet sheet;
      std::set<std::string> all;
      for (int i = 0; i < 12; ++i) {
        const auto dice = chance();
        sheet.zone(static_cast<Zone>(dice % 3));
        const std::string id = std::to_string(i);
        const std::string group = dice / 3 % 4 == 0 ? "g" + std::to_string(dice / 12 % 3) : "";
        const Role role = dice / 36 % 3 == 0 ? Role::Key : Role::Button;
        sheet.add(id, group, role);
        all.insert(id);
      }
      for (const std::string& from : all) {
        Focus focus;
        focus.set(from);
        std::set<std::string> reached;
        for (std::size_t i = 0; i < all.size(); ++i) {
          walk(focus, sheet.registry, "r");
          reached.insert(focus.id());
        }
        CHECK(reached == all);
        // No key stays where it is, so nothing is a trap.
        for (const char* key : {"l", "r", "u", "d"}) {
          focus.set(from);
          CHECK(walk(focus, sheet.registry, key) != from + " ");
        }
      }
    }
  }
}

TEST_SUITE("focus that loses its widget") {
  TEST_CASE("it goes to what took the place, in the same zone") {
    Sheet before;
    before.zone(Zone::Body).add("a").add("b").add("c").zone(Zone::BottomBar).add("next");
    Focus focus;
    CHECK(walk(focus, before.registry, "rr") == "a b ");
    Sheet shorter;
    shorter.zone(Zone::Body).add("a").add("c").zone(Zone::BottomBar).add("next");
    CHECK(focus.settle(shorter.registry));
    CHECK(focus.is_on("c"));
    Sheet shortest;
    shortest.zone(Zone::Body).add("a").zone(Zone::BottomBar).add("next");
    CHECK(focus.settle(shortest.registry));
    CHECK(focus.is_on("a"));
    CHECK_FALSE(focus.settle(shortest.registry));
    Sheet empty_body;
    empty_body.zone(Zone::BottomBar).add("next");
    CHECK(focus.settle(empty_body.registry));
    CHECK(focus.is_on("next"));
  }

  TEST_CASE("a hidden ring does not wander") {
    Sheet sheet;
    sheet.add("a");
    Focus focus;
    CHECK_FALSE(focus.settle(sheet.registry));
    CHECK_FALSE(focus.shown());
  }

  TEST_CASE("a list that is drawn again without the focused entry keeps the ring near") {
    std::vector<std::string> people{"p1", "p2", "p3"};
    Stage stage([&](Ui& ui) {
      ui.enter_screen("household");
      double y = 20;
      for (const std::string& id : people) {
        button(ui, id, {20, y, 100, 27}, {.label = "人"});
        y += 40;
      }
    });
    stage.show();
    for (int i = 0; i < 3; ++i) stage.frame.bridge().key(FocusKey::Next);
    stage.settle();
    CHECK(stage.frame.focus().is_on("p3"));
    people.erase(people.begin());
    stage.settle();
    CHECK(stage.frame.focus().is_on("p3"));
    people.pop_back();
    stage.settle();
    CHECK(stage.frame.focus().is_on("p2"));
    CHECK(stage.find("p2")->focused);
  }
}

TEST_SUITE("keypad on a page") {
  TEST_CASE("A11Y 37: a new screen starts at its first widget if the keypad is in use") {
    std::string page = "one";
    Stage stage([&](Ui& ui) {
      ui.enter_screen(page);
      ui.registry().set_zone(Zone::TopBar);
      button(ui, "aid", {20, 20, 100, 27}, {.label = "大"});
      ui.registry().set_zone(Zone::Body);
      button(ui, page + ".a", {20, 60, 100, 27}, {.label = "甲"});
      button(ui, page + ".b", {20, 100, 100, 27}, {.label = "乙"});
    });
    stage.show();
    page = "two";
    stage.settle();
    CHECK_FALSE(stage.frame.focus().shown());
    for (int i = 0; i < 2; ++i) stage.frame.bridge().key(FocusKey::Next);
    stage.settle();
    CHECK(stage.frame.focus().is_on("two.b"));
    page = "three";
    stage.settle();
    CHECK(stage.find("three.a")->focused);
  }

  TEST_CASE("A11Y 20: select that comes right after a change of screen presses nothing on it") {
    std::string page = "one";
    int clicks = 0;
    Stage stage([&](Ui& ui) {
      ui.enter_screen(page);
      if (button(ui, "next", {20, 20, 100, 27}, {.label = "下一步"})) ++clicks;
    });
    stage.frame.set_double_tap_guard(0.3);
    stage.show();
    stage.frame.bridge().key(FocusKey::Next);
    stage.settle();
    page = "two";
    stage.settle();
    REQUIRE(stage.frame.focus().is_on("next"));
    stage.frame.bridge().key(FocusKey::Activate);
    stage.settle();
    CHECK(clicks == 0);
    stage.show(0.5);
    stage.frame.bridge().key(FocusKey::Activate);
    stage.settle();
    CHECK(clicks == 1);
  }

  TEST_CASE("A11Y 37: a field in use is left by the keypad like anything else") {
    Stage stage([](Ui& ui) {
      text_field(ui, "a", {10, 10, 100, 27}, {"王秀英", 3}, {.in_use = true});
      button(ui, "b", {10, 50, 100, 27}, {.label = "好"});
    });
    stage.show();
    Bridge& keypad = stage.frame.bridge();
    for (int i = 0; i < 2; ++i) keypad.key(FocusKey::Next);
    stage.settle();
    CHECK(stage.frame.focus().is_on("b"));
    keypad.key(FocusKey::Previous);
    stage.settle();
    CHECK(stage.frame.focus().is_on("a"));
    keypad.key(FocusKey::NextGroup);
    stage.settle();
    CHECK(stage.frame.focus().is_on("a"));
  }

  TEST_CASE("A11Y 19: each press of select is one activation, and a ring alone is none") {
    int clicks = 0;
    Stage stage([&](Ui& ui) {
      if (button(ui, "a", {10, 10, 100, 27}, {.label = "好"})) ++clicks;
    });
    stage.show();
    stage.frame.bridge().key(FocusKey::Activate);
    stage.settle();
    CHECK(clicks == 0);
    for (int i = 0; i < 3; ++i) stage.frame.bridge().key(FocusKey::Activate);
    for (int i = 0; i < 50; ++i) stage.show();
    CHECK(clicks == 3);
  }
}

}  // namespace huimin::screens
