// What the text keyboard works with in one session: pinyin, handwriting, the table of parts. Each
// is started with its first use and let go at the end of the session.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "screens/input/characters_by_parts.h"
#include "screens/input/handwriting.h"
#include "screens/input/pinyin_engine.h"

namespace huimin::screens {

// How a character gets into a text.
enum class TypingWay : std::uint8_t { Pinyin, Handwriting, Parts };

struct TypingSources {
  std::filesystem::path share_dir;  // holds input/, the tables
  std::filesystem::path rime_data = default_rime_data();
  std::filesystem::path handwriting_model = default_handwriting_model();
};

// For readiness: what does not work on this machine, and why, in words for staff. Starts
// everything once, about 50 ms; no session may be typing.
struct MissingWay {
  TypingWay way;
  std::string why;
};
std::vector<MissingWay> missing_ways(const TypingSources& sources);

// One thread; one of these at a time types pinyin.
class TextEngines {
 public:
  explicit TextEngines(TypingSources sources) : sources_{std::move(sources)} {}

  // Null: what it needs is not there. Takes as long as the start of each the first time.
  PinyinEngine* pinyin();
  const Handwriting* handwriting();
  const CharactersByParts* parts();

  // Whether its key is shown. Of handwriting and parts only the files are looked at, until they
  // are wanted.
  bool offers(TypingWay way);

  // Drops what is half typed, of whatever is started.
  void clear();
  // Lets everything go. What was missing is tried again by the next session.
  void end_session();

 private:
  TypingSources sources_;
  std::optional<PinyinEngine> pinyin_;
  std::optional<Handwriting> handwriting_;
  std::optional<CharactersByParts> parts_;
  // Not known yet, there, or not there.
  std::optional<bool> has_pinyin_;
  std::optional<bool> has_handwriting_;
  std::optional<bool> has_parts_;
};

}  // namespace huimin::screens
