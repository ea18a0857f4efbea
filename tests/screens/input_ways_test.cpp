#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "input_desk.h"

using namespace huimin::screens;
namespace fs = std::filesystem;

namespace {

// A desk that types a text in whatever way.
struct TextDesk {
  Typist typist{};
  Desk desk;

  explicit TextDesk(const Wording& wording = kChinese, PinyinMode mode = PinyinMode::Words) {
    desk.draw = [this, wording, mode](Ui& ui, const Rect& tray) {
      TextKeyboard keyboard{typist.engines, wording};
      keyboard.mode = mode;
      if (mode == PinyinMode::Surname && !desk.edit.text.empty()) {
        keyboard.mode = PinyinMode::Character;
      }
      return draw_text_keyboard(ui, tray, keyboard, typist.state);
    };
    desk.text = &typist.state;
  }
  TextDesk(const TextDesk&) = delete;
  TextDesk& operator=(const TextDesk&) = delete;

  void on_small_panel() {
    desk.screen = kSmallPanel;
    desk.tray_width = kKeyboardLeastWidth;
    desk.tray_height = 160;
  }

  PxRect pad() {
    desk.show();
    const Entry* entry = desk.frame.registry().find("handwriting.pad");
    REQUIRE(entry);
    return entry->rect;
  }

  // One straight stroke; shares of the pad.
  void stroke(double x0, double y0, double x1, double y1) {
    const PxRect rect = pad();
    const auto x = [&](double share) { return rect.x + share * rect.w; };
    const auto y = [&](double share) { return rect.y + share * rect.h; };
    desk.frame.bridge().press(x(x0), y(y0));
    desk.show();
    for (int n = 1; n <= 10; ++n) {
      desk.frame.bridge().move(x(x0 + (x1 - x0) * n / 10), y(y0 + (y1 - y0) * n / 10));
      desk.show();
    }
    desk.frame.bridge().release(x(x1), y(y1));
    for (int n = 0; n < 3; ++n) desk.show();
  }

  void write_king() {
    stroke(0.2, 0.3, 0.8, 0.29);
    stroke(0.25, 0.58, 0.75, 0.57);
    stroke(0.5, 0.3, 0.5, 0.86);
    stroke(0.15, 0.88, 0.85, 0.86);
  }

  // By part and strokes, all by touch.
  void look_up(std::string_view part, int part_strokes, int strokes, std::string_view character) {
    if (!desk.shows("key.part_strokes.1")) {
      desk.tap("key.handwriting");
      desk.tap("key.parts");
    }
    desk.tap("key.part_strokes." + std::to_string(part_strokes));
    CHECK(desk.find_and_tap(part, "key.next_page"));
    CHECK(desk.find_and_tap(std::to_string(strokes), "key.next_page"));
    CAPTURE(character);
    CHECK(desk.find_and_tap(character, "key.next_page"));
  }
};

}  // namespace

TEST_SUITE("handwriting way") {
  TEST_CASE("every lifted stroke brings candidates, and one touch takes the character") {
    TextDesk d;
    d.desk.tap("key.handwriting");
    CHECK(!d.desk.shows("cand.0"));
    CHECK(d.desk.shows("keyboard.note"));
    d.stroke(0.2, 0.3, 0.8, 0.29);
    CHECK(d.desk.shows("cand.0"));
    const std::string after_one = d.desk.label("cand.0");
    d.stroke(0.25, 0.58, 0.75, 0.57);
    CHECK(d.desk.label("cand.0") != after_one);
    d.stroke(0.5, 0.3, 0.5, 0.86);
    d.stroke(0.15, 0.88, 0.85, 0.86);
    CHECK(d.desk.label("cand.0") == "王");
    d.desk.tap("cand.0");
    CHECK(d.desk.edit.text == "王");
    CHECK(!d.desk.shows("cand.0"));
    CHECK(d.typist.state.handwriting.ink.empty());
  }

  TEST_CASE("a stroke is taken back, all is begun again, and the best is taken by its key") {
    TextDesk d;
    d.desk.tap("key.handwriting");
    d.write_king();
    d.stroke(0.7, 0.7, 0.75, 0.8);
    CHECK(d.typist.state.handwriting.ink.strokes.size() == 5);
    d.desk.tap("key.undo_stroke");
    CHECK(d.typist.state.handwriting.ink.strokes.size() == 4);
    CHECK(d.desk.label("cand.0") == "王");
    CHECK(d.desk.label("key.take_first").find("王") != std::string::npos);
    d.desk.tap("key.take_first");
    CHECK(d.desk.edit.text == "王");
    d.write_king();
    d.desk.tap("key.write_again");
    CHECK(d.typist.state.handwriting.ink.empty());
    CHECK(!d.desk.frame.tap("key.take_first"));
    d.desk.tap("key.delete");
    CHECK(d.desk.edit.text.empty());
  }

  TEST_CASE("behind its last guess handwriting says where else to look") {
    TextDesk d;
    d.desk.tap("key.handwriting");
    d.write_king();
    std::set<std::string> seen;
    while (d.desk.shows("key.more")) {
      CHECK(!d.desk.shows("key.none_of_these"));
      d.desk.tap("key.more");
    }
    d.desk.tap("key.none_of_these");
    CHECK(d.typist.state.way == TypingWay::Parts);
    CHECK(d.typist.state.handwriting.ink.empty());
  }

  TEST_CASE("the square to write in is at least 100 mm where there is room") {
    for (const bool small : {false, true}) {
      TextDesk d;
      if (small) d.on_small_panel();
      d.desk.tap("key.handwriting");
      const double px_per_mm = Theme{d.desk.screen, {}}.px_per_mm();
      const PxRect pad = d.pad();
      CHECK(pad.w >= (small ? 95 : 115) * px_per_mm);
      CHECK(std::abs(pad.w - pad.h) <= 1);
    }
  }
}

TEST_SUITE("parts way") {
  TEST_CASE("rare characters of names are found by touch and stand in the field") {
    TextDesk d;
    d.look_up("钅", 5, 7, "𬭎");
    CHECK(d.desk.edit.text == "𬭎");
    d.look_up("女", 3, 6, "㛃");
    CHECK(d.desk.edit.text == "𬭎㛃");
    d.desk.tap("key.delete");
    CHECK(d.desk.edit.text == "𬭎");
    d.desk.tap("key.delete");
    CHECK(d.desk.edit.text.empty());
  }

  TEST_CASE("they are found on a small panel with the largest letters too") {
    TextDesk d;
    d.on_small_panel();
    d.desk.look.text_size = TextSize::ExtraLarge;
    d.look_up("钅", 5, 7, "𬭎");
    CHECK(d.desk.edit.text == "𬭎");
  }

  TEST_CASE("who knows no part counts all strokes") {
    TextDesk d;
    d.desk.tap("key.handwriting");
    d.desk.tap("key.parts");
    d.desk.tap("key.no_part");
    CHECK(d.desk.find_and_tap("11", "key.next_page"));
    CHECK(d.desk.find_and_tap("堃", "key.next_page"));
    CHECK(d.desk.edit.text == "堃");
  }

  TEST_CASE("a wrong part is left again, pages turn both ways") {
    TextDesk d;
    d.desk.tap("key.handwriting");
    d.desk.tap("key.parts");
    CHECK(d.desk.find_and_tap("氵", "key.next_page"));
    d.desk.tap("key.strokes.8");
    const std::string first = d.desk.label("cand.0");
    CHECK(!d.desk.frame.registry().find("key.previous_page")->enabled);
    d.desk.tap("key.next_page");
    CHECK(!d.desk.shows("cand.0"));
    d.desk.tap("key.previous_page");
    CHECK(d.desk.label("cand.0") == first);
    d.desk.tap("key.part_again");
    CHECK(d.desk.shows("key.part_strokes.1"));
  }
}

TEST_SUITE("text keyboard") {
  TEST_CASE("names with a dot and of four syllables are typed by touch") {
    TextDesk d{kChinese, PinyinMode::Surname};
    const auto type = [&](std::string_view letters, std::string_view text) {
      d.desk.type(letters);
      CAPTURE(text);
      CHECK(d.desk.find_and_tap(text, "key.more"));
    };
    type("sheng", "昇");
    d.desk.tap("key.dot");
    for (const auto& [letters, text] : {std::pair{"mai", "买"}, {"mai", "买"}, {"ti", "提"}}) {
      type(letters, text);
    }
    CHECK(d.desk.edit.text == "昇·买买提");
    d.desk.edit = {};
    type("ouyang", "欧阳");
    d.desk.tap("key.dot");
    for (const auto& [letters, text] : {std::pair{"a", "阿"}, {"bu", "卜"}, {"du", "杜"},
                                        {"re", "热"}, {"he", "合"}, {"man", "曼"}}) {
      type(letters, text);
    }
    CHECK(d.desk.edit.text == "欧阳·阿卜杜热合曼");
  }

  TEST_CASE("the dot takes the candidate that is typed first, and free texts have digits instead") {
    {
      TextDesk name{kChinese, PinyinMode::Surname};
      name.desk.type("wang");
      name.desk.tap("key.dot");
      CHECK(name.desk.edit.text == "王·");
      CHECK(!name.desk.shows("key.digits"));
      CHECK(name.desk.frame.registry().find("key.dot")->spoken == "间隔号");
    }
    TextDesk story;
    CHECK(!story.desk.shows("key.dot"));
    CHECK(story.desk.shows("key.digits"));
  }

  TEST_CASE("what is chosen goes in at the caret, and delete takes the character before it") {
    TextDesk d{kChinese, PinyinMode::Character};
    insert(d.desk.edit, "王英");
    place_caret(d.desk.edit, 3);
    d.desk.type("hong");
    CHECK(d.desk.find_and_tap("𬭎", "key.more"));
    CHECK(d.desk.edit == Edit{"王𬭎英", 7});
    d.look_up("女", 3, 6, "㛃");
    CHECK(d.desk.edit == Edit{"王𬭎㛃英", 10});
    d.desk.tap("key.delete");
    d.desk.tap("key.delete");
    CHECK(d.desk.edit == Edit{"王英", 3});
  }

  TEST_CASE("a change of way drops what was half written, the text stays") {
    TextDesk d;
    insert(d.desk.edit, "王");
    d.desk.type("ni");
    d.desk.tap("key.handwriting");
    CHECK(!d.typist.engine.is_composing());
    d.stroke(0.2, 0.3, 0.8, 0.29);
    d.desk.tap("key.pinyin");
    CHECK(d.typist.state.handwriting.ink.empty());
    CHECK(d.desk.shows("key.q"));
    CHECK(d.desk.edit.text == "王");
  }

  TEST_CASE("nothing written outlives the session") {
    TextDesk d;
    d.desk.tap("key.handwriting");
    d.write_king();
    d.typist.state.forget();
    d.typist.engines.end_session();
    CHECK(d.typist.state.handwriting.ink.empty());
    CHECK(d.typist.state.handwriting.candidates.empty());
    CHECK(d.typist.state.way == TypingWay::Pinyin);
  }

  TEST_CASE("a way whose files are missing is not offered, and the others work") {
    const auto labels = [](TypingSources sources) {
      TextEngines engines{std::move(sources)};
      TextState state;
      Desk desk{[&](Ui& ui, const Rect& tray) {
        return draw_text_keyboard(ui, tray, {engines, kChinese}, state);
      }};
      std::string seen;
      desk.show();
      for (const auto* id : {"key.q", "key.pinyin", "key.handwriting", "key.parts", "key.done"}) {
        if (desk.shows(id)) seen += std::string{id} + " ";
      }
      return seen;
    };
    const fs::path share = HUIMIN_SHARE_DIR;
    CHECK(labels({share}) == "key.q key.handwriting ");
    CHECK(labels({.share_dir = share, .handwriting_model = "none"}) == "key.q key.parts ");
    CHECK(labels({.share_dir = share, .rime_data = "none"}) == "key.handwriting key.parts ");
    CHECK(labels({share, "none", "none"}) == "key.parts ");
    CHECK(labels({"none", "none", "none"}) == "key.q key.done ");
    CHECK(labels({.share_dir = "none"}) == "key.handwriting ");
  }

  TEST_CASE("readiness hears which way is missing and which package brings it") {
    const fs::path share = HUIMIN_SHARE_DIR;
    CHECK(missing_ways({share}).empty());
    const auto missing = missing_ways({"none", "none", "none"});
    REQUIRE(missing.size() == 3);
    CHECK(missing[0].way == TypingWay::Pinyin);
    CHECK(missing[1].why.find("tegaki-zinnia-simplified-chinese") != std::string::npos);
    CHECK(missing[2].why.find("radicals.txt") != std::string::npos);
  }
}

TEST_SUITE("sizes of the ways") {
  TEST_CASE("A11Y 14: keys and candidates of handwriting and parts are large enough and apart") {
    for (const Wording& wording : {kChinese, kEnglish}) {
      for (const TextSize size : {TextSize::Small, TextSize::Medium, TextSize::Large,
                                  TextSize::ExtraLarge}) {
        for (const bool small : {false, true}) {
          CAPTURE(static_cast<int>(size));
          CAPTURE(small);
          TextDesk d{wording};
          if (small) d.on_small_panel();
          d.desk.look.text_size = size;
          d.desk.tap("key.handwriting");
          check_keys(d.desk);
          d.write_king();
          check_keys(d.desk);
          while (d.desk.shows("key.more")) d.desk.tap("key.more");
          check_keys(d.desk);
          d.desk.tap("key.parts");
          check_keys(d.desk);
          d.desk.tap("key.part_strokes.5");
          check_keys(d.desk);
          CHECK(d.desk.find_and_tap("钅", "key.next_page"));
          check_keys(d.desk);
          d.desk.tap("key.strokes.7");
          check_keys(d.desk);
          if (d.desk.frame.tap("key.next_page")) d.desk.show();
          check_keys(d.desk);
          for (const Entry& entry : d.desk.frame.registry().entries()) {
            CAPTURE(entry.id);
            CHECK(!entry.clipped);
          }
        }
      }
    }
  }
}
