#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "kiosk/intake/county.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::intake;

namespace {

const std::string kOffice =
    "[[office]]\ndivision = \"430522\"\nunit = \"u\"\nphone = \"1\"\nsupervision_phone = \"2\"\n";
const std::string kHead = "county = \"430522\"\ncase_prefix = \"SX \"\n";

tl::expected<County, std::vector<std::string>> load_text(const std::string& text) {
  const queue::testing::TempFolder folder;
  const auto file = folder.path() / "county.toml";
  std::ofstream(file) << text;
  return load_county(file);
}

bool complains_of(const std::string& text, const std::string& begins) {
  const auto loaded = load_text(text);
  return !loaded && std::ranges::any_of(loaded.error(), [&](const std::string& line) {
    return line.starts_with(begins);
  });
}

}  // namespace

TEST_CASE("the demo county loads") {
  const auto loaded =
      load_county(std::filesystem::path(HUIMIN_SOURCE_DIR) / "kiosk/intake/demo.toml");
  REQUIRE(loaded);
  CHECK(loaded->code == "430522");
  CHECK(loaded->offices.size() == 2);
}

TEST_CASE("every mistake in a county's settings is named by its key") {
  CHECK(load_text(kHead + kOffice));
  CHECK(complains_of(kOffice, "county: "));
  CHECK(complains_of("county = 430522\n" + kOffice, "county: "));
  CHECK(complains_of("county = \"430522101\"\n" + kOffice, "county: "));
  CHECK(complains_of(kHead, "office: "));
  CHECK(complains_of(kHead + "office = 3\n", "office: "));
  CHECK(complains_of(kHead + "[[office]]\nunit = \"u\"\n", "office[0].division: "));
  CHECK(complains_of(kHead + kOffice +
                         "[[office]]\ndivision = \"430523001\"\nunit = \"u\"\n"
                         "phone = \"1\"\nsupervision_phone = \"2\"\n",
                     "office[1].division: "));
  CHECK(complains_of(kHead + "[[office]]\ndivision = \"430522\"\n", "office[0].unit: "));
  CHECK(complains_of(kHead + "[[office]]\ndivision = \"430522\"\n", "office[0].phone: "));
  CHECK(
      complains_of(kHead + "[[office]]\ndivision = \"430522\"\n", "office[0].supervision_phone: "));
  CHECK(complains_of(kHead + "case_prefx = \"x\"\n" + kOffice, "case_prefx: "));
  CHECK(complains_of(kHead + kOffice + "fone = \"1\"\n", "office[0].fone: "));
  CHECK(complains_of("county = \n", "line 1: "));
}

TEST_CASE("a missing file of settings is said to be missing") {
  const auto loaded = load_county("/nonexistent/county.toml");
  REQUIRE(!loaded);
  CHECK(loaded.error().front().find("cannot be read") != std::string::npos);
}

TEST_CASE("the nearest office answers for a place, the county's own for all others") {
  const auto division = [](const char* digits) { return *domain::Division::parse(digits); };
  County county{"430522", "", {}};
  county.offices = {{division("430522101"), "township", "", "", ""},
                    {division("430522"), "county", "", "", ""},
                    {division("430522101003"), "village", "", "", ""}};
  CHECK(county.office_for(division("430522101003")).unit == "village");
  CHECK(county.office_for(division("430522101004")).unit == "township");
  CHECK(county.office_for(division("430522102")).unit == "county");
  CHECK(county.office_for(division("110101")).unit == "county");
  county.offices.erase(county.offices.begin() + 1);
  CHECK(county.office_for(division("110101")).unit == "township");
}
