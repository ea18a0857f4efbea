#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "input_desk.h"

using namespace huimin::screens;

namespace {

Draw digits(DigitExtra extra) {
  return [extra](Ui& ui, const Rect& tray) {
    return draw_digit_keyboard(ui, tray, kChinese, extra);
  };
}

}  // namespace

TEST_SUITE("keyboards") {
  TEST_CASE("digits are typed, one is deleted, and the field is finished") {
    Desk desk{digits(DigitExtra::LetterX), KeyboardKind::Digits};
    desk.type("43010x");
    CHECK(desk.edit.text == "43010X");
    desk.tap("key.delete");
    CHECK(desk.edit.text == "43010");
    desk.tap("key.done");
    CHECK(desk.spoken == "done ");
  }

  TEST_CASE("X and the point are there only when they are asked for") {
    Desk plain{digits(DigitExtra::None), KeyboardKind::Digits};
    CHECK(!plain.shows("key.x"));
    CHECK(!plain.shows("key.point"));
    Desk amount{digits(DigitExtra::Point), KeyboardKind::Digits};
    CHECK(!amount.shows("key.x"));
    amount.tap("key.1");
    amount.tap("key.point");
    amount.tap("key.5");
    CHECK(amount.edit.text == "1.5");
  }

  TEST_CASE("all ten digits can be touched on each keyboard that has them") {
    Desk desk{digits(DigitExtra::None), KeyboardKind::Digits};
    desk.type("1234567890");
    CHECK(desk.edit.text == "1234567890");
  }

  TEST_CASE("permits are typed in capitals and digits") {
    Desk desk{[](Ui& ui, const Rect& tray) { return draw_letter_keyboard(ui, tray, kChinese); },
              KeyboardKind::Letters};
    desk.type("qwertyuiopasdfghjklzxcvbnm");
    CHECK(desk.edit.text == "QWERTYUIOPASDFGHJKLZXCVBNM");
    desk.type("1234567890");
    CHECK(desk.edit.text.ends_with("1234567890"));
    desk.tap("key.done");
    CHECK(desk.spoken == "done ");
  }

  TEST_CASE("initials that lead nowhere keep their place and cannot be touched") {
    Desk desk{[](Ui& ui, const Rect& tray) {
                return draw_initials_keyboard(ui, tray, kChinese, "sq");
              },
              KeyboardKind::Initials};
    desk.type("sq");
    CHECK(desk.edit.text == "sq");
    CHECK(desk.shows("key.v"));
    CHECK(!desk.frame.registry().find("key.v")->enabled);
    CHECK(!desk.frame.tap("key.v"));
    desk.tap("key.delete");
    CHECK(desk.edit.text == "s");
    desk.tap("key.clear");
    CHECK(desk.edit.text.empty());
  }
}

TEST_SUITE("pinyin keyboard") {
  TEST_CASE("letters, a candidate, and the text is in the field") {
    Typist typist;
    Desk desk{text(typist)};
    desk.type("nihao");
    CHECK(desk.edit.text.empty());
    CHECK(desk.label("cand.0") == "你好");
    desk.tap("cand.0");
    CHECK(desk.edit.text == "你好");
    CHECK(!desk.shows("cand.0"));
  }

  TEST_CASE("every letter, mark and digit can be touched") {
    Typist typist;
    Desk desk{text(typist)};
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      desk.tap("key." + std::string(1, letter));
      CHECK(typist.engine.letters() == std::string(1, letter));
      desk.tap("key.delete");
      CHECK(typist.engine.letters().empty());
    }
    CHECK(desk.edit.text.empty());
    desk.tap("key.digits");
    desk.type("1234567890");
    CHECK(desk.edit.text == "1234567890");
    desk.tap("key.marks");
    desk.edit = {};
    for (int n = 0; n < 26; ++n) desk.tap("key.mark." + std::to_string(n));
    CHECK(desk.edit.text == "，。、？！：；（）·“”《》—…￥％＃+-*/=@~");
    desk.tap("key.letters");
    CHECK(desk.shows("key.q"));
  }

  TEST_CASE("delete takes a typed letter, then a character of the text, never a byte") {
    Typist typist;
    Desk desk{text(typist)};
    insert(desk.edit, "王𬭎");
    desk.tap("key.h");
    desk.tap("key.delete");
    CHECK(desk.edit.text == "王𬭎");
    desk.tap("key.delete");
    CHECK(desk.edit.text == "王");
    desk.tap("key.delete");
    desk.tap("key.delete");
    CHECK(desk.edit.text.empty());
  }

  TEST_CASE("candidates turn page by page, on and back, and each is offered once") {
    Typist typist;
    Desk desk{text(typist)};
    desk.type("yi");
    std::set<std::string> seen;
    std::size_t drawn = 0;
    std::size_t pages = 1;
    const auto note_page = [&] {
      for (const Entry& entry : desk.frame.registry().entries()) {
        if (entry.role != Role::Candidate) continue;
        seen.insert(entry.label);
        ++drawn;
      }
    };
    desk.show();
    note_page();
    CHECK(!desk.shows("key.previous"));
    while (desk.shows("key.more")) {
      desk.tap("key.more");
      note_page();
      ++pages;
    }
    CHECK(drawn == typist.engine.candidates().size());
    CHECK(seen.size() == drawn);
    while (desk.shows("key.previous")) {
      desk.tap("key.previous");
      --pages;
    }
    CHECK(pages == 1);
    CHECK(desk.shows("cand.0"));
  }

  TEST_CASE("another letter begins at the first page again") {
    Typist typist;
    Desk desk{text(typist)};
    desk.type("yi");
    desk.tap("key.more");
    CHECK(!desk.shows("cand.0"));
    desk.tap("key.n");
    CHECK(desk.shows("cand.0"));
    CHECK(!desk.shows("key.previous"));
  }

  TEST_CASE("space takes the first candidate, and is a space when nothing is typed") {
    Typist typist;
    Desk desk{text(typist)};
    desk.type("nihao");
    desk.tap("key.space");
    CHECK(desk.edit.text == "你好");
    desk.tap("key.space");
    CHECK(desk.edit.text == "你好 ");
  }

  TEST_CASE("a digit after letters takes what the letters mean first") {
    Typist typist;
    Desk desk{text(typist)};
    desk.type("nihao");
    desk.tap("key.digits");
    desk.tap("key.3");
    CHECK(desk.edit.text == "你好3");
    CHECK(!typist.engine.is_composing());
  }

  TEST_CASE("hiding drops what is half typed; the other keys say what they are for") {
    Typist typist;
    Desk desk{text(typist)};
    desk.type("ni");
    desk.tap("key.hide");
    CHECK(!typist.engine.is_composing());
    desk.tap("key.read_typed");
    CHECK(desk.spoken == "hide read ");
    CHECK(desk.edit.text.empty());
  }

  TEST_CASE("a name is typed by its characters, rare ones too") {
    Typist typist;
    Desk desk{[&](Ui& ui, const Rect& tray) {
      TextKeyboard keyboard{typist.engines, kChinese};
      keyboard.mode = desk.edit.text.empty() ? PinyinMode::Surname : PinyinMode::Character;
      return draw_text_keyboard(ui, tray, keyboard, typist.state);
    }};
    desk.type("liu");
    CHECK(desk.label("cand.0") == "刘");
    desk.tap("cand.0");
    desk.type("kun");
    while (desk.edit.text == "刘") {
      const auto& entries = desk.frame.registry().entries();
      const auto rare = std::find_if(entries.begin(), entries.end(),
                                     [](const Entry& entry) { return entry.label == "堃"; });
      desk.tap(rare == entries.end() ? "key.more" : std::string{rare->id});
    }
    CHECK(desk.edit.text == "刘堃");
  }
}

TEST_SUITE("keyboard sizes") {
  TEST_CASE("A11Y 14: keys are large enough, apart, and say their word in whole") {
    Typist typist;
    for (const Wording& wording : {kChinese, kEnglish}) {
      for (const TextSize size : {TextSize::Small, TextSize::Medium, TextSize::Large,
                                  TextSize::ExtraLarge}) {
        for (const auto page : {PinyinState::Page::Letters, PinyinState::Page::Digits,
                                PinyinState::Page::Marks}) {
          typist.engine.clear();
          typist.state.pinyin = {};
          typist.state.pinyin.page = page;
          Desk desk{text(typist, wording)};
          desk.look.text_size = size;
          desk.show();
          check_keys(desk);
          for (const char letter : std::string_view{"zhiliaofei"}) typist.engine.type(letter);
          desk.show();
          check_keys(desk);
        }
        Desk numbers{[&](Ui& ui, const Rect& tray) {
                       return draw_digit_keyboard(ui, tray, wording, DigitExtra::LetterX);
                     },
                     KeyboardKind::Digits};
        numbers.look.text_size = size;
        numbers.show();
        check_keys(numbers);
        Desk letters{[&](Ui& ui, const Rect& tray) {
                       return draw_letter_keyboard(ui, tray, wording);
                     },
                     KeyboardKind::Letters};
        letters.look.text_size = size;
        letters.show();
        check_keys(letters);
        Desk initials{[&](Ui& ui, const Rect& tray) {
                        return draw_initials_keyboard(ui, tray, wording, "abc");
                      },
                      KeyboardKind::Initials};
        initials.look.text_size = size;
        initials.show();
        check_keys(initials);
      }
    }
  }

  TEST_CASE("ten keys keep their size beside the answers of a small panel") {
    Typist typist;
    for (const char letter : std::string_view{"hunanshengshaoyangshishaodongshi"}) {
      typist.engine.type(letter);
    }
    Desk desk{text(typist)};
    desk.screen = kSmallPanel;
    desk.tray_width = kKeyboardLeastWidth;
    desk.tray_height = 166;
    desk.show();
    check_keys(desk);
    desk.tap("key.more");
    check_keys(desk);
  }

  TEST_CASE("the least height still holds every key") {
    Typist typist;
    typist.engine.type('y');
    typist.engine.type('i');
    Desk desk{text(typist)};
    desk.screen = kSmallPanel;
    desk.tray_height = keyboard_least_height(Theme{kSmallPanel, {}}, KeyboardKind::Pinyin);
    desk.show();
    check_keys(desk);
  }
}
