#include "screens/locale/mandarin_numbers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace huimin::screens {
namespace {

constexpr std::array<const char*, 10> kDigits{"ling2", "yi1",  "er4", "san1", "si4",
                                              "wu3",   "liu4", "qi1", "ba1",  "jiu3"};
constexpr std::array<const char*, 4> kPlaces{"", "shi2", "bai3", "qian1"};
constexpr std::array<const char*, 3> kGroups{"", "wan4", "yi4"};
constexpr std::size_t kMostDigits = 12;

void add(std::vector<Syllable>& out, std::string text) { out.push_back({std::move(text)}); }

std::size_t digit(char c) { return static_cast<std::size_t>(c - '0'); }

// Two is liang3 in 2000, 20000 and the like.
const char* leading(char c, const char* unit) {
  const std::string_view u{unit};
  const bool pair = c == '2' && (u == "qian1" || u == "wan4" || u == "yi4");
  return pair ? "liang3" : kDigits[digit(c)];
}

// At most four digits, with a zero said once between others. `inside`: something stands before.
void read_group(std::vector<Syllable>& out, std::string_view group, bool inside,
                const char* unit) {
  bool zero = false;
  const bool alone = group.find_first_not_of('0') == group.size() - 1;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const std::size_t place = group.size() - 1 - i;
    if (group[i] == '0') {
      zero = zero || inside;
      continue;
    }
    if (zero) add(out, "ling2");
    zero = false;
    const bool ten = place == 1 && group[i] == '1' && !inside;
    const char* own = place == 0 && alone && !inside ? unit : kPlaces[place];
    if (!ten) add(out, leading(group[i], own));
    if (place > 0) add(out, kPlaces[place]);
    inside = true;
  }
}

void read_whole(std::vector<Syllable>& out, std::string_view digits) {
  bool inside = false;
  for (std::size_t group = (digits.size() + 3) / 4; group-- > 0;) {
    const std::size_t after = group * 4;
    const std::size_t size = std::min<std::size_t>(4, digits.size() - after);
    const std::string_view part = digits.substr(digits.size() - after - size, size);
    if (part.find_first_not_of('0') == std::string_view::npos) continue;
    read_group(out, part, inside, kGroups[group]);
    if (group > 0) add(out, kGroups[group]);
    inside = true;
  }
}

}  // namespace

std::vector<Syllable> read_each_digit(std::string_view digits) {
  std::vector<Syllable> out;
  for (const char c : digits) add(out, kDigits[digit(c)]);
  return out;
}

std::vector<Syllable> read_quantity(std::string_view number, bool before_measure) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const std::string_view whole = number.substr(0, point);
  const std::string_view fraction = number.substr(std::min(point + 1, number.size()));
  std::vector<Syllable> out;
  if (whole == "2" && before_measure && fraction.empty()) {
    add(out, "liang3");
  } else if (whole == "1" && before_measure && fraction.empty()) {
    out.push_back({"yi1", Sandhi::One});
  } else if (whole == "0") {
    add(out, "ling2");
  } else if (whole.size() > kMostDigits || (!whole.empty() && whole.front() == '0')) {
    out = read_each_digit(whole);
  } else {
    read_whole(out, whole);
  }
  if (fraction.empty()) return out;
  add(out, "dian3");
  for (Syllable& syllable : read_each_digit(fraction)) out.push_back(std::move(syllable));
  return out;
}

}  // namespace huimin::screens
