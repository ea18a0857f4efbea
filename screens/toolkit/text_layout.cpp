#include "screens/toolkit/text_layout.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace huimin::screens {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kIdeographicSpace = 0x3000;

// Length of the sequence that this byte begins; 0: it begins none.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

bool is_scalar(char32_t c, std::size_t length) {
  if (c >= 0xD800 && c < 0xE000) return false;
  if (c > 0x10FFFF) return false;
  if (length == 3 && c < 0x800) return false;
  return length != 4 || c >= 0x10000;
}

// Han, kana, full-width forms and CJK punctuation: a line may break on both sides.
bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0xFE30 && c < 0xFE50) || (c >= 0xFF00 && c < 0xFFF0) || c >= 0x20000;
}

bool closes(char32_t c) {
  constexpr std::u32string_view kClosing =
      U"!%),.:;?]}\u00B0\u00B7\u2019\u201D\u2026\u3001\u3002\u3009\u300B\u300D\u300F\u3011"
      U"\u3015\u3017\uFF01\uFF05\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF3D\uFF5D\uFF5E\u2014";
  return kClosing.find(c) != std::u32string_view::npos;
}

bool opens(char32_t c) {
  constexpr std::u32string_view kOpening =
      U"([{\u2018\u201C\u3008\u300A\u300C\u300E\u3010\u3014\u3016\uFF08\uFF3B\uFF5B\uFFE5";
  return kOpening.find(c) != std::u32string_view::npos;
}

// Full-width marks whose right half is empty: before another mark they take half their width.
bool leans_left(char32_t c) {
  constexpr std::u32string_view kLeaning =
      U"\u2019\u201D\u3001\u3002\u3009\u300B\u300D\u300F\u3011\u3015\u3017\uFF09\uFF0C\uFF0E"
      U"\uFF3D\uFF5D";
  return kLeaning.find(c) != std::u32string_view::npos;
}

bool is_full_width_mark(char32_t c) { return is_wide(c) || (c >= 0x2018 && c <= 0x201D); }

// Quotation marks of Chinese text stand between Han characters and belong to one of them.
bool is_quote(char32_t c) { return c >= 0x2018 && c <= 0x201D; }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = sequence_length(byte(at));
  if (length == 0 || at + length > text.size()) {
    ++at;
    return kReplacement;
  }
  char32_t c = length == 1 ? byte(at) : byte(at) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(at + i))) {
      ++at;
      return kReplacement;
    }
    c = (c << 6) | (byte(at + i) & 0x3FU);
  }
  if (!is_scalar(c, length)) {
    ++at;
    return kReplacement;
  }
  at += length;
  return c;
}

std::size_t previous_character(std::string_view text, std::size_t at) {
  std::size_t before = 0;
  for (std::size_t here = 0; here < std::min(at, text.size());) {
    before = here;
    next_code_point(text, here);
  }
  return before;
}

std::size_t following_character(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  next_code_point(text, at);
  return at;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

bool may_break_between(char32_t before, char32_t after) {
  if (after == U' ' || closes(after)) return false;
  if (opens(before)) return false;
  if (before == U' ') return true;
  if (is_quote(before)) return is_wide(after) || opens(after);
  if (opens(after)) return is_wide(before) || closes(before);
  return is_wide(before) || is_wide(after);
}

namespace {

// Builds one line after the other; a word that does not fit moves down as a whole.
class LineBreaker {
 public:
  // `em` is the width of a Han character.
  LineBreaker(double width, double em, TextLines& out) : width_(width), em_(em), out_(&out) {
    open(0);
  }

  void add(PlacedCharacter c, double advance) {
    const bool may_break = !line().characters.empty() &&
                           may_break_between(line().characters.back().code_point, c.code_point);
    if (may_break) break_at_ = line().characters.size();
    if (!line().characters.empty()) close_up(line().characters.back().code_point, c.code_point);
    // A trailing space may hang over the edge.
    const bool may_wrap = width_ > 0 && c.code_point != U' ';
    while (may_wrap && !line().characters.empty() && pen_ + advance > width_ + 0.01) wrap(c.byte);
    c.x = pen_;
    line().characters.push_back(c);
    advances_.push_back(advance);
    pen_ += advance;
  }

  void line_break(std::size_t byte) {
    close(byte);
    open(byte + 1);
  }

  void finish(std::size_t byte) { close(byte); }

 private:
  TextLine& line() { return out_->lines.back(); }

  void close_up(char32_t before, char32_t after) {
    const bool mark = is_full_width_mark(after) && (closes(after) || opens(after));
    if (!mark || !leans_left(before) || advances_.back() < em_ * 0.99) return;
    pen_ -= em_ / 2;
    advances_.back() -= em_ / 2;
  }

  void open(std::size_t byte) {
    out_->lines.push_back({});
    line().begin = byte;
    pen_ = 0;
    break_at_ = 0;
    advances_.clear();
  }

  void close(std::size_t byte) {
    line().end = byte;
    line().end_x = pen_;
    double width = 0;
    for (std::size_t i = 0; i < advances_.size(); ++i) {
      const bool visible = line().characters[i].code_point != U' ';
      if (visible) width = line().characters[i].x + advances_[i];
    }
    line().width = width;
    out_->width = std::max(out_->width, width);
  }

  // A number of several groups that is wider than a line may be parted behind a hyphen.
  std::size_t after_hyphen() {
    const auto& all = line().characters;
    for (std::size_t i = all.size(); i > 1; --i) {
      if (all[i - 1].code_point == U'-' && all[i - 2].code_point != U' ') return i;
    }
    return 0;
  }

  // Moves everything from the last place where a break is allowed onto a new line.
  void wrap(std::size_t byte) {
    std::vector<PlacedCharacter> moved;
    std::vector<double> moved_advances;
    if (break_at_ == 0) break_at_ = after_hyphen();
    if (break_at_ == 0) {
      out_->word_broken = true;
    } else {
      const auto from = static_cast<std::ptrdiff_t>(break_at_);
      moved.assign(line().characters.begin() + from, line().characters.end());
      moved_advances.assign(advances_.begin() + from, advances_.end());
      line().characters.resize(break_at_);
      advances_.resize(break_at_);
      pen_ = moved.empty() ? pen_ : moved.front().x;
      if (!moved.empty()) byte = moved.front().byte;
    }
    close(byte);
    open(byte);
    for (std::size_t i = 0; i < moved.size(); ++i) {
      moved[i].x = pen_;
      line().characters.push_back(moved[i]);
      advances_.push_back(moved_advances[i]);
      pen_ += moved_advances[i];
    }
  }

  double width_;
  double em_;
  TextLines* out_;
  double pen_ = 0;
  std::size_t break_at_ = 0;
  std::vector<double> advances_;
};

}  // namespace

TextLines lay_out(std::string_view text, double width, const Advance& advance) {
  TextLines result;
  LineBreaker breaker(width, advance(kIdeographicSpace), result);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t byte = at;
    const char32_t c = next_code_point(text, at);
    if (c == U'\n') {
      breaker.line_break(byte);
    } else {
      breaker.add({c, byte, 0}, advance(c));
    }
  }
  breaker.finish(text.size());
  return result;
}

TextLines::Caret TextLines::caret(std::size_t at) const {
  Caret result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (at < lines[i].begin) break;
    result.line = i;
    result.x = 0;
    for (const PlacedCharacter& c : lines[i].characters) {
      if (c.byte >= at) return {i, c.x};
      result.x = lines[i].end_x;
    }
  }
  return result;
}

std::size_t TextLines::byte_at(std::size_t index, double x) const {
  const TextLine& line = lines[std::min(index, lines.size() - 1)];
  for (std::size_t i = 0; i < line.characters.size(); ++i) {
    const double next = i + 1 < line.characters.size() ? line.characters[i + 1].x : line.end_x;
    if (x < (line.characters[i].x + next) / 2) return line.characters[i].byte;
  }
  return line.end;
}

}  // namespace huimin::screens
