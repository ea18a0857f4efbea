// Characters by a part of them and their strokes, for characters that neither pinyin nor the pen
// finds: who knows how a character looks can always reach it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace huimin::screens {

class CharactersByParts {
 public:
  struct Part {
    int strokes = 0;     // kMostPartStrokes: so many or more
    std::string shape;   // as people know it, one character
    std::vector<std::string> radicals;  // of the Kangxi dictionary, "85" or "167'"
  };
  static constexpr int kMostPartStrokes = 10;

  // Reads radicals.txt and parts.txt, about 500 kB, in about 10 ms. The error names the file and
  // the line.
  static tl::expected<CharactersByParts, std::string> load(const std::filesystem::path& folder);

  // By strokes, within these the commoner first.
  const std::vector<Part>& parts() const { return parts_; }

  // Without a part, all strokes of a character are meant, and only standard characters are known;
  // with a part, the strokes beside it.
  //
  // Numbers of strokes for which there is a character, ascending.
  std::vector<int> strokes(std::optional<std::size_t> part) const;
  // With exactly so many strokes; then with one fewer and one more, as people count differently.
  // Standard characters come first in each.
  std::vector<std::string> characters(std::optional<std::size_t> part, int strokes) const;

  // With its tone; empty if none is known.
  std::string_view reading(std::string_view character) const;

 private:
  using Key = std::pair<std::string, int>;  // radical, empty for all strokes; strokes
  using Reading = std::pair<char32_t, std::uint16_t>;

  std::string take_line(std::string_view name, std::string_view characters);
  std::string take_part(std::string_view line);
  void add(std::vector<std::string>& to, const std::vector<std::string>& radicals,
           int strokes) const;
  const std::vector<std::string>& radicals_of(std::optional<std::size_t> part) const;

  std::vector<Part> parts_;
  std::map<Key, std::string> by_strokes_;
  std::vector<std::string> spellings_;
  std::vector<Reading> readings_;  // by code point
};

}  // namespace huimin::screens
