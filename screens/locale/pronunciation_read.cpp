// The walk over a text: phrases, numbers, pauses, and where the language changes.
#include "screens/locale/characters.h"
#include "screens/locale/mandarin_numbers.h"
#include "screens/locale/pronunciation.h"
#include "screens/locale/sandhi.h"

#include <algorithm>
#include <utility>

namespace huimin::screens {
namespace {

constexpr char32_t kOne = 0x4E00;        // the character for one
constexpr char32_t kNot = 0x4E0D;        // for not
constexpr char32_t kOrdinal = 0x7B2C;    // makes a number an ordinal
constexpr char32_t kWeek = 0x671F;       // ends "week", before the day's number
constexpr char32_t kYear = 0x5E74;
constexpr char32_t kMiddleDot = 0xB7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_chinese(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007;
}

enum class Pause : std::uint8_t { None, Short, Long };

// Where one breathes: ASCII and CJK punctuation by code point.
Pause pause_of(char32_t c) {
  switch (c) {
    case '.': case '!': case '?':
    case 0x3002: case 0xFF01: case 0xFF1F: return Pause::Long;
    case ',': case ';': case ':': case '(': case ')': case '/':
    case kMiddleDot: case 0x2014: case 0x2026: case 0x3000: case 0x3001: case 0xFF08:
    case 0xFF09: case 0xFF0C: case 0xFF1A: case 0xFF1B: return Pause::Short;
    default: return Pause::None;
  }
}

// The first character as a view; a stray byte counts as one.
std::string_view first(std::string_view text) {
  return text.substr(0, std::max<std::size_t>(1, first_character_size(text)));
}

std::string_view digits_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  const bool fraction = size + 1 < text.size() && text[size] == '.' && is_digit(text[size + 1]);
  if (!fraction) return text.substr(0, size);
  for (++size; size < text.size() && is_digit(text[size]);) ++size;
  return text.substr(0, size);
}

// Abbreviations are spelt: "X", "EN".
std::string spelt(std::string_view word) {
  const bool capitals = word.size() <= 4 && std::all_of(word.begin(), word.end(), [](char c) {
    return c >= 'A' && c <= 'Z';
  });
  if (!capitals) return std::string{word};
  std::string out;
  for (const char c : word) out += out.empty() ? std::string{c} : std::string{' ', c};
  return out;
}

}  // namespace

class Pronunciation::Walk {
 public:
  Walk(const Pronunciation& how, Language language) : how_(how), language_(language) {}

  void prose(std::string_view text) {
    while (!text.empty()) text.remove_prefix(step(text));
  }

  // The surname by its own table; a name with a middle dot has none.
  void name(std::string_view text) {
    const Phrase surname = longest(how_.surnames_, text);
    if (surname.bytes > 0 && text.find("\xC2\xB7") == std::string_view::npos) {
      for (const std::string& syllable : *surname.syllables) say({syllable});
      text.remove_prefix(surname.bytes);
    }
    prose(text);
  }

  std::vector<ReadPiece> finish() {
    flush();
    for (ReadPiece& piece : pieces_) trim(piece.text);
    pieces_.erase(std::remove_if(pieces_.begin(), pieces_.end(), is_silent), pieces_.end());
    return std::move(pieces_);
  }

 private:
  // How many bytes were read.
  std::size_t step(std::string_view text) {
    const std::string_view character = first(text);
    const char32_t code = code_point(character);
    const Phrase phrase = longest(how_.phrases_, text);
    if (phrase.bytes > 0 && is_mandarin(text)) {
      for (const std::string& syllable : *phrase.syllables) say({syllable});
      before_ = 0;
      return phrase.bytes;
    }
    if (is_digit(text.front()) && is_mandarin(text)) return number(text);
    if (is_digit(text.front()) || is_letter(text.front())) return latin(text);
    if (is_chinese(code)) {
      chinese(character, code);
    } else if (const Pause pause = pause_of(code); pause != Pause::None) {
      pause_for(pause);
    }
    before_ = code == ' ' ? before_ : code;
    return character.size();
  }

  bool is_mandarin(std::string_view text) const {
    return language_ == Language::ChineseSimplified || is_chinese(code_point(first(text)));
  }

  void chinese(std::string_view character, char32_t code) {
    const std::vector<std::string> readings = how_.readings(character);
    if (readings.empty()) return;
    Syllable syllable{readings.front()};
    const bool counts = before_ != kOrdinal && before_ != kWeek;
    if (code == kOne && counts) syllable.sandhi = Sandhi::One;
    if (code == kNot) syllable.sandhi = Sandhi::Not;
    say(std::move(syllable));
  }

  std::size_t number(std::string_view text) {
    const std::string_view digits = digits_at(text);
    std::string_view rest = text.substr(digits.size());
    const bool percent = !rest.empty() && rest.front() == '%';
    if (percent) {
      for (const char* syllable : {"bai3", "fen1", "zhi1"}) say({syllable});
    }
    const bool year = digits.size() == 4 && code_point(first(rest)) == kYear;
    const bool measure = before_ != kOrdinal && how_.begins_with_measure(rest);
    for (Syllable& s : year ? read_each_digit(digits) : read_quantity(digits, measure)) {
      say(std::move(s));
    }
    before_ = 0;
    return digits.size() + (percent ? 1 : 0);
  }

  // A word or number of the other alphabet, in English.
  std::size_t latin(std::string_view text) {
    std::size_t size = 0;
    const auto inside = [](char c) {
      return is_letter(c) || is_digit(c) || c == '\'' || c == '.' || c == ':' || c == '%';
    };
    while (size < text.size() && inside(text[size])) ++size;
    while (size > 1 && (text[size - 1] == '.' || text[size - 1] == ':')) --size;
    flush();
    open(Language::English) += " " + spelt(text.substr(0, size));
    before_ = 0;
    return size;
  }

  void pause_for(Pause pause) {
    flush();
    if (pieces_.empty()) return;
    std::string& text = pieces_.back().text;
    const char mark = pause == Pause::Long ? '.' : ',';
    if (text.empty()) return;
    if (text.back() == ',' || text.back() == '.') {
      if (mark == '.') text.back() = mark;
    } else {
      text += mark;
    }
  }

  void say(Syllable syllable) { breath_.push_back(std::move(syllable)); }

  // What was said in one breath goes to the pieces.
  void flush() {
    if (breath_.empty()) return;
    apply_sandhi(breath_);
    std::string& text = open(Language::ChineseSimplified);
    for (const Syllable& syllable : breath_) text += " " + syllable.text;
    breath_.clear();
  }

  std::string& open(Language language) {
    if (pieces_.empty() || pieces_.back().language != language) pieces_.push_back({language, {}});
    return pieces_.back().text;
  }

  static void trim(std::string& text) {
    text.erase(0, std::min(text.find_first_not_of(" ,."), text.size()));
  }
  static bool is_silent(const ReadPiece& piece) { return piece.text.empty(); }

  const Pronunciation& how_;
  const Language language_;
  std::vector<Syllable> breath_;
  std::vector<ReadPiece> pieces_;
  char32_t before_ = 0;
};

std::vector<ReadPiece> Pronunciation::read(Language language, std::string_view text,
                                           Reading reading) const {
  Walk walk(*this, language);
  if (reading == Reading::Name) {
    walk.name(text);
  } else {
    walk.prose(text);
  }
  return walk.finish();
}

}  // namespace huimin::screens
