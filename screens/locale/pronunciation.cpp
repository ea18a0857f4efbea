#include "screens/locale/pronunciation.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "screens/locale/characters.h"

namespace huimin::screens {
namespace {

constexpr std::size_t kLongestPhrase = 48;  // bytes; longer ones are refused when loading

std::string wrong(const std::filesystem::path& file, std::size_t line, std::string_view what) {
  return file.filename().string() + ", line " + std::to_string(line) + ": " + std::string{what};
}

bool is_syllable(std::string_view word) {
  if (word.size() < 2 || word.back() < '1' || word.back() > '5') return false;
  return std::all_of(word.begin(), word.end() - 1, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Calls `take` with the words of each line; it answers what is wrong, or nothing.
template <class Take>
tl::expected<void, std::string> each_line(const std::filesystem::path& file, Take take) {
  std::ifstream lines(file);
  if (!lines) return tl::unexpected(file.filename().string() + ": cannot be read");
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    if (!is_valid_utf8(line)) return tl::unexpected(wrong(file, number, "is not UTF-8"));
    std::istringstream words(line);
    std::vector<std::string> found;
    for (std::string word; words >> word;) found.push_back(word);
    const std::string_view problem = take(found);
    if (!problem.empty()) return tl::unexpected(wrong(file, number, problem));
  }
  return {};
}

}  // namespace

tl::expected<Pronunciation, std::string> Pronunciation::load(
    const std::filesystem::path& share_dir) {
  const std::filesystem::path folder = share_dir / "speech";
  Pronunciation made;
  const auto usual_first = each_line(folder / "readings.txt", [&](const auto& words) {
    return made.take_readings(words);
  });
  if (!usual_first) return tl::unexpected(usual_first.error());
  std::stable_sort(made.known_.begin(), made.known_.end(),
                   [](const Known& a, const Known& b) { return a.character < b.character; });
  const auto chosen = each_line(folder / "chosen.txt", [&](const auto& words) -> std::string_view {
    if (words.size() < 3 || !is_syllable(words[1])) return "expected: character reading reason";
    made.chosen_[words[0]] = words[1];
    return {};
  });
  if (!chosen) return tl::unexpected(chosen.error());
  const auto phrases = each_line(folder / "phrases.txt", [&](const auto& words) {
    return take_phrase(words, made.phrases_);
  });
  if (!phrases) return tl::unexpected(phrases.error());
  const auto surnames = each_line(folder / "surnames.txt", [&](const auto& words) {
    return take_phrase(words, made.surnames_);
  });
  if (!surnames) return tl::unexpected(surnames.error());
  const auto measures = each_line(folder / "measures.txt", [&](auto& words) -> std::string_view {
    made.measures_.insert(made.measures_.end(), words.begin(), words.end());
    return {};
  });
  if (!measures) return tl::unexpected(measures.error());
  return made;
}

std::string_view Pronunciation::take_readings(const std::vector<std::string>& words) {
  if (words.size() != 2) return "expected: reading characters";
  const bool other = words[0].front() == '+';
  const std::string syllable = words[0].substr(other ? 1 : 0);
  if (!is_syllable(syllable)) return "is no reading";
  const auto found = std::find(syllables_.begin(), syllables_.end(), syllable);
  const auto number = static_cast<std::uint16_t>(found - syllables_.begin());
  if (found == syllables_.end()) syllables_.push_back(syllable);
  std::string_view rest = words[1];
  while (!rest.empty()) {
    const std::size_t size = first_character_size(rest);
    known_.push_back({code_point(rest.substr(0, size)), number});
    rest.remove_prefix(size);
  }
  return {};
}

std::string_view Pronunciation::take_phrase(const std::vector<std::string>& words,
                                            Phrases& phrases) {
  std::string word;
  std::vector<std::string> syllables;
  for (const std::string& part : words) {
    if (is_syllable(part)) {
      syllables.push_back(part);
    } else if (!syllables.empty()) {
      return "a word stands after a reading";
    } else {
      word += (word.empty() ? "" : " ") + part;
    }
  }
  const std::size_t spaces = static_cast<std::size_t>(std::count(word.begin(), word.end(), ' '));
  if (word.empty() || word.size() > kLongestPhrase) return "is empty or too long";
  if (character_count(word) - spaces != syllables.size()) return "a reading for each character";
  if (!phrases.emplace(std::move(word), std::move(syllables)).second) return "is there twice";
  return {};
}

std::vector<std::string> Pronunciation::readings(std::string_view character) const {
  std::vector<std::string> found;
  const auto chosen = chosen_.find(character);
  if (chosen != chosen_.end()) found.push_back(chosen->second);
  const char32_t code = code_point(character);
  auto at = std::lower_bound(known_.begin(), known_.end(), code,
                             [](const Known& known, char32_t c) { return known.character < c; });
  for (; at != known_.end() && at->character == code; ++at) {
    const std::string& syllable = syllables_[at->syllable];
    if (std::find(found.begin(), found.end(), syllable) == found.end()) found.push_back(syllable);
  }
  return found;
}

bool Pronunciation::knows(std::string_view character) const {
  return !readings(character).empty();
}

Pronunciation::Phrase Pronunciation::longest(const Phrases& phrases, std::string_view text) {
  for (std::size_t size = std::min(text.size(), kLongestPhrase); size > 0; --size) {
    const auto found = phrases.find(text.substr(0, size));
    if (found != phrases.end()) return {size, &found->second};
  }
  return {};
}

bool Pronunciation::begins_with_measure(std::string_view text) const {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return std::any_of(measures_.begin(), measures_.end(), [&](std::string_view word) {
    return text.substr(0, word.size()) == word;
  });
}

std::vector<std::string> Pronunciation::undecided(std::string_view text) const {
  std::vector<std::string> found;
  while (!text.empty()) {
    std::size_t size = longest(phrases_, text).bytes;
    if (size == 0) {
      size = std::max<std::size_t>(1, first_character_size(text));
      const std::string character{text.substr(0, size)};
      const bool open = chosen_.count(character) == 0 && readings(character).size() > 1;
      if (open && std::find(found.begin(), found.end(), character) == found.end()) {
        found.push_back(character);
      }
    }
    text.remove_prefix(size);
  }
  return found;
}

}  // namespace huimin::screens
