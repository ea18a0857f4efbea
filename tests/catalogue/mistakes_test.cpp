// Puts one thing wrong in a copy of the shipped data and reads what the loader says: one line
// that names file, key and what is expected there.

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/catalogue/data_copy.h"

using namespace huimin::catalogue;
using test::DataCopy;
using Lines = std::vector<std::string>;

namespace {

const std::string kP08 = "programmes/P08.toml";

Lines after(const std::string& file, const std::string& from, const std::string& to) {
  const DataCopy data;
  data.replace(file, from, to);
  return data.mistakes();
}

Lines after_p08(const std::string& from, const std::string& to) { return after(kP08, from, to); }

}  // namespace

TEST_SUITE("catalogue mistakes") {
  TEST_CASE("a missing key") {
    CHECK(after_p08("group = \"emergency\"\n", "") ==
          Lines{"programmes/P08.toml: group: missing: one of basic special emergency support "
                "recognition addon other"});
  }

  TEST_CASE("an unknown key, as a misspelt one is") {
    CHECK(after_p08("version = \"2026.1\"", "version = \"2026.1\"\nefective_to = 2027-01-01") ==
          Lines{"programmes/P08.toml: efective_to: no such key here"});
    CHECK(after("divisions.toml", "sample = true", "smaple = true") ==
          Lines{"divisions.toml: divisions[20].smaple: no such key here"});
  }

  TEST_CASE("the line number leads to the mistake") {
    const DataCopy data;
    data.replace(kP08, "days = 3", "days = 0");
    const std::string text = data.read(kP08);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find("days = 0"));
    const auto line = 1 + std::count(text.begin(), end, '\n');
    const auto mistakes = check(data.folder());
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].line == line);
    CHECK(line_of(mistakes[0]) == "programmes/P08.toml:" + std::to_string(line) +
                                      ": lanes[0].limit.days: a whole number from 1 to 366");
  }

  TEST_CASE("a language that is missing or empty") {
    CHECK(after_p08("label = { zh = \"火灾\", en = \"Fire\" }", "label = { zh = \"火灾\" }") ==
          Lines{"programmes/P08.toml: events[0].label.en: missing: text that is not empty"});
    CHECK(after_p08("en = \"Fire\"", "en = \"\"") ==
          Lines{"programmes/P08.toml: events[0].label.en: text that is not empty"});
    CHECK(after_p08("name = { zh = \"临时救助\", en = \"Temporary Assistance\" }",
                    "name = \"临时救助\"") == Lines{"programmes/P08.toml: name: a table"});
  }

  TEST_CASE("a value of the wrong kind") {
    CHECK(after_p08("economic_check = false", "economic_check = \"no\"") ==
          Lines{"programmes/P08.toml: lanes[0].economic_check: true or false"});
    CHECK(after_p08("days = 3", "days = 3.5") ==
          Lines{"programmes/P08.toml: lanes[0].limit.days: a whole number from 1 to 366"});
    CHECK(after_p08("unit = \"calendar\"", "unit = \"days\"") ==
          Lines{"programmes/P08.toml: lanes[0].limit.unit: one of calendar working"});
  }

  TEST_CASE("a date as text, of an insane year, or an end before the beginning") {
    const std::string day = "a day such as 2026-07-01, of the years 2000 to 2100";
    CHECK(after_p08("effective_from = 2026-07-01", "effective_from = \"2026-07-01\"") ==
          Lines{"programmes/P08.toml: effective_from: " + day});
    CHECK(after_p08("effective_from = 2026-07-01", "effective_from = 1026-07-01") ==
          Lines{"programmes/P08.toml: effective_from: " + day});
    CHECK(after_p08("effective_from = 2026-07-01",
                    "effective_from = 2026-07-01\neffective_to = 2026-06-30") ==
          Lines{"programmes/P08.toml: effective_to: a day not before effective_from"});
  }

  TEST_CASE("a source without instrument, key or known confidence") {
    CHECK(after_p08("confidence = \"L\"", "confidence = \"X\"") ==
          Lines{"programmes/P08.toml: sources[0].confidence: one of L S C G"});
    CHECK(after_p08("instrument = \"社会救助法\"", "instrument = \"\"") ==
          Lines{"programmes/P08.toml: sources[0].instrument: text that is not empty"});
    CHECK(after("holidays/2026.toml", "key = \"HOLIDAY26\", ", "") ==
          Lines{"holidays/2026.toml: source.key: missing: text that is not empty"});
  }

  TEST_CASE("stages that do not exist, lead nowhere, or that nothing leads to") {
    CHECK(after_p08("stages = [10, 20,", "stages = [10, 11, 20,") ==
          Lines{"programmes/P08.toml: stages: codes of stages, not 11"});
    CHECK(after_p08("80, 81, 90", "80, 90") ==
          Lines{"programmes/P08.toml: stages: a stage that may come after 80"});
    CHECK(after_p08("80, 81, 90", "61, 80, 81, 90") ==
          Lines{"programmes/P08.toml: stages: a stage that may come before 61",
                "programmes/P08.toml: stages: a stage that may come after 61"});
    CHECK(after_p08("stages = [10, 20,", "stages = [10, 20, 20,") ==
          Lines{"programmes/P08.toml: stages: each code once"});
    CHECK(after_p08("stages = [10, 20,", "stages = [20, 10,") ==
          Lines{"programmes/P08.toml: stages: 10 first: every case begins with the submission"});
  }

  TEST_CASE("a limit that runs against the stages") {
    CHECK(after_p08("from = 22\nto = 80", "from = 80\nto = 22") ==
          Lines{"programmes/P08.toml: lanes[0].limit: from and to among the stages, and to "
                "reachable from from"});
    CHECK(after_p08("from = 22\nto = 80", "from = 22\nto = 60") ==
          Lines{"programmes/P08.toml: lanes[0].limit: from and to among the stages, and to "
                "reachable from from"});
    CHECK(after_p08("from = 22\nto = 80", "from = 22\nto = 22").size() == 1);
    CHECK(after_p08("from = 22", "from = 12") ==
          Lines{"programmes/P08.toml: lanes[0].limit: from and to among the stages, and to "
                "reachable from from",
                "programmes/P08.toml: lanes[0].limit.from: the code of a stage, such as 22"});
  }

  TEST_CASE("an id given twice, or one that is none") {
    CHECK(after_p08("id = \"injury\"", "id = \"fire\"") ==
          Lines{"programmes/P08.toml: events: each id once, twice is fire"});
    CHECK(after_p08("id = \"injury\"", "id = \"In jury\"") ==
          Lines{"programmes/P08.toml: events[3].id: an id of lower-case letters, digits and _"});
    CHECK(after("banks.toml", "\"icbc\"", "\"agricultural\"") ==
          Lines{"banks.toml: banks: each id once, twice is agricultural"});
  }

  TEST_CASE("a relation that the list of relations does not have") {
    CHECK(after("relations.toml", "\"sibling\"", "\"brother\"") ==
          Lines{"programmes/P08.toml: relations: ids of relations.toml, not sibling"});
  }

  TEST_CASE("a paper that is demanded although the office can fetch it") {
    const DataCopy data;
    data.replace(kP08,
                 "obtainable_by_sharing = true\nread_from_card = false\ncan_come_later = true",
                 "obtainable_by_sharing = true\nread_from_card = false\ncan_come_later = false");
    CHECK(data.mistakes() == Lines{"programmes/P08.toml: papers[4].can_come_later: true: what the "
                                   "office can fetch itself is never demanded"});
  }

  TEST_CASE("a list with nothing in it") {
    const DataCopy data;
    data.write("banks.toml", "banks = []\n");
    CHECK(data.mistakes() == Lines{"banks.toml: banks: a list of at least one table"});
  }

  TEST_CASE("a file that is not named after its programme or year") {
    const DataCopy data;
    std::filesystem::rename(data.folder() / kP08, data.folder() / "programmes/P09.toml");
    std::filesystem::rename(data.folder() / "holidays/2026.toml",
                            data.folder() / "holidays/2027.toml");
    CHECK(data.mistakes() ==
          Lines{"holidays/2027.toml: year: the year that the file is named after",
                "programmes/P09.toml: id: the id that the file is named after: P08.toml or "
                "P08-2026.1.toml"});
  }

  TEST_CASE("two versions in force on the same day, or of one name") {
    const DataCopy data;
    std::string next = data.read(kP08);
    next.replace(next.find("\"2026.1\""), 8, "\"2026.2\"");
    data.write("programmes/P08-2026.2.toml", next);
    CHECK(data.mistakes() ==
          Lines{"programmes/P08.toml: effective_from: no day on which programmes/P08-2026.2.toml "
                "is in force too"});
    data.write("programmes/P08-2026.1.toml", data.read(kP08));
    data.replace("programmes/P08-2026.1.toml", "2026-07-01",
                 "2026-06-01\neffective_to = 2026-06-30");
    std::filesystem::remove(data.folder() / "programmes/P08-2026.2.toml");
    CHECK(data.mistakes() ==
          Lines{"programmes/P08.toml: version: not that of programmes/P08-2026.1.toml"});
  }

  TEST_CASE("holidays outside the year, backwards, or worked and off at once") {
    CHECK(after("holidays/2026.toml", "to = 2026-01-03", "to = 2025-01-03") ==
          Lines{"holidays/2026.toml: holidays[0].to: a day of the file's year, not before from"});
    CHECK(after("holidays/2026.toml", "to = 2026-01-03", "to = 2025-12-31") ==
          Lines{"holidays/2026.toml: holidays[0].to: a day of the file's year, not before from"});
    CHECK(after("holidays/2026.toml", "worked = [2026-01-04]", "worked = [2026-01-05]") ==
          Lines{"holidays/2026.toml: holidays[0].worked: weekend days only, not 2026-01-05"});
    CHECK(after("holidays/2026.toml", "worked = [2026-01-04]", "worked = [2026-01-03]") ==
          Lines{"holidays/2026.toml: holidays: a day either off or worked, not both: 2026-01-03"});
  }

  TEST_CASE("a place with a wrong code, without parent, twice, or with pinyin that does not fit") {
    CHECK(after("divisions.toml", "code = \"430502\"", "code = \"43050\"").front() ==
          "divisions.toml: divisions[0].code: 6, 9 or 12 digits");
    CHECK(after("divisions.toml", "code = \"430522106\"", "code = \"430599106\"") ==
          Lines{"divisions.toml: divisions[30].code: a place whose parent stands before it"});
    CHECK(after("divisions.toml", "code = \"430522102\"", "code = \"430522101\"") ==
          Lines{"divisions.toml: divisions[29].code: each code once"});
    for (const std::string pinyin : {"niang xi", "niangxi zhen", "niang  xi zhen", "Niang xi zhen",
                                     "niang xi zhen ", " niang xi zhen"}) {
      CAPTURE(pinyin);
      CHECK(after("divisions.toml", "niang xi zhen", pinyin) ==
            Lines{"divisions.toml: divisions[19].pinyin: one syllable for each character of zh"});
    }
  }

  TEST_CASE("a file that is no TOML, with the line where it breaks") {
    const DataCopy data;
    data.write("banks.toml", "banks = [\n  { id = \"a\" name }\n]\n");
    const auto mistakes = check(data.folder());
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].file == "banks.toml");
    CHECK(mistakes[0].line == 2);
    CHECK(mistakes[0].what.starts_with("TOML: "));
  }

  TEST_CASE("a file with another ending, as a copy left by an editor has") {
    const DataCopy data;
    data.write("programmes/P08.toml.bak", "");
    CHECK(data.mistakes() == Lines{"programmes/P08.toml.bak: a file whose name ends in .toml"});
  }

  TEST_CASE("every file cut off anywhere is refused, not read as less") {
    for (const std::string file : {"programmes/P08.toml", "holidays/2026.toml", "divisions.toml",
                                   "relations.toml", "banks.toml", "catalogue.toml"}) {
      const DataCopy data;
      const std::string text = data.read(file);
      const std::size_t step = text.size() / 7;
      for (std::size_t size = 0; size + 4 < text.size(); size += step) {
        CAPTURE(file);
        CAPTURE(size);
        data.write(file, text.substr(0, size));
        CHECK_FALSE(load(data.folder()).has_value());
      }
    }
  }

  TEST_CASE("all mistakes are told at once, file by file") {
    const DataCopy data;
    data.replace(kP08, "days = 3", "days = 0");
    data.replace(kP08, "en = \"Fire\"", "en = \"\"");
    data.replace("banks.toml", "\"icbc\"", "\"agricultural\"");
    CHECK(data.mistakes().size() == 3);
    CHECK(data.mistakes().front().starts_with("banks.toml"));
  }

  TEST_CASE("no folder") { CHECK_FALSE(load("/nonexistent").has_value()); }
}
