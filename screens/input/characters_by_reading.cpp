#include "screens/input/characters_by_reading.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <utility>

#include "screens/locale/characters.h"

namespace huimin::screens {
namespace {

using Pair = std::pair<std::string, std::string>;
// Returns what is wrong with the pair, or nothing.
using TakePair = std::function<std::string(const Pair&)>;

bool is_reading(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(1, first_character_size(text));
    characters.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return characters;
}

// Lines of two words; '#' starts a comment. Returns what is wrong, or nothing.
std::string read_pairs(const std::filesystem::path& file, const TakePair& take) {
  std::ifstream in{file};
  if (!in) return file.string() + ": cannot be read";
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto space = line.find(' ');
    std::string wrong = "not two words";
    if (space != line.npos && is_valid_utf8(line)) {
      wrong = take({line.substr(0, space), line.substr(space + 1)});
    }
    if (!wrong.empty()) return file.string() + ":" + std::to_string(number) + ": " + wrong;
  }
  return number == 0 ? file.string() + ": is empty" : "";
}

}  // namespace

tl::expected<CharactersByReading, std::string> CharactersByReading::load(
    const std::filesystem::path& folder) {
  CharactersByReading table;
  const auto take_characters = [&](const Pair& line) -> std::string {
    const auto& [reading, text] = line;
    if (!is_reading(reading)) return "the first word is no reading";
    auto characters = characters_of(text);
    table.standard_.insert(characters.begin(), characters.end());
    const bool is_new = table.by_reading_.emplace(reading, std::move(characters)).second;
    return is_new ? "" : "the reading is there twice";
  };
  const auto take_surname = [&](const Pair& line) -> std::string {
    const auto& [text, reading] = line;
    if (!is_reading(reading)) return "the second word is no reading";
    table.surnames_.push_back({text, reading});
    return "";
  };
  auto wrong = read_pairs(folder / "standard_characters.txt", take_characters);
  if (wrong.empty()) wrong = read_pairs(folder / "surnames.txt", take_surname);
  if (!wrong.empty()) return tl::unexpected(std::move(wrong));
  return table;
}

const std::vector<std::string>& CharactersByReading::of(std::string_view reading) const {
  static const std::vector<std::string> none;
  const auto found = by_reading_.find(reading);
  return found == by_reading_.end() ? none : found->second;
}

bool CharactersByReading::are_standard(std::string_view text) const {
  while (!text.empty()) {
    const std::size_t size = first_character_size(text);
    if (size == 0 || !standard_.contains(text.substr(0, size))) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace huimin::screens
