#include "screens/locale/heard.h"

#include <algorithm>
#include <utility>

namespace huimin::screens {
namespace {

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "12" is not found in "3120" or in "12.50".
bool stands_alone(std::string_view text, std::size_t byte, std::string_view piece) {
  const std::size_t end = byte + piece.size();
  if (is_word_byte(piece.front()) && byte > 0) {
    if (is_word_byte(text[byte - 1])) return false;
    const bool fraction = text[byte - 1] == '.' && byte > 1 && is_word_byte(text[byte - 2]);
    if (fraction) return false;
  }
  if (is_word_byte(piece.back()) && end < text.size()) {
    if (is_word_byte(text[end])) return false;
    const bool fraction = text[end] == '.' && end + 1 < text.size() && is_word_byte(text[end + 1]);
    if (fraction) return false;
  }
  return true;
}

void overwrite(std::string& text) { std::fill(text.begin(), text.end(), '\0'); }

}  // namespace

void Heard::clear() {
  for (HeardPiece& piece : pieces_) {
    overwrite(piece.shown);
    overwrite(piece.spoken);
  }
  pieces_.clear();
}

void Heard::note(HeardPiece piece) {
  if (piece.shown.empty()) return;
  const auto same = std::find_if(pieces_.begin(), pieces_.end(), [&](const HeardPiece& known) {
    return known.shown == piece.shown;
  });
  if (same == pieces_.end()) {
    pieces_.push_back(std::move(piece));
    return;
  }
  if (same->privacy == Privacy::Personal) piece.privacy = Privacy::Personal;
  *same = std::move(piece);
}

const HeardPiece* Heard::at(std::string_view text, std::size_t byte) const {
  const HeardPiece* longest = nullptr;
  for (const HeardPiece& piece : pieces_) {
    if (text.substr(byte, piece.shown.size()) != piece.shown) continue;
    if (!stands_alone(text, byte, piece.shown)) continue;
    if (longest == nullptr || piece.shown.size() > longest->shown.size()) longest = &piece;
  }
  return longest;
}

}  // namespace huimin::screens
