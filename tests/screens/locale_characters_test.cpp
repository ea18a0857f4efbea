#include <doctest/doctest.h>

#include "screens/locale/characters.h"

using namespace huimin::screens;

TEST_SUITE("characters") {
  TEST_CASE("a character has the size its lead byte says") {
    CHECK(first_character_size("a") == 1);
    CHECK(first_character_size("é") == 2);
    CHECK(first_character_size("王秀英") == 3);
    CHECK(first_character_size("𬭎") == 4);
    CHECK(first_character_size("") == 0);
  }

  TEST_CASE("what RFC 3629 forbids is no character") {
    for (const char* bad : {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                            "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                            "\xE7\x8E", "\xE7\x8E" "a"}) {
      CHECK_MESSAGE(first_character_size(bad) == 0, bad);
      CHECK(!is_valid_utf8(bad));
    }
  }

  TEST_CASE("characters are counted, not bytes") {
    CHECK(character_count("刘方𡌿x") == 4);
    CHECK(character_count("a\xFF\x80") == 3);
  }

  TEST_CASE("dropping the last character never leaves half of one") {
    std::string text = "a王𬭎";
    drop_last_character(text);
    CHECK(text == "a王");
    drop_last_character(text);
    CHECK(text == "a");
    drop_last_character(text);
    drop_last_character(text);
    CHECK(text.empty());
  }

  TEST_CASE("a stray byte at the end is dropped alone") {
    std::string text = "王\x80";
    drop_last_character(text);
    CHECK(text == "王");
  }
}
