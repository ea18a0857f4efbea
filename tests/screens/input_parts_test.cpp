#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "screens/input/characters_by_parts.h"
#include "screens/input/characters_by_reading.h"
#include "screens/toolkit/glyphs.h"
#include "screens/toolkit/text_layout.h"

using namespace huimin::screens;
namespace fs = std::filesystem;

namespace {

CharactersByParts shipped() {
  return CharactersByParts::load(HUIMIN_SHARE_DIR "/input").value();
}

// Everything that can be found by a part, each with the longest list it stands in.
std::set<std::string> by_parts(const CharactersByParts& table) {
  std::set<std::string> found;
  for (std::size_t part = 0; part < table.parts().size(); ++part) {
    for (const int strokes : table.strokes(part)) {
      const auto characters = table.characters(part, strokes);
      found.insert(characters.begin(), characters.end());
    }
  }
  return found;
}

std::set<std::string> standard() {
  const auto table = CharactersByReading::load(HUIMIN_SHARE_DIR "/input").value();
  std::set<std::string> all;
  for (const auto& [reading, texts] : table.all()) all.insert(texts.begin(), texts.end());
  return all;
}

std::size_t part_of(const CharactersByParts& table, std::string_view shape) {
  const auto& parts = table.parts();
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const auto& part) { return part.shape == shape; });
  REQUIRE(found != parts.end());
  return static_cast<std::size_t>(found - parts.begin());
}

bool holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Two small tables, deleted at the end.
struct Tables {
  fs::path folder;

  Tables() {
    std::string name = (fs::temp_directory_path() / "huimin-parts-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    folder = name;
    write("radicals.txt", "# c\n3 氵 85\n");
    write("parts.txt", "# c\n85.3 江池\n=6 江池\njiāng 江\n");
  }
  ~Tables() { fs::remove_all(folder); }
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  void write(const char* file, std::string_view text) const {
    std::ofstream{folder / file} << text;
  }
  std::string error() const {
    const auto table = CharactersByParts::load(folder);
    return table ? "" : table.error();
  }
};

}  // namespace

TEST_SUITE("characters_by_parts") {
  TEST_CASE("every standard character is found by a part and by all its strokes") {
    const auto table = shipped();
    const auto parts = by_parts(table);
    std::set<std::string> strokes;
    for (const int n : table.strokes(std::nullopt)) {
      const auto characters = table.characters(std::nullopt, n);
      strokes.insert(characters.begin(), characters.end());
    }
    const auto all = standard();
    CHECK(all.size() == 8105);
    for (const auto& text : all) {
      CAPTURE(text);
      CHECK(parts.contains(text));
      CHECK(strokes.contains(text));
      CHECK(!table.reading(text).empty());
    }
    CHECK(parts.size() > 70'000);
  }

  TEST_CASE("no character of the table is a box on the screen") {
    const auto table = shipped();
    const auto usual = standard();
    Glyphs glyphs;
    std::size_t number = 0;
    for (const auto& text : by_parts(table)) {
      if (!usual.contains(text) && ++number % 16 != 0) continue;  // the whole takes a minute
      std::size_t at = 0;
      glyphs.get(Face::Regular, 8, next_code_point(text, at));
    }
    for (const auto& part : table.parts()) {
      std::size_t at = 0;
      glyphs.get(Face::Regular, 8, next_code_point(part.shape, at));
    }
    for (const char32_t c : glyphs.missing()) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(false);
    }
  }

  TEST_CASE("a rare character is among those of its part and strokes, with its reading") {
    const auto table = shipped();
    CHECK(holds(table.characters(part_of(table, "钅"), 7), "𬭎"));
    CHECK(holds(table.characters(part_of(table, "女"), 6), "㛃"));
    CHECK(holds(table.characters(part_of(table, "土"), 8), "堃"));
    CHECK(table.reading("𬭎") == "hóng");
    CHECK(table.reading("堃") == "kūn");
    CHECK(table.reading("Q").empty());
    CHECK(table.reading("").empty());
  }

  TEST_CASE("who counts one stroke too many or too few finds it too, further behind") {
    const auto table = shipped();
    const auto part = part_of(table, "女");
    const auto place = [&](int strokes) {
      const auto list = table.characters(part, strokes);
      return std::find(list.begin(), list.end(), "㛃") - list.begin();
    };
    CHECK(holds(table.characters(part, 5), "㛃"));
    CHECK(holds(table.characters(part, 7), "㛃"));
    CHECK(!holds(table.characters(part, 9), "㛃"));
    CHECK(place(6) < place(5));
  }

  TEST_CASE("each list has each character once, the standard ones first") {
    const auto table = shipped();
    const auto list = table.characters(part_of(table, "阝"), 6);
    CHECK(std::set<std::string>(list.begin(), list.end()).size() == list.size());
    const auto usual = standard();
    CHECK(usual.contains(list.front()));
    CHECK(table.characters(part_of(table, "阝"), 99).empty());
  }

  TEST_CASE("parts are in the order of their strokes") {
    const auto table = shipped();
    const auto& parts = table.parts();
    CHECK(std::is_sorted(parts.begin(), parts.end(),
                         [](const auto& a, const auto& b) { return a.strokes < b.strokes; }));
    for (const auto& part : parts) {
      CAPTURE(part.shape);
      CHECK(count_characters(part.shape) == 1);
    }
  }

  TEST_CASE("a table that is missing, cut or spoilt is an error that names the place") {
    const Tables tables;
    CHECK(tables.error().empty());
    tables.write("parts.txt", "85.3 江\n85.3 池\n");
    CHECK(tables.error().find("parts.txt:2: is there twice") != std::string::npos);
    tables.write("parts.txt", "85.x 江\n");
    CHECK(tables.error().find("parts.txt:1: no number of strokes") != std::string::npos);
    tables.write("parts.txt", "85.3 \n");
    CHECK(tables.error().find("parts.txt:1: not two words") != std::string::npos);
    tables.write("parts.txt", "85.3 \xE6\xB1\n");
    CHECK(tables.error().find("parts.txt:1: is no UTF-8") != std::string::npos);
    tables.write("parts.txt", "");
    CHECK(tables.error().find("is empty") != std::string::npos);
    tables.write("radicals.txt", "3 氵\n");
    CHECK(tables.error().find("radicals.txt:1: ") != std::string::npos);
    fs::remove(tables.folder / "radicals.txt");
    CHECK(tables.error().find("radicals.txt: cannot be read") != std::string::npos);
  }
}
