// What is to be said, ready for the voice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "screens/locale/texts.h"

namespace huimin::screens {

// One stretch in one language. Chinese is tone-numbered pinyin ("yin2 hang2"), with commas and
// full stops where a breath is taken; English is plain text.
struct SpokenPiece {
  Language language = Language::ChineseSimplified;
  std::string text;
  // Id of the text this is, if it is one of the catalogue word for word: a recorded clip may stand
  // in for the voice. Empty else.
  std::string clip;
  bool operator==(const SpokenPiece&) const = default;
};

enum class UtteranceKind : std::uint8_t { Title, Place, Words, Error, Widget, Field, Bar, Echo };

struct Utterance {
  std::string id;  // of the entry of the registry
  UtteranceKind kind = UtteranceKind::Words;
  std::vector<SpokenPiece> pieces;
  bool personal = false;  // never to a loudspeaker
};

using Utterances = std::vector<Utterance>;

}  // namespace huimin::screens
