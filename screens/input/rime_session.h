// The librime session behind the pinyin keyboard; only pinyin_engine uses it.
//
// librime keeps its settings and what it has learned in one folder per process. Here each session
// gets a folder of its own that only this user can open, with a schema that learns nothing, and
// deletes it at the end. librime's state is global, so only one session can live at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace huimin::screens {

// `raw` without its first `count` letters; apostrophes are not letters, and none is left in front.
std::string without_first_letters(std::string_view raw, std::size_t count);
std::size_t letter_count(std::string_view text);

// Not thread-safe: one thread makes, uses and ends it.
class RimeSession {
 public:
  // `rime_data` holds the compiled dictionaries, `schema` is the file to work by. The error says
  // what is missing.
  static tl::expected<std::unique_ptr<RimeSession>, std::string> start(
      const std::filesystem::path& rime_data, const std::filesystem::path& schema);

  ~RimeSession();
  RimeSession(const RimeSession&) = delete;
  RimeSession& operator=(const RimeSession&) = delete;

  bool type(char letter);  // false: not taken
  void backspace();
  void clear();

  std::string letters() const;  // as typed
  std::string spelled() const;  // in syllables, "zhi liao fei"
  // At most `most` candidates from this place on, best first, each once. librime makes them one by
  // one, and each costs as much as a key.
  std::vector<std::string> candidates(std::size_t from, std::size_t most) const;

  // Takes a candidate by its index in candidates(). The letters it stands for go away, the rest
  // stays typed.
  void choose(std::size_t index);

  const std::filesystem::path& private_folder() const { return folder_; }

 private:
  explicit RimeSession(std::filesystem::path folder) : folder_{std::move(folder)} {}

  std::filesystem::path folder_;
  std::uintptr_t session_ = 0;
};

}  // namespace huimin::screens
