#include "kiosk/domain/person_name.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "kiosk/domain/utf8.h"

using namespace huimin::domain;

namespace {

// Pieces that stand in real names, and pieces that never do.
const std::vector<std::string> kLetters{"王", "秀", "〇", "㛃", "𠅤",    "𫖯", "阿",
                                        "依", "A",  "z",  "é",  "ö",     "ي",  "བ",
                                        "ᠮ",  "ꀀ", "김", "Ⱡ",  "\uE863"};
const std::vector<std::string> kBetween{"·", "•", "・", "‧", "．", ".", " ", "-", "'", "’"};
const std::vector<std::string> kNever{
    "1",      "９",     "٣",    "!",        "，",           "@",        "\n", "\x01",
    "\u200B", "\uFFFE", "\xFF", "\xC0\x80", "\xED\xA0\x80", "\xE7\x8E", "★",  "😀",
    "（",     "/"};

template <class List>
const std::string& any_of(const List& list, std::mt19937& random) {
  return list[random() % list.size()];
}

std::vector<std::string> random_name(std::mt19937& random) {
  std::vector<std::string> pieces{any_of(kLetters, random)};
  const std::size_t size = 1 + random() % kNameMostCharacters;
  while (pieces.size() + 1 < size)
    pieces.push_back(any_of(random() % 4 == 0 ? kBetween : kLetters, random));
  pieces.push_back(any_of(kLetters, random));
  return pieces;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

}  // namespace

TEST_SUITE("person name") {
  TEST_CASE("names of one character, of fifteen with two dots, and rare ones are names") {
    for (const std::string name : {"王", "王秀英", "阿依古丽·买买提·吐尔逊江江", "𠅤", "李𫖯",
                                   "Anna-Maria O'Neill", "བཀྲ་ཤིས", "김철수", "José García"}) {
      CAPTURE(name);
      CHECK_FALSE(check_name(name).has_value());
    }
  }

  TEST_CASE("every form of the middle dot is taken, and all compare equal") {
    const std::string plain = comparable_name("阿依古丽·买买提");
    for (const std::string name : {"阿依古丽•买买提", "阿依古丽・买买提", "阿依古丽‧买买提",
                                   "阿依古丽．买买提", "阿依古丽.买买提", "  阿依古丽·买买提　"}) {
      CAPTURE(name);
      CHECK_FALSE(check_name(name).has_value());
      CHECK(comparable_name(name) == plain);
    }
    CHECK(comparable_name("阿依古丽买买提") != plain);
  }

  TEST_CASE("nothing and blanks alone are empty") {
    CHECK(check_name("") == NameError::Empty);
    CHECK(check_name("  　") == NameError::Empty);
  }

  TEST_CASE("fifty characters are taken, in whatever bytes; one more is too long") {
    std::string name;
    for (int i = 0; i < kNameMostCharacters; ++i) name += "𠅤";
    CHECK_FALSE(check_name(name).has_value());
    CHECK_FALSE(check_name("  " + name + "  ").has_value());
    CHECK(check_name(name + "王") == NameError::TooLong);
  }

  TEST_CASE("digits of any script, signs and controls are no part of a name") {
    for (const std::string name :
         {"王1", "王２", "王٣", "王\n", "王\t秀", "<b>", "王;", "王?", "😀"}) {
      CAPTURE(name);
      CHECK(check_name(name) == NameError::Character);
    }
    CHECK(check_name(std::string_view("\0王", 4)) == NameError::Character);
  }

  TEST_CASE("a name begins with a letter") {
    CHECK(check_name("·王") == NameError::Character);
    CHECK(check_name("-王") == NameError::Character);
  }

  // What the terminal took in any spelling, the county takes too: one rule, whatever is done to
  // it on the way.
  TEST_CASE("every name made of name pieces is taken, and so is its comparable form") {
    std::mt19937 random(16);
    for (int i = 0; i < 3000; ++i) {
      auto pieces = random_name(random);
      if (pieces.size() > kNameMostCharacters) pieces.resize(kNameMostCharacters);
      const std::string name = joined(pieces);
      CAPTURE(name);
      CHECK_FALSE(check_name(name).has_value());
      CHECK_FALSE(check_name(comparable_name(name)).has_value());
      CHECK(comparable_name(comparable_name(name)) == comparable_name(name));
    }
  }

  TEST_CASE("one piece that is in no name makes any name refused, wherever it stands") {
    std::mt19937 random(61);
    for (int i = 0; i < 3000; ++i) {
      auto pieces = random_name(random);
      const auto at = static_cast<std::ptrdiff_t>(random() % (pieces.size() + 1));
      pieces.insert(pieces.begin() + at, any_of(kNever, random));
      const std::string name = joined(pieces);
      CAPTURE(name);
      CHECK(check_name(name).has_value());
    }
  }

  TEST_CASE("the rule of a character does not depend on its neighbours") {
    std::mt19937 random(4);
    for (int i = 0; i < 20000; ++i) {
      const auto c = static_cast<char32_t>(random() % 0x30000);
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      std::string after = "王";
      append_character(after, c);
      const bool alone = !check_name(after + "英").has_value();
      CHECK(alone == !check_name("Anna" + after.substr(3) + "Li").has_value());
    }
  }
}
