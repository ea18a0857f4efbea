#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <vector>

#include "screens/input/handwriting.h"

using namespace huimin::screens;
namespace fs = std::filesystem;

namespace {

// Corners of each stroke, in a square of side 1.
using Strokes = std::vector<std::vector<std::pair<float, float>>>;

const Strokes kTen{{{0.1F, 0.5F}, {0.9F, 0.48F}}, {{0.5F, 0.1F}, {0.5F, 0.95F}}};
const Strokes kKing{{{0.2F, 0.15F}, {0.8F, 0.14F}},
                    {{0.25F, 0.5F}, {0.75F, 0.49F}},
                    {{0.5F, 0.15F}, {0.5F, 0.85F}},
                    {{0.12F, 0.87F}, {0.88F, 0.85F}}};
const Strokes kBig{{{0.1F, 0.38F}, {0.9F, 0.36F}},
                   {{0.5F, 0.08F}, {0.47F, 0.5F}, {0.12F, 0.92F}},
                   {{0.5F, 0.4F}, {0.65F, 0.68F}, {0.92F, 0.92F}}};

struct Placed {
  float side_mm;
  float x_mm = 0;
  float y_mm = 0;
};

Ink ink_of(const Strokes& strokes, const Placed& placed) {
  constexpr int kPointsPerLine = 12;
  Ink ink;
  for (const auto& corners : strokes) {
    auto& stroke = ink.strokes.emplace_back();
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
      for (int n = 0; n <= kPointsPerLine; ++n) {
        const float t = static_cast<float>(n) / kPointsPerLine;
        const auto at = [&](float from, float to) { return from + (to - from) * t; };
        stroke.push_back({placed.x_mm + placed.side_mm * at(corners[i].first, corners[i + 1].first),
                          placed.y_mm +
                              placed.side_mm * at(corners[i].second, corners[i + 1].second)});
      }
    }
  }
  return ink;
}

bool among(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_SUITE("handwriting") {
  TEST_CASE("plain characters are among the first five") {
    const auto hand = Handwriting::open().value();
    CHECK(among(hand.read(ink_of(kTen, {100}), 5), "十"));
    CHECK(among(hand.read(ink_of(kKing, {100}), 5), "王"));
    CHECK(among(hand.read(ink_of(kBig, {100}), 5), "大"));
  }

  TEST_CASE("size and place on the pad change nothing") {
    const auto hand = Handwriting::open().value();
    const auto large = hand.read(ink_of(kKing, {100}), 10);
    CHECK(large.size() == 10);
    CHECK(hand.read(ink_of(kKing, {32}), 10) == large);
    CHECK(hand.read(ink_of(kKing, {32, 70, 4}), 10) == large);
  }

  TEST_CASE("what is written fills the square, and its proportions stay") {
    Ink ink;
    ink.strokes = {{{10, 20}, {70, 20}}, {{40, 35}}};
    const auto square = normalised(ink);
    REQUIRE(square.size() == 2);
    CHECK(square[0] == std::vector<WrittenPoint>{{0, 375}, {1000, 375}});
    CHECK(square[1] == std::vector<WrittenPoint>{{500, 625}});
  }

  TEST_CASE("a speck stays small in the middle, and nothing is nothing") {
    Ink speck;
    speck.strokes = {{{50, 50}, {51, 51}}};
    const auto square = normalised(speck);
    for (const auto& point : square.at(0)) {
      CHECK(std::abs(point.x - 500) < 40);
      CHECK(std::abs(point.y - 500) < 40);
    }
    const auto hand = Handwriting::open().value();
    CHECK(hand.read({}, 10).empty());
    CHECK(hand.read(speck, 0).empty());
    Ink empty_stroke;
    empty_stroke.strokes = {{}};
    CHECK(hand.read(empty_stroke, 10).empty());
  }

  TEST_CASE("scribbles of any length are answered") {
    const auto hand = Handwriting::open().value();
    Ink ink;
    for (int n = 0; n < 60; ++n) {
      auto& stroke = ink.strokes.emplace_back();
      for (int i = 0; i < 40; ++i) {
        stroke.push_back({static_cast<float>((i * 37 + n * 11) % 100),
                          static_cast<float>((i * 53 + n * 29) % 100)});
      }
    }
    CHECK(hand.read(ink, 8).size() <= 8);
  }

  TEST_CASE("a model that is missing or cut is an error that names the package") {
    const auto missing = Handwriting::open("no-such-model");
    REQUIRE(!missing);
    CHECK(missing.error().find("tegaki-zinnia-simplified-chinese") != std::string::npos);
    std::string name = (fs::temp_directory_path() / "huimin-model-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    const fs::path cut = fs::path{name} / "cut.model";
    std::ifstream whole{default_handwriting_model(), std::ios::binary};
    std::string bytes(100'000, '\0');
    REQUIRE(whole.read(bytes.data(), static_cast<std::streamsize>(bytes.size())));
    for (const std::size_t size : {0UL, 3UL, 16UL, 5'000UL, 100'000UL}) {
      CAPTURE(size);
      std::ofstream{cut, std::ios::binary} << bytes.substr(0, size);
      CHECK(!Handwriting::open(cut));
    }
    fs::remove_all(name);
  }
}
