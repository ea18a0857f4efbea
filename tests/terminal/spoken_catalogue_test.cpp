// What residents hear of the catalogue: each character has one reading that was decided, as for our
// own texts, and places are read as their pinyin says.

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/catalogue/catalogue.h"
#include "screens/locale/pronunciation.h"

namespace huimin::terminal {
namespace {

namespace fs = std::filesystem;

const screens::Pronunciation& voice() {
  static const auto loaded = screens::Pronunciation::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

void collect(const toml::node& node, std::vector<std::string>& texts) {
  if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table) collect(value, texts);
  } else if (const auto* array = node.as_array()) {
    for (const toml::node& value : *array) collect(value, texts);
  } else if (const auto text = node.value_exact<std::string>()) {
    texts.push_back(*text);
  }
}

// "niang2 xi1 zhen4" -> "niang xi zhen"
std::string without_tones(std::string text) {
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text;
}

}  // namespace

TEST_SUITE("the catalogue as it is heard") {
  TEST_CASE("A11Y 26: every character of the catalogue has a reading that was decided") {
    int files = 0;
    for (const auto& file : fs::recursive_directory_iterator(HUIMIN_SHARE_DIR "/catalogue")) {
      if (file.path().extension() != ".toml") continue;
      ++files;
      std::vector<std::string> texts;
      collect(toml::parse_file(file.path().string()), texts);
      for (const std::string& text : texts) {
        CAPTURE(file.path().filename().string());
        CAPTURE(text);
        for (const std::string& character : voice().undecided(text)) {
          FAIL_CHECK("no phrase and no chosen reading decides ", character);
        }
      }
    }
    CHECK(files >= 6);
  }

  TEST_CASE("A11Y 26: places are said as their pinyin says") {
    const auto all = catalogue::load(HUIMIN_SHARE_DIR "/catalogue");
    REQUIRE(all);
    REQUIRE(all->divisions.size() > 10);
    for (const catalogue::DivisionEntry& place : all->divisions) {
      CAPTURE(place.name.zh);
      const auto read = voice().read(screens::Language::ChineseSimplified, place.name.zh);
      REQUIRE(read.size() == 1);
      CHECK(without_tones(read.front().text) == place.pinyin);
    }
  }
}

}  // namespace huimin::terminal
