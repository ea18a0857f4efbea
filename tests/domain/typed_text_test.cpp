#include "kiosk/domain/typed_text.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "kiosk/domain/person_name.h"
#include "kiosk/domain/utf8.h"

using namespace huimin::domain;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string utf8(char32_t c) {
  std::string text;
  append_character(text, c);
  return text;
}

int count(std::string_view text) {
  int characters = 0;
  while (take_character(text)) ++characters;
  return characters;
}

}  // namespace

TEST_SUITE("typed text") {
  TEST_CASE("what is seen may be typed, what has no width or no agreed shape may not") {
    for (const char32_t c : std::u32string(U"王𬭎㛃〇·•・‧．aZé9，。“？！　①℃")) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(may_be_typed(c, false));
    }
    for (const unsigned c : {0x00U, 0x09U, 0x0DU, 0x1BU, 0x7FU, 0x85U, 0xADU, 0x200BU, 0x200DU,
                             0x200EU, 0x200FU, 0x2028U, 0x202AU, 0x202EU, 0x2060U, 0x2066U,
                             0x2069U, 0xE000U, 0xF8FFU, 0xFE0FU, 0xFEFFU, 0xFFFDU, 0xFFFFU,
                             0x1F600U, 0x1F1E8U, 0x2764U, 0x2FFFEU, 0xE0001U, 0xF0000U, 0x10FFFDU}) {
      CAPTURE(c);
      CHECK_FALSE(may_be_typed(static_cast<char32_t>(c), true));
    }
    CHECK(may_be_typed(U'\n', true));
    CHECK_FALSE(may_be_typed(U'\n', false));
  }

  TEST_CASE("a sign that fits no name is left out and said, what was there before stays") {
    for (const std::string sign : {"\n", "\r\n", "9", "/", "😀", "\u200F", "\u2066", "\uE001"}) {
      CAPTURE(sign);
      const TypedText typed = typed_name("王英", "王" + sign + "秀英");
      CHECK(typed.text == "王秀英");
      CHECK(typed.refused == TypedError::Character);
    }
    CHECK(typed_name("王", "王秀").text == "王秀");
    CHECK_FALSE(typed_name("王", "王秀").refused);
  }

  TEST_CASE("all forms of the dot go in as they are") {
    for (const std::string dot : {"·", "•", "・", "‧", "．"}) {
      const TypedText typed = typed_name("昇", "昇" + dot);
      CHECK(typed.text == "昇" + dot);
      CHECK_FALSE(typed.refused);
    }
  }

  TEST_CASE("the fifty-first character of a name stays out wherever it is put in") {
    const std::string fifty = repeated("𠅤", 50);
    CHECK_FALSE(typed_name(repeated("𠅤", 49), fifty).refused);
    const std::string half = repeated("𠅤", 25);
    for (const std::string& more : {fifty + "王", "王" + fifty, half + "王" + half}) {
      const TypedText typed = typed_name(fifty, more);
      CHECK(typed.text == fifty);
      CHECK(typed.refused == TypedError::TooLong);
    }
    CHECK(typed_name("", repeated("王", 51)).text.empty());
  }

  TEST_CASE("a story takes what fits, from the place where it is put in") {
    const TypedText typed = typed_story("夜火", "夜里起大火", 4);
    CHECK(typed.text == "夜里起火");
    CHECK(typed.refused == TypedError::TooLong);
    CHECK(typed_story("夜里\n起火", "夜里\n起火", 9).text == "夜里\n起火");
  }

  TEST_CASE("broken bytes change nothing, and deleting always goes") {
    for (const std::string bytes : {"\xFF", "王\xE7\x8E", "\xED\xA0\x80", "\xC0\x80"}) {
      CHECK(typed_name("王", bytes).text == "王");
      CHECK(typed_name("王", bytes).refused == TypedError::Character);
    }
    // A card may hold more than may be typed.
    const std::string card = "\uE863王" + repeated("英", 60);
    const TypedText shorter = typed_name(card, "\uE863王" + repeated("英", 59));
    CHECK(shorter.text == "\uE863王" + repeated("英", 59));
    CHECK_FALSE(shorter.refused);
    CHECK(typed_name(card, "").text.empty());
  }

  // Seeded; whatever arrives, the field holds UTF-8 that the rule of names knows.
  TEST_CASE("after any edits a name holds at most fifty characters that stand in names") {
    std::mt19937 random(50);
    std::string name;
    for (int i = 0; i < 20000; ++i) {
      std::string next = name;
      const std::size_t at = random() % (next.size() + 1);
      switch (random() % 4) {
        case 0: next = next.substr(0, at); break;
        case 1: next.insert(at, 1, static_cast<char>(random())); break;
        default: {
          const auto rare = random() % 3 == 0 ? random() % 0xD800 : 0x4E00 + random() % 0x5000;
          next += utf8(static_cast<char32_t>(rare));
        }
      }
      const TypedText typed = typed_name(name, next);
      CHECK(count(typed.text) <= kNameMostCharacters);
      for (std::string_view rest = typed.text; !rest.empty();) {
        const auto c = take_character(rest);
        REQUIRE(c);
        CHECK(may_stand_in_name(*c));
        CHECK(may_be_typed(*c, false));
      }
      CHECK((typed.text == next) == !typed.refused.has_value());
      name = typed.text;
    }
  }
}
