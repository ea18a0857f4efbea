#include "screens/toolkit/text_field.h"

#include "toolkit_stage.h"

#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <string>

namespace huimin::screens {

TEST_SUITE("text field") {
  TEST_CASE("text goes in at the caret") {
    Edit edit{"王英", 3};
    insert(edit, "秀");
    CHECK(edit == Edit{"王秀英", 6});
  }

  TEST_CASE("a supplementary character is deleted as one") {
    Edit edit{"王𬭎英", 7};
    erase_before(edit);
    CHECK(edit == Edit{"王英", 3});
    insert(edit, "𬭎");
    move_left(edit);
    CHECK(edit.caret == 3);
    erase_after(edit);
    CHECK(edit == Edit{"王英", 3});
  }

  TEST_CASE("editing at the ends does nothing") {
    Edit edit{"英", 0};
    erase_before(edit);
    move_left(edit);
    CHECK(edit == Edit{"英", 0});
    move_end(edit);
    erase_after(edit);
    move_right(edit);
    CHECK(edit == Edit{"英", 3});
    Edit empty;
    erase_before(empty);
    erase_after(empty);
    CHECK(empty == Edit{});
  }

  TEST_CASE("a caret within a character goes to its start") {
    Edit edit{"王秀", 4};
    insert(edit, "a");
    CHECK(edit == Edit{"王a秀", 4});
    place_caret(edit, 6);
    CHECK(edit.caret == 4);
    place_caret(edit, 99);
    CHECK(edit.caret == edit.text.size());
  }

  TEST_CASE("broken bytes and control characters stay out") {
    Edit edit;
    insert(edit, "a\x01\x7F\xC2\x85\xFF\xE4\xB8z\n");
    CHECK(edit.text == "az\n");
  }

  TEST_CASE("a text stays UTF-8 whatever is typed, deleted or touched in it") {
    std::mt19937 random(7);
    Edit edit;
    for (int i = 0; i < 20000; ++i) {
      switch (random() % 6) {
        case 0: insert(edit, std::string(1, static_cast<char>(random())), 50); break;
        case 1: insert(edit, "𬭎·a", 50); break;
        case 2: erase_before(edit); break;
        case 3: erase_after(edit); break;
        case 4: place_caret(edit, random() % 60); break;
        default: edit.caret = random() % (edit.text.size() + 3); break;
      }
      for (std::size_t at = 0; at < edit.text.size();) {
        REQUIRE(next_code_point(edit.text, at) != 0xFFFD);
      }
      REQUIRE(count_characters(edit.text) <= 50);
    }
  }

  TEST_CASE("what can stand in no text is noticed") {
    Bridge bridge;
    bridge.type("王𬭎");
    CHECK_FALSE(has_unusable(bridge.next_frame()));
    for (const auto* text : {"王\x01", "\xE7\x8E", "\uFEFF", "\x7F"}) {
      bridge.type(text);
      CHECK(has_unusable(bridge.next_frame()));
    }
  }

  TEST_CASE("what goes over the limit stays out") {
    Edit edit{"4305", 4};
    insert(edit, "22𬭎9", 7);
    CHECK(edit.text == "430522𬭎");
    insert(edit, "1", 7);
    CHECK(edit.text == "430522𬭎");
    erase_before(edit);
    insert(edit, "1", 7);
    CHECK(edit.text == "4305221");
  }

  TEST_CASE("a hardware keyboard edits the text") {
    Bridge bridge;
    bridge.type("16oo");
    bridge.key(EditKey::Backspace);
    bridge.key(EditKey::Backspace);
    bridge.type("00");
    bridge.key(EditKey::Home);
    bridge.key(EditKey::Delete);
    Edit edit;
    CHECK(apply(edit, bridge.next_frame()));
    CHECK(edit == Edit{"600", 0});
    CHECK_FALSE(apply(edit, bridge.next_frame()));
  }

  TEST_CASE("a touch puts the caret between the nearest characters") {
    Edit edit{"王𬭎英", 0};
    std::optional<std::size_t> caret;
    const Rect rect{20, 20, 120, 27};
    Stage stage([&](Ui& ui) {
      const FieldTouch touch = text_field(ui, "name", rect, edit, {.in_use = true});
      if (touch.clicked) caret = touch.caret;
    });
    stage.show();
    const Theme theme(stage.screen, stage.look);
    const double letter = theme.letter_mm(Type::T3);
    const auto touch_at = [&](double x_mm) {
      stage.frame.bridge().press(theme.px(x_mm), theme.px(33));
      stage.frame.bridge().release(theme.px(x_mm), theme.px(33));
      CHECK(stage.settle());
    };
    const double left = rect.x + 7.7;
    touch_at(left + 0.2 * letter);
    CHECK(caret == 0);
    touch_at(left + 1.1 * letter);
    CHECK(caret == 3);
    touch_at(left + 2.1 * letter);
    CHECK(caret == 7);
    touch_at(rect.right() - 5);
    CHECK(caret == 10);
  }

  TEST_CASE("a touch behind what is being composed counts without it") {
    Edit edit{"王英", 3};
    std::optional<std::size_t> caret;
    Stage stage([&](Ui& ui) {
      const FieldTouch touch =
          text_field(ui, "name", {20, 20, 200, 27}, edit, {.composing = "xiu", .in_use = true});
      if (touch.clicked) caret = touch.caret;
    });
    stage.show();
    const Theme theme(stage.screen, stage.look);
    stage.frame.bridge().press(theme.px(210), theme.px(33));
    stage.frame.bridge().release(theme.px(210), theme.px(33));
    CHECK(stage.settle());
    CHECK(caret == 6);
  }

  TEST_CASE("a long text in use scrolls with its caret; one only shown is reported as cut") {
    const std::string longer(80, '7');
    bool in_use = true;
    Stage stage([&](Ui& ui) {
      text_field(ui, "number", {10, 10, 100, 27}, {longer, longer.size()}, {.in_use = in_use});
    });
    stage.show();
    CHECK_FALSE(stage.find("number")->clipped);
    in_use = false;
    stage.show();
    CHECK(stage.find("number")->clipped);
  }

  TEST_CASE("left and right belong to the field in use, else to the focus") {
    bool in_use = true;
    Stage stage([&](Ui& ui) {
      text_field(ui, "a", {10, 10, 100, 27}, {}, {.in_use = in_use});
      text_field(ui, "b", {10, 50, 100, 27}, {}, {});
    });
    stage.frame.bridge().set_keyboard_navigation(true);
    stage.show();
    stage.frame.bridge().key(EditKey::Right);
    stage.show();
    CHECK_FALSE(stage.frame.focus().shown());
    in_use = false;
    stage.show();
    stage.frame.bridge().key(EditKey::Right);
    stage.show();
    CHECK(stage.frame.focus().is_on("a"));
  }
}

}  // namespace huimin::screens
