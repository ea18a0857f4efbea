#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include "screens/input/characters_by_reading.h"
#include "screens/input/pinyin_engine.h"
#include "screens/input/rime_session.h"
#include "screens/locale/characters.h"

using namespace huimin::screens;
namespace fs = std::filesystem;

namespace {

// A folder with two small tables, deleted at the end.
struct Tables {
  fs::path folder;

  Tables() {
    std::string name = (fs::temp_directory_path() / "huimin-tables-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    folder = name;
    write("standard_characters.txt", "# c\nwang 王汪\nzhang 张\n");
    write("surnames.txt", "# c\n王 wang\n");
  }
  ~Tables() { fs::remove_all(folder); }
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  void write(const char* file, std::string_view text) const {
    std::ofstream{folder / file} << text;
  }
  std::string error() const {
    const auto table = CharactersByReading::load(folder);
    return table ? "" : table.error();
  }
};

}  // namespace

TEST_SUITE("characters_by_reading") {
  TEST_CASE("the tables that are shipped hold all standard characters and know every surname") {
    const auto table = CharactersByReading::load(HUIMIN_SHARE_DIR "/input").value();
    std::set<std::string> characters;
    for (const auto& [reading, texts] : table.all()) characters.insert(texts.begin(), texts.end());
    CHECK(characters.size() == 8105);
    CHECK(table.surnames().size() > 150);
    std::set<std::string> surnames;
    for (const auto& surname : table.surnames()) {
      CAPTURE(surname.text);
      CHECK(table.are_standard(surname.text));
      CHECK(character_count(surname.text) <= 2);
      CHECK(surnames.insert(surname.text).second);
    }
  }

  TEST_CASE("a reading that is not there has no characters") {
    const Tables tables;
    const auto table = CharactersByReading::load(tables.folder).value();
    CHECK(table.of("wang") == std::vector<std::string>{"王", "汪"});
    CHECK(table.of("w").empty());
    CHECK(table.are_standard("王张"));
    CHECK(!table.are_standard("王彰"));
    CHECK(!table.are_standard("\xFF"));
  }

  TEST_CASE("a line that is wrong is refused with its number") {
    const Tables tables;
    for (const char* text : {"wang\n", "WANG 王\n", "wang 王\nwang 汪\n", "wang \xFF\n", ""}) {
      tables.write("standard_characters.txt", text);
      CAPTURE(text);
      CHECK(tables.error().find("standard_characters.txt") != std::string::npos);
    }
    tables.write("standard_characters.txt", "wang 王\nwang 汪\n");
    CHECK(tables.error().find(":2: the reading is there twice") != std::string::npos);
  }

  TEST_CASE("a table cut at any byte is refused or simply shorter") {
    const Tables tables;
    const std::string whole = "wang 王汪\nzhang 张\n";
    for (std::size_t size = 0; size < whole.size(); ++size) {
      tables.write("standard_characters.txt", whole.substr(0, size));
      const auto table = CharactersByReading::load(tables.folder);
      if (table) CHECK(table->all().size() <= 2);
      else CHECK(!table.error().empty());
    }
  }
}

TEST_SUITE("rime_session") {
  TEST_CASE("letters are counted without the dividers, which never stay in front") {
    CHECK(letter_count("xi'an") == 4);
    CHECK(without_first_letters("xi'an", 2) == "an");
    CHECK(without_first_letters("xi'an", 0) == "xi'an");
    CHECK(without_first_letters("xi'an", 4).empty());
    CHECK(without_first_letters("xi'an", 9).empty());
    CHECK(without_first_letters("'an", 0) == "an");
  }

  TEST_CASE("no place for temporary files is an error in words, and the next start works") {
    const char* before = std::getenv("TMPDIR");
    const std::string kept = before ? before : "";
    setenv("TMPDIR", "/no-such-folder", 1);
    const auto engine = PinyinEngine::start(HUIMIN_SHARE_DIR);
    if (before) setenv("TMPDIR", kept.c_str(), 1);
    else unsetenv("TMPDIR");
    REQUIRE(!engine);
    CHECK(engine.error().find("temporary folder") != std::string::npos);
    CHECK(PinyinEngine::start(HUIMIN_SHARE_DIR));
  }
}
