// Two small tables beside the dictionary: the standard characters by reading, and the surnames.
//
// The dictionary knows neither which of its characters are in official use nor which are surnames,
// and it lacks some characters that stand on identity cards.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace huimin::screens {

class CharactersByReading {
 public:
  struct Surname {
    std::string text;     // one or two characters
    std::string reading;  // as it is typed, without tones; v for the u with two dots
  };

  // Reads standard_characters.txt and surnames.txt. The error names the file and the line.
  static tl::expected<CharactersByReading, std::string> load(const std::filesystem::path& folder);

  // In the order of the table; empty if there is no such reading.
  const std::vector<std::string>& of(std::string_view reading) const;

  // Every character of the text is in the table.
  bool are_standard(std::string_view text) const;

  // The commoner first.
  const std::vector<Surname>& surnames() const { return surnames_; }

  const std::map<std::string, std::vector<std::string>, std::less<>>& all() const {
    return by_reading_;
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> by_reading_;
  std::set<std::string, std::less<>> standard_;
  std::vector<Surname> surnames_;
};

}  // namespace huimin::screens
