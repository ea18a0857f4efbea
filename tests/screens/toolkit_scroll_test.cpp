#include "screens/toolkit/scroll.h"

#include "screens/toolkit/widgets.h"
#include "toolkit_stage.h"

#include <doctest/doctest.h>

#include <string>

namespace huimin::screens {

namespace {

constexpr Rect kView{14, 40, 240, 150};
constexpr double kRow = 25;
constexpr int kRows = 30;

// A list of rows that writes down the last one clicked, with two page buttons below.
struct List : Stage {
  int clicked = -1;
  int clicks = 0;
  double offset = 0;
  bool more_below = false;

  List() : Stage([this](Ui& ui) { draw_list(ui); }) { show(); }

  void draw_list(Ui& ui) {
    {
      ScrollRegion region(ui, "list", kView, kRow * kRows);
      Rect rest = region.content();
      for (int i = 0; i < kRows; ++i) {
        const std::string id = "row." + std::to_string(i);
        if (choice_row(ui, id, rest.cut_top(kRow - 3, 3), {.title = "村"})) {
          clicked = i;
          ++clicks;
        }
      }
    }
    scroll_pager(ui, "list", {14, 200, 240, 24}, {.back = "上一页", .forward = "下一页"});
    offset = ui.scroll("list").offset();
    more_below = ui.scroll("list").can_go_down();
  }

  int px(double mm) const { return Theme(screen, look).px(mm); }

  void drag(double from_mm, double to_mm, int steps) {
    frame.bridge().press(px(100), px(from_mm));
    show();
    for (int i = 1; i <= steps; ++i) {
      frame.bridge().move(px(100), px(from_mm + (to_mm - from_mm) * i / steps));
      show();
    }
  }

  void lift(double at_mm) {
    frame.bridge().release(px(100), px(at_mm));
    show();
  }
};

// One long text in a view that ends within one of its lines.
struct LongText : Stage {
  static constexpr TextStyle kStyle{.type = Type::T1};
  static constexpr int kLines = 24;
  double line = 0;
  Rect view{};

  LongText() : Stage([this](Ui& ui) { draw_text(ui); }) {
    show();
    show();
  }

  void draw_text(Ui& ui) {
    std::string words = "国";
    for (int i = 1; i < kLines; ++i) words += "\n国";
    const double height = ui.canvas().measure(words, kStyle).height;
    line = height / kLines;
    view = {14, 40, 240, 5.4 * line};
    {
      ScrollRegion region(ui, "words", view, height);
      ui.canvas().text(region.content(), words, kStyle, {.id = "words.text"});
    }
    scroll_pager(ui, "words", {14, 200, 240, 24}, {.back = "上一页", .forward = "下一页"});
  }

  // Whether letters stand between these heights of the panel, in mm.
  bool has_letters(double from_mm, double to_mm) const {
    const Theme theme(screen, look);
    const PxRect band = theme.px(Rect{view.x, from_mm, 15, to_mm - from_mm});
    const auto at = [&](int x, int y) {
      return pixels.memory()[static_cast<std::size_t>(y * screen.width_px + x)];
    };
    const std::uint32_t ground = at(theme.px(view.right() - 10), band.y);
    for (int y = band.y; y < band.bottom(); ++y) {
      for (int x = band.x; x < band.right(); ++x) {
        if (at(x, y) != ground) return true;
      }
    }
    return false;
  }
};

}  // namespace

TEST_SUITE("scroll") {
  TEST_CASE("a tap clicks the row under the finger") {
    List list;
    list.frame.bridge().press(list.px(100), list.px(40 + 2 * kRow + 10));
    list.frame.bridge().release(list.px(100), list.px(40 + 2 * kRow + 10));
    CHECK(list.settle());
    CHECK(list.clicked == 2);
    CHECK(list.offset == 0);
  }

  TEST_CASE("a hand that trembles still taps") {
    List list;
    list.frame.bridge().press(list.px(100), list.px(60));
    list.show();
    for (const double wobble : {2.0, -2.0, 1.5, -1.0}) {
      list.frame.bridge().move(list.px(100), list.px(60 + wobble));
      list.show();
    }
    list.lift(61);
    CHECK(list.settle());
    CHECK(list.clicks == 1);
    CHECK(list.offset == 0);
  }

  TEST_CASE("a drag scrolls with the finger, clicks nothing, and coasts to a stop") {
    List list;
    list.drag(150, 90, 10);
    CHECK(list.offset == doctest::Approx(60).epsilon(0.1));
    const double at_release = list.offset;
    list.lift(90);
    CHECK(list.frame.needs_redraw());
    CHECK(list.settle());
    CHECK(list.offset > at_release + 5);
    CHECK(list.clicks == 0);
    CHECK_FALSE(list.frame.needs_redraw());
  }

  TEST_CASE("a finger that rests before it lifts leaves the list where it is") {
    List list;
    list.drag(150, 90, 10);
    for (int i = 0; i < 30; ++i) {
      list.frame.bridge().move(list.px(100), list.px(90));
      list.show();
    }
    const double rested = list.offset;
    list.lift(90);
    list.settle();
    CHECK(list.offset == doctest::Approx(rested).epsilon(0.01));
  }

  TEST_CASE("a touch that stops a coasting list clicks nothing") {
    List list;
    list.drag(170, 60, 5);
    list.lift(60);
    list.show();
    list.frame.bridge().press(list.px(100), list.px(100));
    list.frame.bridge().release(list.px(100), list.px(100));
    CHECK(list.settle());
    CHECK(list.clicks == 0);
  }

  TEST_CASE("a finger that rests without any event does not throw the list either") {
    List list;
    list.drag(150, 90, 10);
    CHECK_FALSE(list.frame.needs_redraw());
    const double rested = list.offset;
    list.frame.bridge().release(list.px(100), list.px(90));
    list.show(0.4);
    list.settle();
    CHECK(list.offset == doctest::Approx(rested));
  }

  TEST_CASE("a tap or the focus on something further down brings it into view") {
    List list;
    CHECK(list.frame.tap("row.20"));
    CHECK(list.settle());
    CHECK(list.clicked == 20);
    CHECK(list.frame.tap("row.0"));
    CHECK(list.settle());
    CHECK(list.clicked == 0);
    for (int i = 0; i < 12; ++i) list.frame.bridge().key(FocusKey::Next);
    CHECK(list.settle());
    CHECK(list.frame.focus().is_on("row.11"));
    const Entry* row = list.find("row.11");
    CHECK(row->visible == row->rect);
  }

  TEST_CASE("the ends hold") {
    List list;
    list.drag(60, 180, 5);
    list.lift(180);
    list.settle();
    CHECK(list.offset == 0);
    for (int i = 0; i < 12; ++i) {
      list.drag(180, 45, 3);
      list.lift(45);
      list.settle();
    }
    CHECK(list.offset == doctest::Approx(kRow * kRows - kView.h));
    CHECK_FALSE(list.more_below);
  }

  TEST_CASE("two large buttons do what the finger does") {
    List list;
    CHECK_FALSE(list.find("list.back")->enabled);
    CHECK(list.frame.tap("list.forward"));
    CHECK(list.settle());
    CHECK(list.offset == doctest::Approx(kView.h * 0.88));
    for (int i = 0; i < 10; ++i) {
      list.frame.tap("list.forward");
      list.settle();
    }
    CHECK(list.offset == doctest::Approx(kRow * kRows - kView.h));
    CHECK_FALSE(list.find("list.forward")->enabled);
    CHECK(list.frame.tap("list.back"));
    list.settle();
    CHECK(list.more_below);
  }

  TEST_CASE("A11Y 6: a page ends between two lines, and the next begins with the line left out") {
    LongText text;
    const double end = text.view.y + 5 * text.line;
    CHECK(text.has_letters(end - text.line, end));
    CHECK_FALSE(text.has_letters(end, text.view.bottom()));
    CHECK(text.frame.tap("words.forward"));
    CHECK(text.settle());
    const double offset = text.frame.registry().find("words.text")->rect.y;
    const Theme theme(text.screen, text.look);
    const double moved = text.view.y - theme.mm(offset);
    CHECK(moved > 4.9 * text.line);
    CHECK(moved < 5.2 * text.line);
    CHECK(text.has_letters(text.view.y, text.view.y + text.line));
    CHECK(text.frame.tap("words.back"));
    CHECK(text.settle());
    CHECK(theme.mm(text.frame.registry().find("words.text")->rect.y) ==
          doctest::Approx(text.view.y).epsilon(0.01));
  }

  TEST_CASE("a list that fits neither scrolls nor shows page buttons") {
    Stage stage([](Ui& ui) {
      { const ScrollRegion region(ui, "list", kView, 100); }
      scroll_pager(ui, "list", {14, 200, 240, 24}, {.back = "上一页", .forward = "下一页"});
    });
    stage.show();
    CHECK(stage.find("list.back") == nullptr);
    stage.frame.bridge().press(400, 600);
    stage.show();
    stage.frame.bridge().move(400, 300);
    stage.show();
    CHECK(stage.find("list.forward") == nullptr);
  }

  TEST_CASE("another screen starts at the top") {
    List list;
    list.frame.tap("list.forward");
    list.settle();
    std::string name = "a";
    list.draw = [&](Ui& ui) {
      ui.enter_screen(name);
      list.draw_list(ui);
    };
    list.show();
    CHECK(list.offset > 0);
    name = "b";
    list.show();
    CHECK(list.offset == 0);
  }
}

}  // namespace huimin::screens
