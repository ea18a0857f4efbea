#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <vector>

#include "screens/locale/texts.h"

using namespace huimin::screens;

namespace {

Catalogue catalogue_of(Language language) {
  const std::filesystem::path folder = HUIMIN_SHARE_DIR "/locale";
  return read_mo_file(folder / (std::string{code_of(language)} + ".mo")).value();
}

std::set<std::string> place_holders_of(const std::string& text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    names.insert(text.substr(open, text.find('}', open) - open + 1));
  }
  return names;
}

// Here the code offers one value in several forms, and each language takes the one it needs.
bool may_choose_its_form(const std::string& id) {
  return id.starts_with("time.") || id.starts_with("spoken.money.");
}

std::vector<std::string> prefixes_in(const char* po_file) {
  std::ifstream in{po_file};
  std::vector<std::string> prefixes;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("msgid \"", 0) != 0 || line == "msgid \"\"") continue;
    prefixes.push_back(line.substr(7, line.find('.') - 7));
  }
  return prefixes;
}

}  // namespace

TEST_SUITE("texts") {
  TEST_CASE("both languages load and answer by id") {
    const auto texts = Texts::load(HUIMIN_SHARE_DIR);
    REQUIRE(texts);
    CHECK(texts->get(Language::ChineseSimplified, "bar.call_staff") == "叫工作人员");
    CHECK(texts->get(Language::English, "bar.call_staff") == "Call staff");
    CHECK(texts->has(Language::English, "bar.next"));
  }

  TEST_CASE("a missing id is shown in brackets and remembered once, also after a move") {
    auto loaded = Texts::load(HUIMIN_SHARE_DIR).value();
    const Texts texts = std::move(loaded);
    CHECK(texts.get(Language::English, "no.such") == "[no.such]");
    CHECK(texts.get(Language::ChineseSimplified, "no.such") == "[no.such]");
    CHECK(texts.format(Language::English, "no.other", {{"n", "1"}}) == "[no.other]");
    CHECK(texts.missing_ids() == std::vector<std::string>{"no.other", "no.such"});
    CHECK(!texts.has(Language::English, "no.such"));
  }

  TEST_CASE("place-holders are filled by name, in the order of the language") {
    const auto texts = Texts::load(HUIMIN_SHARE_DIR).value();
    const auto short_date = [&](Language language) {
      return texts.format(language, "date.short", {{"weekday", "W"}, {"day", "D"}, {"month", "M"}});
    };
    CHECK(short_date(Language::ChineseSimplified) == "MD日 W");
    CHECK(short_date(Language::English) == "W D M");
  }

  TEST_CASE("a place-holder without a value stays, and a value is not looked at again") {
    const auto texts = Texts::load(HUIMIN_SHARE_DIR).value();
    CHECK(texts.format(Language::English, "steps.place", {{"name", "{n}"}, {"m", "2"}}) ==
          "Step {n} of 2 · {n}");
  }

  TEST_CASE("loading says which file is wrong") {
    const auto texts = Texts::load("no-such-folder");
    REQUIRE(!texts);
    CHECK(texts.error().find("zh_CN.mo") != std::string::npos);
  }

  TEST_CASE("a language is known by its code and by nothing else") {
    CHECK(parse_language("zh_CN") == Language::ChineseSimplified);
    CHECK(parse_language("en") == Language::English);
    CHECK(!parse_language("en_GB"));
    CHECK(!parse_language(""));
  }
}

TEST_SUITE("catalogues") {
  TEST_CASE("both languages have the same ids with the same place-holders, and no empty text") {
    const Catalogue chinese = catalogue_of(Language::ChineseSimplified);
    const Catalogue english = catalogue_of(Language::English);
    CHECK(chinese.size() == english.size());
    for (const auto& [id, text] : chinese) {
      CAPTURE(id);
      REQUIRE(english.contains(id));
      CHECK(!text.empty());
      CHECK(!english.at(id).empty());
      if (may_choose_its_form(id)) continue;
      CHECK(place_holders_of(text) == place_holders_of(english.at(id)));
    }
  }

  TEST_CASE("ids are lower-case words with dots") {
    for (const auto& [id, text] : catalogue_of(Language::English)) {
      CAPTURE(id);
      CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string::npos);
      CHECK(id.find('.') != std::string::npos);
      CHECK(id.front() != '.');
      CHECK(id.back() != '.');
    }
  }

  TEST_CASE("groups stand in the order of their prefix") {
    for (const char* file : {HUIMIN_SOURCE_DIR "/screens/locale/zh_CN.po",
                             HUIMIN_SOURCE_DIR "/screens/locale/en.po"}) {
      CAPTURE(file);
      const auto prefixes = prefixes_in(file);
      CHECK(!prefixes.empty());
      CHECK(std::is_sorted(prefixes.begin(), prefixes.end()));
    }
  }
}
