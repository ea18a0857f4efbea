#pragma once
// Made-up people and the bytes on their cards.

#include <cstddef>
#include <istream>
#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace huimin::devices::simulators {

// As it stands in people.txt; all values UTF-8.
struct Person {
  std::string kind = "resident";  // resident, hmt, foreigner-old, foreigner-2023
  std::string name;
  std::string latin_name;
  std::string sex = "0";  // 0, 1, 2, 9
  std::string nation = "01";
  std::string country;
  std::string birth;  // yyyymmdd
  std::string address;
  std::string id;
  std::string other_number;
  std::string issuer;
  std::string valid_from = "20200101";
  std::string valid_to = "20400101";  // or the word the card has for "long-term"
};

using People = std::map<std::string, Person>;

// Reads `[short-name]` headings, each followed by `field = value` lines; # starts a comment.
// The error names the line and what is wrong with it.
tl::expected<People, std::string> read_people(std::istream& in);

struct CardImage {
  std::vector<std::byte> text;   // 256 bytes
  std::vector<std::byte> photo;  // 1024 bytes: a pattern made from the name, no picture
};

// Fields that are too long for the card are cut as an office would cut them: at the last whole
// letter.
CardImage make_card(const Person& person);

}  // namespace huimin::devices::simulators
