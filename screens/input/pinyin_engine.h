// Turns letters into Chinese characters, for the pinyin keyboard.
//
// Nothing that is typed outlives the engine: no word is learned, and its private folder is deleted
// at the end. Start one when a session begins and let it go when the session ends.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace huimin::screens {

enum class PinyinMode {
  Words,      // whole words and sentences
  Surname,    // the first character of a name: single characters, surnames first
  Character,  // the rest of a name: single characters
};

// Where librime's compiled dictionaries are: the folder of the Debian package.
std::filesystem::path default_rime_data();

// Not thread-safe: made, used and ended by the UI thread. Only one can live at a time in a process.
class PinyinEngine {
 public:
  // Reads its tables from <share_dir>/input. Takes about 10 ms. The error says what is missing; the
  // keyboards of digits and letters work without an engine.
  static tl::expected<PinyinEngine, std::string> start(
      const std::filesystem::path& share_dir,
      const std::filesystem::path& rime_data = default_rime_data());

  PinyinEngine(PinyinEngine&&) noexcept;
  PinyinEngine& operator=(PinyinEngine&&) = delete;
  ~PinyinEngine();

  // What has been typed is kept; its candidates are ranked anew.
  void set_mode(PinyinMode mode);
  PinyinMode mode() const;

  // 'a' to 'z', and '\'' between syllables. False if it was not taken: another character, or more
  // than 40 letters.
  bool type(char letter);
  // Takes the last letter away. False if there is none.
  bool backspace();
  void clear();

  bool is_composing() const { return !letters().empty(); }
  std::string_view letters() const;  // as typed
  std::string_view spelled() const;  // in syllables, "zhi liao fei"

  // Best first, each once. Simplified words come before words with other characters. Valid until
  // the next change.
  std::span<const std::string> candidates() const;
  // The first ones: at least so many, if there are. Those of a whole syllable take as long as
  // hundreds of keys; a page of them does not.
  std::span<const std::string> candidates(std::size_t wanted) const;

  // The text of the candidate, to be inserted. The letters it stands for go away; the rest stays
  // typed and has candidates of its own. An index that is not there gives an empty text.
  std::string choose(std::size_t index);

  // For tests: where librime may write. Deleted at the end.
  const std::filesystem::path& private_folder() const;

 private:
  struct Parts;
  explicit PinyinEngine(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace huimin::screens
