#include "kiosk/catalogue/catalogue.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/catalogue/data_copy.h"

using namespace huimin::catalogue;
using huimin::domain::CivilDate;
using huimin::domain::Division;
using namespace std::chrono;

namespace {

const Catalogue& shipped() {
  static const Catalogue catalogue = [] {
    auto loaded = load(test::source_data());
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
  }();
  return catalogue;
}

const Programme& p08() {
  const Programme* programme = shipped().find("P08", 2026y / November / 4);
  REQUIRE(programme != nullptr);
  return *programme;
}

std::vector<std::string> names(const std::vector<const DivisionEntry*>& entries) {
  std::vector<std::string> list;
  for (const DivisionEntry* entry : entries) list.push_back(entry->name.zh);
  return list;
}

Division code(std::string_view digits) { return *Division::parse(digits); }

}  // namespace

TEST_SUITE("catalogue") {
  TEST_CASE("the data that is shipped has no mistake, in the tree and beside the programs") {
    CHECK(check(test::source_data()).empty());
    CHECK(check(std::filesystem::path(HUIMIN_SHARE_DIR) / "catalogue").empty());
  }

  TEST_CASE("temporary assistance by lane A is small, fast, unchecked and not put up") {
    const Lane* lane = p08().lane("A");
    REQUIRE(lane != nullptr);
    CHECK_FALSE(lane->economic_check);
    CHECK_FALSE(lane->public_notice);
    REQUIRE(lane->limit.has_value());
    CHECK(lane->limit->days == 3);
    CHECK(lane->limit->unit == huimin::domain::DayUnit::CalendarDay);
    CHECK(lane->limit->source.url_or_key == "LS26");
    CHECK(lane->limit->source.confidence == 'S');
    CHECK(p08().apply_at == "place_of_emergency_township");
  }

  TEST_CASE("the pledge names the figure of 2026: twice, by article 73") {
    const auto& points = p08().pledge.points;
    const auto names_penalty = [](const Text& text) {
      return text.zh.find("两倍") != std::string::npos &&
             text.en.find("twice") != std::string::npos && text.en.find("73") != std::string::npos;
    };
    CHECK(std::any_of(points.begin(), points.end(), names_penalty));
  }

  TEST_CASE(
      "proofs that the office can fetch are not asked for, and no paper stops the application") {
    const Paper* proofs = p08().paper("income_and_property");
    REQUIRE(proofs != nullptr);
    CHECK(proofs->obtainable_by_sharing);
    CHECK(std::all_of(p08().papers.begin(), p08().papers.end(),
                      [](const Paper& paper) { return paper.can_come_later; }));
    CHECK(p08().paper("id_card")->read_from_card);
  }

  TEST_CASE("what has no id is nothing, not the first") {
    CHECK(p08().event("fire") != nullptr);
    CHECK(p08().event("nonsense") == nullptr);
    CHECK(p08().relation("spouse") != nullptr);
    CHECK(p08().relation("") == nullptr);
    CHECK(p08().lane("B") == nullptr);
    CHECK(shipped().bank("rural_commercial") != nullptr);
    CHECK(shipped().bank("nonsense") == nullptr);
    CHECK(shipped().find("P99", 2026y / November / 4) == nullptr);
  }

  TEST_CASE("before the law was in force there is no programme") {
    CHECK(shipped().find("P08", 2026y / June / 30) == nullptr);
    CHECK(shipped().find("P08", 2026y / July / 1) != nullptr);
  }

  TEST_CASE(
      "of several versions the one in force on the day is found, and an old one by its name") {
    test::DataCopy data;
    std::string next = data.read("programmes/P08.toml");
    data.replace("programmes/P08.toml", "effective_from = 2026-07-01",
                 "effective_from = 2026-07-01\neffective_to = 2026-12-31");
    next.replace(next.find("\"2026.1\""), 8, "\"2027.1\"");
    next.replace(next.find("2026-07-01"), 10, "2027-01-01");
    data.write("programmes/P08-2027.1.toml", next);
    const auto catalogue = load(data.folder());
    REQUIRE(catalogue.has_value());
    CHECK(catalogue->find("P08", 2026y / December / 31)->version == "2026.1");
    CHECK(catalogue->find("P08", 2027y / January / 1)->version == "2027.1");
    CHECK(catalogue->find_version("P08", "2026.1")->effective_to ==
          CivilDate{2026y / December / 31});
    CHECK(catalogue->find_version("P08", "2025.1") == nullptr);
  }

  TEST_CASE("the twelve counties stand in the order of their codes") {
    CHECK(names(shipped().counties()) ==
          std::vector<std::string>{"双清区", "大祥区", "北塔区", "新邵县", "邵阳县", "隆回县",
                                   "洞口县", "绥宁县", "新宁县", "城步苗族自治县", "武冈市",
                                   "邵东市"});
  }

  TEST_CASE("children are one level down only") {
    CHECK(names(shipped().children_of(code("430522"))) ==
          std::vector<std::string>{"酿溪镇", "严塘镇", "雀塘镇", "坪上镇", "潭府乡"});
    CHECK(shipped().children_of(code("430522100")).size() == 8);
    CHECK(shipped().children_of(code("430522100901")).empty());
    CHECK(shipped().division(code("430522100901"))->sample);
    CHECK_FALSE(shipped().division(code("430522100"))->sample);
    CHECK(shipped().division(code("110101")) == nullptr);
  }

  TEST_CASE("sq finds every village whose name begins so") {
    CHECK(names(shipped().search(code("430522100"), "sq")) ==
          std::vector<std::string>{"石桥村", "沙泉村", "双桥村", "上渠村", "石墙湾村", "石桥社区"});
    CHECK(names(shipped().search(code("430522100"), "shuangq")) ==
          std::vector<std::string>{"双桥村"});
    CHECK(shipped().search(code("430522100"), "").size() == 8);
    CHECK(shipped().search(code("430522100"), "zz").empty());
  }

  TEST_CASE("the table of 2026 is the notice's: 33 days off and 6 worked weekend days") {
    REQUIRE(shipped().holidays.size() == 1);
    CHECK(shipped().holidays[0].days_off.size() == 33);
    CHECK(shipped().holidays[0].worked_weekends.size() == 6);
    const auto calendar = shipped().calendar();
    CHECK(calendar.is_working_day(2026y / January / 4));
    CHECK_FALSE(calendar.is_working_day(2026y / February / 23));
    CHECK(calendar.is_working_day(2026y / February / 24));
  }

  TEST_CASE("without next year's table a limit over the new year is only about") {
    const auto calendar = shipped().calendar();
    using huimin::domain::DayUnit;
    CHECK_FALSE(calendar.add(2026y / December / 20, 20, DayUnit::WorkingDay).certain);
    CHECK(calendar.add(2026y / December / 20, 3, DayUnit::CalendarDay).certain);
  }

  TEST_CASE("a programme is shown in either language with the source of each limit") {
    const std::string zh = show(p08(), Lang::Zh);
    const std::string en = show(p08(), Lang::En);
    CHECK(zh.find("P08 临时救助 (2026.1)") == 0);
    CHECK(en.find("P08 Temporary Assistance (2026.1)") == 0);
    for (const std::string& text : {zh, en}) {
      CHECK(text.find("[S:LS26]") != std::string::npos);
      CHECK(text.find("[L:LAW26]") != std::string::npos);
      CHECK(text.find("days = 3 calendar") != std::string::npos);
    }
  }
}
