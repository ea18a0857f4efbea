#include "tests/catalogue/data_copy.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace huimin::catalogue::test {

namespace fs = std::filesystem;

DataCopy::DataCopy() {
  std::string name = (fs::temp_directory_path() / "huimin-catalogue-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  folder_ = name;
  fs::copy(source_data(), folder_, fs::copy_options::recursive);
}

DataCopy::~DataCopy() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string DataCopy::read(const std::string& file) const {
  std::ifstream stream(folder_ / file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void DataCopy::write(const std::string& file, const std::string& text) const {
  std::ofstream(folder_ / file, std::ios::binary) << text;
}

void DataCopy::replace(const std::string& file, const std::string& from,
                       const std::string& to) const {
  std::string text = read(file);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  write(file, text.replace(at, from.size(), to));
}

std::vector<std::string> DataCopy::mistakes() const {
  std::vector<std::string> lines;
  for (Mistake mistake : check(folder_)) {
    mistake.line = 0;
    lines.push_back(line_of(mistake));
  }
  return lines;
}

fs::path source_data() { return fs::path(HUIMIN_SOURCE_DIR) / "kiosk/catalogue/data"; }

}  // namespace huimin::catalogue::test
