#include "screens/locale/sandhi.h"

#include <algorithm>
#include <cstddef>

namespace huimin::screens {
namespace {

char tone(const Syllable& syllable) { return syllable.text.empty() ? '5' : syllable.text.back(); }

void set_tone(Syllable& syllable, char tone) {
  if (!syllable.text.empty()) syllable.text.back() = tone;
}

void change_one_and_not(Syllable& now, char next) {
  const bool falls = next == '4' || next == '5';
  if (now.sandhi == Sandhi::One) set_tone(now, falls ? '2' : '4');
  if (now.sandhi == Sandhi::Not && next == '4') set_tone(now, '2');
}

// A run of third tones is said in pairs; three at the end are said as one group.
void change_third_tones(std::vector<Syllable>& breath, std::size_t first, std::size_t last) {
  while (last - first >= 2) {
    const std::size_t group = last - first == 3 ? 3 : 2;
    for (std::size_t i = first; i + 1 < first + group; ++i) set_tone(breath[i], '2');
    first += group;
  }
}

}  // namespace

void apply_sandhi(std::vector<Syllable>& breath) {
  for (std::size_t i = 0; i + 1 < breath.size(); ++i) {
    change_one_and_not(breath[i], tone(breath[i + 1]));
  }
  for (std::size_t i = 0; i < breath.size();) {
    std::size_t end = i;
    while (end < breath.size() && tone(breath[end]) == '3') ++end;
    change_third_tones(breath, i, end);
    i = std::max(end, i + 1);
  }
}

}  // namespace huimin::screens
