#include "screens/toolkit/text_layout.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace huimin::screens {

namespace {

// Han characters and their marks 10 wide, everything else 5.
double advance(char32_t c) { return c < 0x2000 ? 5 : 10; }

std::vector<std::string> lines(std::string_view text, double width) {
  std::vector<std::string> result;
  for (const TextLine& line : lay_out(text, width, advance).lines) {
    result.emplace_back(text.substr(line.begin, line.end - line.begin));
  }
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("text layout") {
  TEST_CASE("Han characters break anywhere") {
    CHECK(lines("一二三四五", 20) == Lines{"一二", "三四", "五"});
  }

  TEST_CASE("Latin words and numbers stay whole") {
    CHECK(lines("call staff now", 55) == Lines{"call staff ", "now"});
    CHECK(lines("还有12345天", 45) == Lines{"还有12345", "天"});
    CHECK(lines("电话0739-0000118", 65) == Lines{"电话", "0739-0000118"});
  }

  TEST_CASE("a number of groups that is wider than a line is parted behind a hyphen") {
    CHECK(lines("0739-00001180-8016", 70) == Lines{"0739-00001180-", "8016"});
    CHECK(lines("电话 0739-00001180-8016", 50) == Lines{"电话 ", "0739-", "00001180-", "8016"});
    CHECK_FALSE(lay_out("0739-00001180-8016", 70, advance).word_broken);
    CHECK(lay_out("0739-00001180-8016", 30, advance).word_broken);
  }

  TEST_CASE("no line begins with a closing mark") {
    CHECK(lines("一二。三", 20) == Lines{"一", "二。", "三"});
    CHECK(lines("一二，三四", 30) == Lines{"一二，", "三四"});
    CHECK(lines("（一二）三", 30) == Lines{"（一", "二）三"});
  }

  TEST_CASE("no line ends with an opening mark") {
    CHECK(lines("一二“三四”", 30) == Lines{"一二", "“三", "四”"});
    CHECK(lines("一二（三）", 30) == Lines{"一二", "（三）"});
  }

  TEST_CASE("an English apostrophe does not break a word") {
    CHECK_FALSE(may_break_between(0x2019, U't'));
    CHECK_FALSE(may_break_between(U'n', 0x2019));
    CHECK(lines("do don\xE2\x80\x99t", 40) == Lines{"do ", "don\xE2\x80\x99t"});
  }

  TEST_CASE("a word wider than the line is cut and says so") {
    const TextLines cut = lay_out("abcdefgh", 20, advance);
    CHECK(cut.word_broken);
    CHECK(cut.lines.size() == 2);
    CHECK_FALSE(lay_out("abcd", 20, advance).word_broken);
  }

  TEST_CASE("line breaks in the text are kept, at the end too") {
    CHECK(lines("一\n\n二\n", 0) == Lines{"一", "", "二", ""});
    CHECK(lines("", 50) == Lines{""});
  }

  TEST_CASE("trailing spaces hang over and count for nothing") {
    const TextLines laid = lay_out("ab  ", 10, advance);
    REQUIRE(laid.lines.size() == 1);
    CHECK(laid.width == doctest::Approx(10));
    CHECK(laid.lines[0].end_x == doctest::Approx(20));
  }

  TEST_CASE("of two full-width marks in a row the first takes half its width") {
    CHECK(lay_out("”。", 0, advance).width == doctest::Approx(15));
    CHECK(lay_out("一。", 0, advance).width == doctest::Approx(20));
    CHECK(lay_out("。一", 0, advance).width == doctest::Approx(20));
    CHECK(lay_out("，“一", 0, advance).width == doctest::Approx(25));
  }

  TEST_CASE("whatever the width, no character is lost") {
    const std::string text = "王秀英，430522（酿溪镇）：abc def 。“好”\n𬭎𠀀 x";
    for (int width = 1; width < 200; ++width) {
      std::string joined;
      for (const TextLine& line : lay_out(text, width, advance).lines) {
        joined += text.substr(line.begin, line.end - line.begin);
        if (line.end < text.size() && text[line.end] == '\n') joined += '\n';
      }
      CHECK(joined == text);
    }
  }

  TEST_CASE("supplementary characters are one character of four bytes") {
    const std::string name = "王𬭎";
    CHECK(count_characters(name) == 2);
    CHECK(following_character(name, 3) == 7);
    CHECK(previous_character(name, 7) == 3);
    std::size_t at = 3;
    CHECK(next_code_point(name, at) == 0x2CB4E);
  }

  TEST_CASE("bytes that are not UTF-8 become one replacement character each") {
    for (const std::string_view bad : {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE4\xB8",
                                       "\x80", "\xF0\x80\x80\x80", "\xE0\x80\x80"}) {
      std::size_t at = 0;
      CHECK(next_code_point(bad, at) == 0xFFFD);
      CHECK(at == 1);
      CHECK(count_characters(bad) == bad.size());
    }
  }

  TEST_CASE("a caret finds its place and a place finds its caret") {
    const std::string text = "一二三四";
    const TextLines laid = lay_out(text, 20, advance);
    CHECK(laid.caret(0).line == 0);
    CHECK(laid.caret(3).x == doctest::Approx(10));
    CHECK(laid.caret(6).line == 1);
    CHECK(laid.caret(6).x == doctest::Approx(0));
    CHECK(laid.caret(12).line == 1);
    CHECK(laid.caret(12).x == doctest::Approx(20));
    CHECK(laid.byte_at(0, 4) == 0);
    CHECK(laid.byte_at(0, 6) == 3);
    CHECK(laid.byte_at(1, 100) == 12);
    CHECK(laid.byte_at(9, 0) == 6);
  }
}

}  // namespace huimin::screens
