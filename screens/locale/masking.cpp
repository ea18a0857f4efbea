#include "screens/locale/masking.h"

#include <algorithm>

#include "screens/locale/characters.h"

namespace huimin::screens {
namespace {

constexpr std::size_t kShortestId = 15;  // the form before GB 11643-1999
constexpr std::size_t kShortestAccount = 8;
constexpr std::size_t kDivision = 6;
constexpr std::size_t kTail = 4;

// Numbers are ASCII. Anything else is no number, and cutting it by bytes would break its
// characters.
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string mask_name(std::string_view name) {
  if (name.empty()) return {};
  return std::string{name.substr(0, first_character_size(name))} + "*";
}

std::string mask_id(std::string_view id) {
  if (id.size() < kShortestId || !is_ascii(id)) return std::string(character_count(id), '*');
  std::string masked{id};
  masked.replace(kDivision, id.size() - kDivision - kTail, id.size() - kDivision - kTail, '*');
  return masked;
}

std::string last4(std::string_view number) {
  if (number.size() < kShortestAccount || !is_ascii(number)) return std::string(kTail, '*');
  return std::string{number.substr(number.size() - kTail)};
}

}  // namespace huimin::screens
