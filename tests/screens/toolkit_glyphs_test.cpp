#include "screens/toolkit/glyphs.h"

#include "screens/toolkit/icons.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <stdexcept>
#include <vector>

namespace huimin::screens {

namespace {

// Sum of the coverage of a glyph in the atlas.
long coverage(const Glyphs& glyphs, const Glyph& glyph) {
  const AtlasView atlas = glyphs.atlas();
  long sum = 0;
  for (int y = 0; y < glyph.height; ++y) {
    for (int x = 0; x < glyph.width; ++x) {
      sum += atlas.pixels[(glyph.atlas_y + y) * atlas.width + glyph.atlas_x + x];
    }
  }
  return sum;
}

}  // namespace

TEST_SUITE("glyphs") {
  TEST_CASE("a letter is drawn once and found again") {
    Glyphs glyphs;
    const Glyph first = glyphs.get(Face::Regular, 30, U'国');
    const Glyph again = glyphs.get(Face::Regular, 30, U'国');
    CHECK(first.width > 20);
    CHECK(first.advance == doctest::Approx(30));
    CHECK(again.atlas_x == first.atlas_x);
    CHECK(again.atlas_y == first.atlas_y);
    CHECK(coverage(glyphs, first) > 10'000);
  }

  TEST_CASE("bold has more ink than regular") {
    Glyphs glyphs;
    const long regular = coverage(glyphs, glyphs.get(Face::Regular, 40, U'办'));
    const long bold = coverage(glyphs, glyphs.get(Face::Bold, 40, U'办'));
    CHECK(bold > regular * 5 / 4);
  }

  TEST_CASE("rare characters of the supplementary planes have letters of their own") {
    Glyphs glyphs;
    const Glyph name = glyphs.get(Face::Regular, 36, 0x2CB4E);
    const Glyph other = glyphs.get(Face::Regular, 36, 0x20087);
    CHECK_FALSE(name.missing);
    CHECK_FALSE(other.missing);
    CHECK(coverage(glyphs, name) > 10'000);
    CHECK(glyphs.missing().empty());
  }

  TEST_CASE("a character that only the fallback font has comes from there") {
    Glyphs with;
    FontFiles alone;
    alone.fallbacks.clear();
    Glyphs without(alone);
    // An ideograph of extension B that Noto leaves out.
    constexpr char32_t kRare = 0x20001;
    CHECK_FALSE(with.get(Face::Bold, 36, kRare).missing);
    CHECK(without.get(Face::Bold, 36, kRare).missing);
  }

  TEST_CASE("private-use code points in text are boxes, never icons") {
    Glyphs glyphs;
    const auto code = static_cast<char32_t>(Icon::VolunteerActivism);
    CHECK(glyphs.get(Face::Regular, 40, code).missing);
    CHECK(glyphs.get(Face::Regular, 40, 0xF0001).missing);
    CHECK_FALSE(glyphs.get(Face::Icons, 40, code).missing);
    CHECK(glyphs.missing() == std::vector<char32_t>{code, 0xF0001});
  }

  TEST_CASE("what no font has is a box, and counted once") {
    Glyphs glyphs;
    for (int i = 0; i < 3; ++i) {
      const Glyph box = glyphs.get(Face::Regular, 30, 0x10FFF0);
      CHECK(box.missing);
      CHECK(box.width > 10);
    }
    CHECK(glyphs.missing().size() == 1);
    glyphs.clear_missing();
    CHECK(glyphs.missing().empty());
    glyphs.get(Face::Regular, 30, 0x10FFF0);
    CHECK(glyphs.missing().size() == 1);
  }

  TEST_CASE("the box of an unknown character bears its code point, readable from 27 pixels on") {
    Glyphs glyphs;
    const auto inside = [&glyphs](int size_px, char32_t c) {
      const Glyph box = glyphs.get(Face::Regular, size_px, c);
      CHECK(box.missing);
      CHECK(box.width <= size_px);
      const AtlasView atlas = glyphs.atlas();
      std::vector<std::uint8_t> pixels;
      for (int y = 0; y < box.height; ++y) {
        const auto* row = atlas.pixels + (box.atlas_y + y) * atlas.width + box.atlas_x;
        pixels.insert(pixels.end(), row, row + box.width);
      }
      return pixels;
    };
    for (const int size : {27, 46, 120}) {
      CAPTURE(size);
      const auto four = inside(size, 0xE863);
      CHECK(four == inside(size, 0xE863));
      CHECK(four != inside(size, 0xE868));
      CHECK(inside(size, 0xF0001) != inside(size, 0xF0002));
      CHECK(inside(size, 0x10FFF0) != inside(size, 0x10FFF1));
    }
    for (const int size : {4, 5, 7}) inside(size, 0x10FFF0);
  }

  TEST_CASE("invisible characters take no room") {
    Glyphs glyphs;
    for (const char32_t c : {U'\t', U'\u200B', U'\uFE0F', U'\U000E0100'}) {
      CHECK(glyphs.advance(Face::Regular, 30, c) == 0);
      CHECK(glyphs.get(Face::Regular, 30, c).width == 0);
    }
  }

  TEST_CASE("a full atlas is emptied after the frame and filled again") {
    Glyphs glyphs({}, {128, 128});
    char32_t c = 0x4E00;
    while (!glyphs.overflowed()) glyphs.get(Face::Regular, 30, c++);
    const Glyph late = glyphs.get(Face::Regular, 30, c);
    CHECK(late.width == 0);
    CHECK(late.advance == doctest::Approx(30));
    glyphs.end_frame();
    CHECK(glyphs.evictions() == 1);
    CHECK_FALSE(glyphs.overflowed());
    CHECK(glyphs.get(Face::Regular, 30, c).width > 0);
    // White stays white.
    CHECK(glyphs.atlas().pixels[1 + 128] == 0xFF);
  }

  TEST_CASE("glyphs never overlap in the atlas") {
    Glyphs glyphs({}, {512, 1024});
    std::vector<bool> taken(512 * 1024, false);
    int overlaps = 0;
    for (int i = 0; i < 300; ++i) {
      const int size = 16 + i % 5 * 7;
      const Glyph g = glyphs.get(Face::Regular, size, static_cast<char32_t>(0x5000 + i));
      for (int y = g.atlas_y; y < g.atlas_y + g.height; ++y) {
        for (int x = g.atlas_x; x < g.atlas_x + g.width; ++x) {
          const auto pixel = static_cast<std::size_t>(y * 512 + x);
          const bool white = x < 3 && y < 3;
          if (taken[pixel] || white) ++overlaps;
          taken[pixel] = true;
        }
      }
    }
    CHECK(overlaps == 0);
    CHECK_FALSE(glyphs.overflowed());
  }

  TEST_CASE("a needed font that is not there is named") {
    FontFiles files;
    files.bold = "/nowhere/Bold.ttc";
    CHECK_THROWS_WITH_AS(Glyphs{files}, "cannot open the font /nowhere/Bold.ttc",
                         std::runtime_error);
    files = {};
    files.fallbacks = {"/nowhere/Rare.ttf"};
    CHECK_NOTHROW(Glyphs{files});
  }
}

}  // namespace huimin::screens
