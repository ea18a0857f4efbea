#include "screens/toolkit/widgets.h"
#include "toolkit_stage.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace huimin::screens {

namespace {

// Three buttons under one another; what was clicked is written down.
struct Buttons {
  std::vector<std::string> clicks;
  std::string page = "one";
  bool middle_enabled = true;

  void draw(Ui& ui) {
    ui.enter_screen(page);
    const std::vector<Rect> rows = Rect{20, 20, 100, 100}.rows(3, 5);
    if (button(ui, "top", rows[0], {.label = "上"})) clicks.emplace_back("top");
    if (button(ui, "middle", rows[1], {.label = "中", .enabled = middle_enabled})) {
      clicks.emplace_back("middle");
    }
    if (button(ui, "bottom", rows[2], {.label = "下"})) clicks.emplace_back("bottom");
  }
};

struct Table : Buttons, Stage {
  Table() : Stage([this](Ui& ui) { Buttons::draw(ui); }) { show(); }

  using Clicks = std::vector<std::string>;
  Bridge& bridge() { return frame.bridge(); }
  static constexpr double kX = 280;
  static constexpr double kTop = 140;
  static constexpr double kMiddle = 280;
};

}  // namespace

TEST_SUITE("touch") {
  TEST_CASE("a press and a release inside click once") {
    Table table;
    table.bridge().press(Table::kX, Table::kTop);
    table.bridge().release(Table::kX, Table::kTop);
    CHECK(table.settle());
    CHECK(table.clicks == Table::Clicks{"top"});
    table.show();
    CHECK(table.clicks.size() == 1);
  }

  TEST_CASE("a held button looks pressed and has not been clicked") {
    Table table;
    table.bridge().press(Table::kX, Table::kTop);
    for (int i = 0; i < 20; ++i) table.show();
    CHECK(table.find("top")->pressed);
    CHECK(table.clicks.empty());
  }

  TEST_CASE("dragging out cancels, coming back in does not") {
    Table table;
    table.bridge().press(Table::kX, Table::kTop);
    table.bridge().move(Table::kX, 1500);
    table.show();
    table.show();
    CHECK_FALSE(table.find("top")->pressed);
    table.bridge().release(Table::kX, 1500);
    table.settle();
    CHECK(table.clicks.empty());
    table.bridge().press(Table::kX, Table::kTop);
    table.bridge().move(Table::kX, 1500);
    table.show();
    table.show();
    table.bridge().move(Table::kX, Table::kTop + 5);
    table.bridge().release(Table::kX, Table::kTop + 5);
    table.settle();
    CHECK(table.clicks == Table::Clicks{"top"});
  }

  TEST_CASE("a press on one and a release on another click neither") {
    Table table;
    table.bridge().press(Table::kX, Table::kTop);
    table.bridge().move(Table::kX, Table::kMiddle);
    table.bridge().release(Table::kX, Table::kMiddle);
    table.settle();
    CHECK(table.clicks.empty());
  }

  TEST_CASE("a press that slides in from outside clicks nothing") {
    Table table;
    table.bridge().press(Table::kX, 1500);
    table.bridge().move(Table::kX, Table::kTop);
    table.bridge().release(Table::kX, Table::kTop);
    table.settle();
    CHECK(table.clicks.empty());
  }

  TEST_CASE("a button that is off can not be clicked or focused, and says so") {
    Table table;
    table.middle_enabled = false;
    table.show();
    CHECK_FALSE(table.frame.tap("middle"));
    table.bridge().press(Table::kX, Table::kMiddle);
    table.bridge().release(Table::kX, Table::kMiddle);
    table.settle();
    CHECK(table.clicks.empty());
    CHECK_FALSE(table.find("middle")->enabled);
    table.bridge().key(FocusKey::Next);
    table.bridge().key(FocusKey::Next);
    table.settle();
    CHECK(table.frame.focus().is_on("bottom"));
  }

  TEST_CASE("a screen that changes under the finger clicks nothing on the new one") {
    Table table;
    table.bridge().press(Table::kX, Table::kTop);
    table.show();
    table.page = "two";
    table.show();
    table.bridge().release(Table::kX, Table::kTop);
    table.settle();
    CHECK(table.clicks.empty());
    CHECK(table.frame.tap("top"));
    table.settle();
    CHECK(table.clicks == Table::Clicks{"top"});
  }

  TEST_CASE("the second half of a double tap does not reach the next screen") {
    Table table;
    table.frame.set_double_tap_guard(0.3);
    table.page = "two";
    table.show();
    CHECK(table.frame.tap("top"));
    table.settle();
    CHECK(table.clicks.empty());
    table.show(0.5);
    CHECK(table.frame.tap("top"));
    table.settle();
    CHECK(table.clicks == Table::Clicks{"top"});
  }

  TEST_CASE("a press that the window lost clicks nothing") {
    Table table;
    table.bridge().press(Table::kX, Table::kTop);
    table.show();
    table.bridge().cancel();
    table.settle();
    CHECK(table.clicks.empty());
  }

  TEST_CASE("what a region cuts off can not be touched") {
    int clicks = 0;
    Stage stage([&](Ui& ui) {
      ScrollRegion region(ui, "list", {20, 20, 100, 50}, 200);
      const Rect& content = region.content();
      if (button(ui, "low", {content.x, content.y + 40, 100, 30}, {.label = "低"})) ++clicks;
    });
    stage.show();
    const Theme theme(stage.screen, stage.look);
    const Entry* low = stage.find("low");
    CHECK(low->visible.bottom() == theme.px(70));
    CHECK(low->rect.bottom() == theme.px(90));
    stage.frame.bridge().press(theme.px(60), theme.px(80));
    stage.frame.bridge().release(theme.px(60), theme.px(80));
    stage.settle();
    CHECK(clicks == 0);
    CHECK(stage.frame.tap("low"));
    stage.settle();
    CHECK(clicks == 1);
  }
}

TEST_SUITE("focus") {
  TEST_CASE("keys go through what can be touched, round and back") {
    Table table;
    const auto press = [&](FocusKey key) {
      table.bridge().key(key);
      table.show();
      return table.frame.focus().id();
    };
    CHECK(press(FocusKey::Next) == "top");
    CHECK(press(FocusKey::Next) == "middle");
    CHECK(press(FocusKey::Next) == "bottom");
    CHECK(press(FocusKey::Next) == "top");
    CHECK(press(FocusKey::Previous) == "bottom");
    CHECK(table.find("bottom")->focused);
  }

  TEST_CASE("activation clicks what is focused, once") {
    Table table;
    table.bridge().key(FocusKey::Next);
    table.bridge().key(FocusKey::Next);
    table.bridge().key(FocusKey::Activate);
    table.settle();
    table.show();
    CHECK(table.clicks == Table::Clicks{"middle"});
  }

  TEST_CASE("without a visible focus, activation only shows it") {
    Table table;
    table.bridge().key(FocusKey::Activate);
    table.settle();
    CHECK(table.clicks.empty());
    CHECK(table.frame.focus().is_on("top"));
    table.bridge().key(FocusKey::Next);
    table.show();
    CHECK(table.frame.tap("bottom"));
    table.settle();
    table.bridge().key(FocusKey::Activate);
    table.settle();
    CHECK(table.clicks == Table::Clicks{"bottom"});
  }

  TEST_CASE("after a touch the first key shows the focus where it was") {
    Table table;
    table.bridge().key(FocusKey::Next);
    table.show();
    table.frame.tap("bottom");
    table.settle();
    CHECK_FALSE(table.frame.focus().shown());
    table.bridge().key(FocusKey::Next);
    table.show();
    CHECK(table.frame.focus().is_on("top"));
  }

  TEST_CASE("the order is body, bottom bar, aids, whatever was drawn first") {
    Registry registry;
    const auto add = [&](const char* id, Zone zone, Role role) {
      registry.set_zone(zone);
      Entry entry;
      entry.id = id;
      entry.role = role;
      registry.add(entry);
    };
    add("aid", Zone::TopBar, Role::Aid);
    add("next", Zone::BottomBar, Role::Button);
    add("title", Zone::Body, Role::Title);
    add("answer", Zone::Body, Role::Choice);
    Focus focus;
    std::vector<std::string> order;
    for (int i = 0; i < 4; ++i) {
      focus.move(FocusKey::Next, registry);
      order.push_back(focus.id());
    }
    CHECK(order == std::vector<std::string>{"answer", "next", "aid", "answer"});
  }

  TEST_CASE("a screen with nothing to touch has no focus") {
    Focus focus;
    focus.set("gone");
    focus.move(FocusKey::Next, Registry{});
    CHECK_FALSE(focus.shown());
  }
}

TEST_SUITE("registry") {
  TEST_CASE("texts without an id are numbered, doubled ids are found") {
    Registry registry;
    for (const char* id : {"", "a", "", "a", "b"}) {
      Entry entry;
      entry.id = id;
      registry.add(entry);
    }
    CHECK(registry.find("text.2") != nullptr);
    CHECK(registry.find("text.3") == nullptr);
    CHECK(registry.duplicates() == std::vector<std::string>{"a"});
    registry.clear();
    CHECK(registry.entries().empty());
    CHECK(registry.find("a") == nullptr);
  }

  TEST_CASE("what it says can be read as text") {
    Registry registry;
    Entry entry;
    entry.id = "form.income";
    entry.role = Role::Field;
    entry.label = "收入";
    entry.value = "1600";
    entry.enabled = false;
    registry.add(entry);
    CHECK(registry.spoken() == "form.income: 收入 = 1600 (off)\n");
  }
}

}  // namespace huimin::screens
