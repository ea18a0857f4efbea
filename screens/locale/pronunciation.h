// How Chinese text is read: characters to tone-numbered pinyin, which is what the voice takes.
//
// Characters with several readings are decided by phrases, the longest that fits; what no phrase
// decides takes the reading of chosen.txt or the usual one. A test over every text of zh_CN.po
// fails when a character of several readings is left to chance, so a prompt is right by
// construction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "screens/locale/heard.h"
#include "screens/locale/texts.h"

namespace huimin::screens {

// A stretch in one language: tone-numbered pinyin, "yin2 hang2", or English words.
struct ReadPiece {
  Language language = Language::ChineseSimplified;
  std::string text;
  bool operator==(const ReadPiece&) const = default;
};

// Reading is safe from several threads at the same time. About 1 MB once loaded.
class Pronunciation {
 public:
  // Reads readings.txt, chosen.txt, phrases.txt, surnames.txt and measures.txt of
  // <share_dir>/speech. The error names the file and the line.
  static tl::expected<Pronunciation, std::string> load(const std::filesystem::path& share_dir);

  // A text of this language, cut where Chinese and Latin letters meet; digits are read in the
  // language of the text. Commas and full stops are kept as pauses, tones changed as in speech.
  // Asterisks and what cannot be read are left out.
  std::vector<ReadPiece> read(Language language, std::string_view text,
                              Reading reading = Reading::Prose) const;

  bool knows(std::string_view character) const;
  // Readings of one character (UTF-8), the usual one first, "hang2"; empty if unknown.
  std::vector<std::string> readings(std::string_view character) const;

  // Characters of `text` with several readings that neither a phrase nor a chosen reading decides,
  // each once.
  std::vector<std::string> undecided(std::string_view text) const;

 private:
  using Phrases = std::map<std::string, std::vector<std::string>, std::less<>>;
  struct Known {
    char32_t character = 0;
    std::uint16_t syllable = 0;  // place in syllables_
  };
  struct Phrase {
    std::size_t bytes = 0;  // 0: none begins here
    const std::vector<std::string>* syllables = nullptr;
  };
  class Walk;

  Pronunciation() = default;
  // What is wrong with a line of a file; empty when it was taken.
  std::string_view take_readings(const std::vector<std::string>& words);
  static std::string_view take_phrase(const std::vector<std::string>& words, Phrases& phrases);
  static Phrase longest(const Phrases& phrases, std::string_view text);
  bool begins_with_measure(std::string_view text) const;

  std::vector<std::string> syllables_;
  std::vector<Known> known_;  // by character, the usual reading first
  Phrases phrases_;
  Phrases surnames_;
  std::map<std::string, std::string, std::less<>> chosen_;
  std::vector<std::string> measures_;
};

}  // namespace huimin::screens
