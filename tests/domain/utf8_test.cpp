#include "kiosk/domain/utf8.h"

#include <doctest/doctest.h>

#include <string>

using namespace huimin::domain;

TEST_SUITE("utf8") {
  TEST_CASE("every character is written and read back whole") {
    for (char32_t c = 0; c <= 0x10FFFF; c += 7) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      std::string text;
      append_character(text, c);
      std::string_view rest = text;
      REQUIRE(take_character(rest) == c);
      REQUIRE(rest.empty());
    }
  }

  TEST_CASE("overlong forms, surrogates, cut and stray bytes are malformed, and stay") {
    for (const std::string text :
         {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xE7\x8E", "\xF0\x9F\x98", "\xE7z"}) {
      std::string_view rest = text;
      CHECK_FALSE(take_character(rest).has_value());
      CHECK(rest == text);
    }
  }

  TEST_CASE("full-width forms become their twins and all else stays") {
    CHECK(fold_width("ＡＢｚ　０９～！") == "ABz 09~!");
    CHECK(fold_width("王·\xFF") == "王·\xFF");
  }
}
