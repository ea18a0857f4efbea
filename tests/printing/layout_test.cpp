#include "printing/layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "devices/simulators/paper_files.h"
#include "printing/qr.h"
#include "tests/printing/samples.h"

namespace huimin::printing {
namespace {

bool is_inside(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.left + inner.width <= outer.left + outer.width;
}

// Glyphs may reach a dot over the edge of their own advance.
void check_nothing_is_clipped(const Layout& layout) {
  constexpr int kOverhang = 1;
  CHECK_FALSE(layout.texts.empty());
  for (const PlacedText& text : layout.texts) {
    CAPTURE(text.column.top);
    CAPTURE(text.ink.left);
    CAPTURE(text.ink.width);
    const Box column{text.column.left - kOverhang, 0, text.column.width + 2 * kOverhang, 0};
    CHECK(is_inside(text.ink, column));
    CHECK(is_inside(text.ink, {0, 0, kPaperDots, 0}));
    CHECK(text.ink.top >= 0);
    CHECK(text.ink.top + text.ink.height <= layout.bitmap.height());
    CHECK(text.missing_glyphs == 0);
    CHECK(text.size >= kSmallestTextDots);
  }
}

Layout set(const Document& document) { return lay_out(document).value(); }

std::vector<std::string> codes_on(const Bitmap& bitmap) {
  const auto rows = bitmap.rows(0, bitmap.height());
  devices::simulators::Piece piece;
  piece.dots.assign(rows.begin(), rows.end());
  return devices::simulators::read_codes(piece);
}

std::string repeated(const char* text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

bool is_white_row(const Bitmap& bitmap, int y) {
  const auto row = bitmap.rows(y, 1);
  return std::all_of(row.begin(), row.end(), [](std::uint8_t eight) { return eight == 0; });
}

bool same_dots(const Layout& one, const Layout& other) {
  if (one.bitmap.height() != other.bitmap.height()) return false;
  const auto a = one.bitmap.rows(0, one.bitmap.height());
  const auto b = other.bitmap.rows(0, other.bitmap.height());
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

TEST_SUITE("layout") {
  TEST_CASE("the typeface of the papers is installed") { CHECK(has_paper_typeface()); }

  TEST_CASE("a receipt is as wide as the paper and nothing on it is clipped") {
    const Layout layout = set(samples::receipt());
    CHECK(layout.bitmap.width() == kPaperDots);
    CHECK(layout.bitmap.height() > 1500);
    CHECK(layout.bitmap.height() < 2000);
    check_nothing_is_clipped(layout);
  }

  TEST_CASE("an English receipt with long values is not clipped either") {
    check_nothing_is_clipped(set(samples::receipt_in_english()));
  }

  TEST_CASE("values too long for a line wrap, with and without places to break") {
    const std::string long_names[] = {
        "阿卜杜热合曼·买买提吐尔逊·阿不都克里木",
        repeated("名", 60),
        repeated("9", 90),
        "https://example.invalid/" + repeated("unbreakable", 12),
        repeated("one two three ", 8),
    };
    for (const std::string& name : long_names) {
      CAPTURE(name);
      const Layout layout =
          set({{Heading{name, name}, NumberBlock{name, name}, Pairs{{{name, name}, {"a", name}}},
                Section{name, {{Item::Box::Empty, name}}}, Paragraph{name, name},
                Boxed{Boxed::Kind::Outlined, name}, Boxed{Boxed::Kind::Filled, name},
                Lines{{name}, Weight::Bold}}});
      check_nothing_is_clipped(layout);
      CHECK(std::any_of(layout.texts.begin(), layout.texts.end(),
                        [](const PlacedText& text) { return text.lines > 1; }));
    }
  }

  TEST_CASE("rare characters of names are drawn, from the supplementary planes too") {
    const Layout layout =
        set({{Pairs{{{"姓名", "王㛃𬭚"}, {"又名", "𠮷野𣗋"}, {"地名", "酿溪䢺"}}}}});
    check_nothing_is_clipped(layout);
  }

  TEST_CASE("a character that no typeface has is reported") {
    const Layout layout = set({{Lines{{"\U000F1234"}, Weight::Regular}}});
    CHECK(layout.texts.at(0).missing_glyphs == 1);
  }

  TEST_CASE("a character for private use is a box with its code point, never a sign of a font") {
    // U+E145 is an icon of the screens' icon font, which fontconfig would let stand in.
    const Layout layout = set({{Lines{{"王\uE145"}, Weight::Regular}}});
    CHECK(layout.texts.at(0).missing_glyphs == 1);
    const Layout other = set({{Lines{{"王\uE146"}, Weight::Regular}}});
    CHECK(layout.texts.at(0).ink.width > 0);
    CHECK_FALSE(same_dots(layout, other));
    CHECK(same_dots(layout, set({{Lines{{"王\uE145"}, Weight::Regular}}})));
  }

  TEST_CASE("lines of text do not run into each other") {
    const Layout layout = set({{Paragraph{"", repeated("高", 60)}}});
    REQUIRE(layout.texts.at(0).lines >= 3);
    const int pitch = layout.texts[0].column.height / layout.texts[0].lines;
    for (int line = 1; line < layout.texts[0].lines; ++line) {
      const int border = layout.texts[0].column.top + line * pitch;
      int white = 0;
      for (int y = border - 4; y < border + 4; ++y) white += is_white_row(layout.bitmap, y) ? 1 : 0;
      CHECK(white >= 3);
    }
  }

  TEST_CASE("the receipt number stands on one line, larger than the text") {
    const Layout layout = set({{NumberBlock{"编号", "430522-007-000321-37"}}});
    CHECK(layout.texts.at(1).lines == 1);
    CHECK(layout.texts.at(1).size == 46);
  }

  TEST_CASE("a longer number gets smaller before it wraps") {
    const Layout layout = set({{NumberBlock{"", "430522-007-000321-37-8888"}}});
    CHECK(layout.texts.at(0).lines == 1);
    CHECK(layout.texts.at(0).size < 46);
  }

  TEST_CASE("values of all pairs on a paper begin in the same column") {
    const Layout layout =
        set({{Pairs{{{"短", "a"}}}, Rule{}, Pairs{{{"Place of application", "b"}}}}});
    REQUIRE(layout.texts.size() == 4);
    CHECK(layout.texts[1].column.left == layout.texts[3].column.left);
    CHECK(layout.texts[1].column.left > layout.texts[2].ink.left + layout.texts[2].ink.width);
  }

  TEST_CASE("centred lines are of nearly equal length instead of leaving one word over") {
    const Layout layout =
        set({{Lines{{"Niangxi Township Service Hall, Xinshao County"}, Weight::Regular}}});
    REQUIRE(layout.texts.at(0).lines == 2);
    CHECK(layout.texts[0].ink.width < 400);
  }

  TEST_CASE("codes of every length that fits are read back as they were given") {
    for (const std::size_t digits : {1U, 20U, 180U, 315U, 700U, 1500U}) {
      const std::string text = "HTTPS://X.CN/R/" + std::string(digits, '7');
      const auto codes = codes_on(set({{QrCode{text, "扫码", {}}}}).bitmap);
      REQUIRE(codes.size() == 1);
      CHECK(codes[0] == text);
    }
  }

  TEST_CASE("a code has four white modules around it and whole modules inside") {
    const Layout layout = set({{Boxed{Boxed::Kind::Filled, "above"}, QrCode{"1234", "", {}}}});
    const auto code = make_qr("1234").value();
    const int module = module_dots(code, kPaperDots).value();
    CHECK(module == kGoodModuleDots);
    int bottom = layout.bitmap.height() - 1;
    while (is_white_row(layout.bitmap, bottom)) --bottom;
    const int top = bottom + 1 - code.side * module;
    for (int y = top - kQuietZone * module; y < top; ++y) CHECK(is_white_row(layout.bitmap, y));
    const int left = (kPaperDots - code.side * module) / 2;
    for (int y = 0; y < code.side * module; ++y) {
      for (int x = 0; x < code.side * module; ++x) {
        REQUIRE(layout.bitmap.is_black(left + x, top + y) == code.is_dark(x / module, y / module));
      }
    }
  }

  TEST_CASE("a code that does not fit the paper is refused, not shrunk") {
    const Document document{{QrCode{std::string(6000, '7'), "", {}}}};
    CHECK(lay_out(document).error() == LayoutError::QrDoesNotFit);
    CHECK(lay_out({{QrCode{"", "", {}}}}).error() == LayoutError::QrDoesNotFit);
  }

  TEST_CASE("a paper longer than half a metre is refused") {
    const Document document{{Paragraph{"", repeated("长", 2500)}}};
    CHECK(lay_out(document).error() == LayoutError::TooTall);
  }

  TEST_CASE("text that is not UTF-8 does not stop the paper") {
    const Layout layout = set({{Lines{{"good\xFF\xC3"}, Weight::Regular}}});
    CHECK(layout.texts.at(0).ink.width > 0);
  }

  TEST_CASE("the same document gives the same dots, whatever thread sets it") {
    const Layout here = set(samples::receipt());
    Layout there;
    std::thread([&] { there = set(samples::receipt()); }).join();
    CHECK(same_dots(here, there));
  }
}

}  // namespace
}  // namespace huimin::printing
