#pragma once
// A copy of the catalogue's data in a folder of its own, to put one thing wrong in it.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/catalogue/catalogue.h"

namespace huimin::catalogue::test {

class DataCopy {
 public:
  DataCopy();
  ~DataCopy();
  DataCopy(const DataCopy&) = delete;
  DataCopy& operator=(const DataCopy&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::string read(const std::string& file) const;
  void write(const std::string& file, const std::string& text) const;
  // The first place only; fails the test when `from` is not there.
  void replace(const std::string& file, const std::string& from, const std::string& to) const;
  // The mistakes as lines, without line numbers.
  std::vector<std::string> mistakes() const;

 private:
  std::filesystem::path folder_;
};

// The data of the source tree.
std::filesystem::path source_data();

}  // namespace huimin::catalogue::test

// So that a failed comparison shows the lines.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text.c_str();
  }
};
