// Tones that change with what follows: two third tones, and the words for one and not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace huimin::screens {

// What may change of a syllable besides a third tone before a third tone.
enum class Sandhi : std::uint8_t { Plain, One, Not };

struct Syllable {
  std::string text;  // "hao3"
  Sandhi sandhi = Sandhi::Plain;
};

// Changes the tones of syllables that are said in one breath: the word for one takes the second
// tone before a fourth and the fourth before any other; the word for not takes the second before a
// fourth; of two third tones the first becomes a second.
void apply_sandhi(std::vector<Syllable>& breath);

}  // namespace huimin::screens
