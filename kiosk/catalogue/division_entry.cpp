#include "kiosk/catalogue/division_entry.h"

namespace huimin::catalogue {
namespace {

std::string letters_of(std::string_view typed) {
  std::string letters;
  for (const char c : typed) {
    if (c != ' ' && c != '\'')
      letters.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return letters;
}

// `syllables` begins at a syllable. Tries every number of letters that this syllable may have
// taken.
bool matches_from(std::string_view syllables, std::string_view typed) {
  if (typed.empty()) return true;
  const std::string_view syllable = syllables.substr(0, syllables.find(' '));
  std::string_view rest = syllables.substr(syllable.size());
  if (!rest.empty()) rest.remove_prefix(1);
  for (std::size_t taken = 1; taken <= syllable.size() && taken <= typed.size(); ++taken) {
    if (syllable[taken - 1] != typed[taken - 1]) return false;
    if (matches_from(rest, typed.substr(taken))) return true;
  }
  return false;
}

}  // namespace

std::string initials_of(std::string_view pinyin) {
  std::string initials;
  bool at_start = true;
  for (const char c : pinyin) {
    if (at_start && c != ' ') initials.push_back(c);
    at_start = c == ' ';
  }
  return initials;
}

bool matches_pinyin(std::string_view pinyin, std::string_view typed) {
  return matches_from(pinyin, letters_of(typed));
}

}  // namespace huimin::catalogue
