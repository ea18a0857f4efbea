#include "kiosk/domain/utf8.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {
namespace {

bool is_blank(char32_t character) { return character == U' ' || character == U'\u3000'; }

}  // namespace

std::optional<std::string> taken(std::string_view value, int most) {
  std::string_view rest = value;
  for (int n = 0; n < most && !rest.empty(); ++n) {
    if (!domain::take_character(rest)) return std::nullopt;
  }
  return std::string(value.substr(0, value.size() - rest.size()));
}

int count_characters(std::string_view text) {
  int count = 0;
  while (domain::take_character(text)) ++count;
  return count;
}

std::string trimmed(std::string_view text) {
  for (std::string_view rest = text; auto character = domain::take_character(rest); text = rest) {
    if (!is_blank(*character)) break;
  }
  std::size_t end = 0;
  std::string_view rest = text;
  while (auto character = domain::take_character(rest)) {
    if (!is_blank(*character)) end = text.size() - rest.size();
  }
  return std::string(text.substr(0, end));
}

}  // namespace huimin::journey::resident
