#include "screens/input/characters_by_parts.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>
#include <utility>

#include "screens/locale/characters.h"
#include "screens/toolkit/text_layout.h"

namespace huimin::screens {
namespace {

const std::vector<std::string> kAnyPart{std::string{}};

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

void split_into(std::vector<std::string>& to, std::string_view characters) {
  for (std::size_t at = 0; at < characters.size();) {
    const std::size_t end = following_character(characters, at);
    to.emplace_back(characters.substr(at, end - at));
    at = end;
  }
}

// Calls `take` with each line that is no comment; it says what is wrong, or nothing.
template <class Take>
std::string read_lines(const std::filesystem::path& file, const Take& take) {
  std::ifstream in{file};
  if (!in) return file.string() + ": cannot be read";
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::string wrong = is_valid_utf8(line) ? take(line) : "is no UTF-8";
    if (!wrong.empty()) return file.string() + ":" + std::to_string(number) + ": " + wrong;
  }
  return number == 0 ? file.string() + ": is empty" : "";
}

}  // namespace

tl::expected<CharactersByParts, std::string> CharactersByParts::load(
    const std::filesystem::path& folder) {
  CharactersByParts table;
  table.readings_.reserve(60'000);
  auto wrong = read_lines(folder / "radicals.txt",
                          [&](std::string_view line) { return table.take_part(line); });
  if (wrong.empty()) {
    wrong = read_lines(folder / "parts.txt", [&](std::string_view line) -> std::string {
      const auto space = line.find(' ');
      if (space == line.npos || space + 1 == line.size()) return "not two words";
      return table.take_line(line.substr(0, space), line.substr(space + 1));
    });
  }
  if (!wrong.empty()) return tl::unexpected(std::move(wrong));
  std::sort(table.readings_.begin(), table.readings_.end());
  return table;
}

std::string CharactersByParts::take_part(std::string_view line) {
  std::istringstream words{std::string{line}};
  Part part;
  words >> part.strokes >> part.shape;
  for (std::string radical; words >> radical;) part.radicals.push_back(radical);
  const bool counted = part.strokes >= 1 && part.strokes <= kMostPartStrokes;
  if (!counted || part.radicals.empty()) return "not strokes, a shape and radicals";
  parts_.push_back(std::move(part));
  return "";
}

// "85.3" and "=11" are strokes, anything else is a reading.
std::string CharactersByParts::take_line(std::string_view name, std::string_view characters) {
  const auto point = name.find('.');
  if (name.front() == '=' || point != name.npos) {
    const bool all = name.front() == '=';
    const auto strokes = number_in(name.substr(all ? 1 : point + 1));
    if (!strokes) return "no number of strokes";
    const std::string radical{all ? std::string_view{} : name.substr(0, point)};
    const bool fresh = by_strokes_.emplace(Key{radical, *strokes}, characters).second;
    return fresh ? "" : "is there twice";
  }
  const auto spelling = static_cast<std::uint16_t>(spellings_.size());
  spellings_.emplace_back(name);
  for (std::size_t at = 0; at < characters.size();) {
    readings_.emplace_back(next_code_point(characters, at), spelling);
  }
  return "";
}

const std::vector<std::string>& CharactersByParts::radicals_of(
    std::optional<std::size_t> part) const {
  return part && *part < parts_.size() ? parts_[*part].radicals : kAnyPart;
}

std::vector<int> CharactersByParts::strokes(std::optional<std::size_t> part) const {
  std::set<int> numbers;
  for (const std::string& radical : radicals_of(part)) {
    for (auto at = by_strokes_.lower_bound({radical, 0});
         at != by_strokes_.end() && at->first.first == radical; ++at) {
      numbers.insert(at->first.second);
    }
  }
  return {numbers.begin(), numbers.end()};
}

void CharactersByParts::add(std::vector<std::string>& to, const std::vector<std::string>& radicals,
                            int strokes) const {
  for (const std::string& radical : radicals) {
    const auto found = by_strokes_.find({radical, strokes});
    if (found != by_strokes_.end()) split_into(to, found->second);
  }
}

std::vector<std::string> CharactersByParts::characters(std::optional<std::size_t> part,
                                                       int strokes) const {
  std::vector<std::string> found, unique;
  for (const int count : {strokes, strokes - 1, strokes + 1}) add(found, radicals_of(part), count);
  std::set<std::string_view> seen;
  for (const std::string& text : found) {
    if (seen.insert(text).second) unique.push_back(text);
  }
  return unique;
}

std::string_view CharactersByParts::reading(std::string_view character) const {
  if (character.empty()) return {};
  std::size_t at = 0;
  const Reading wanted{next_code_point(character, at), 0};
  const auto found = std::lower_bound(readings_.begin(), readings_.end(), wanted);
  if (found == readings_.end() || found->first != wanted.first) return {};
  return spellings_[found->second];
}

}  // namespace huimin::screens
