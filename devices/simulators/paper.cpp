#include "devices/simulators/paper.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huimin::devices::simulators {
namespace {

constexpr std::size_t kMostBytesKept = 4 * 1024 * 1024;
constexpr std::size_t kLetterWidth_dots = 12;
constexpr std::size_t kLetterHeight_dots = 20;
constexpr std::size_t kLineHeight_dots = 30;

std::size_t indent_of(std::size_t width_dots, Align align) {
  const std::size_t spare = kPaperWidth_dots - std::min(width_dots, kPaperWidth_dots);
  switch (align) {
    case Align::Left: return 0;
    case Align::Centre: return spare / 2;
    case Align::Right: return spare;
  }
  return 0;
}

}  // namespace

void Paper::feed(std::size_t dots) {
  const std::size_t height = std::min(piece_.height_dots() + dots, kMaxHeight_dots);
  piece_.dots.resize(height * kPaperRow_bytes);
}

void Paper::print_row(std::span<const std::uint8_t> row, Align align) {
  if (piece_.height_dots() == kMaxHeight_dots) return;
  const std::size_t indent = indent_of(row.size() * 8, align);
  const std::size_t start = piece_.dots.size();
  feed(1);
  const std::size_t bits = std::min(row.size() * 8, kPaperWidth_dots - indent);
  for (std::size_t i = 0; i < bits; ++i) {
    if ((row[i / 8] & (0x80U >> (i % 8))) == 0) continue;
    const std::size_t x = indent + i;
    auto& eight = piece_.dots[start + x / 8];
    eight = static_cast<std::uint8_t>(eight | (0x80U >> (x % 8)));
    has_ink_ = true;
  }
}

void Paper::print_text(std::span<const std::byte> letters, Align align) {
  const std::size_t per_row = kPaperWidth_dots / kLetterWidth_dots;
  for (std::size_t at = 0; at < letters.size(); at += per_row) {
    const auto line = letters.subspan(at, std::min(per_row, letters.size() - at));
    std::array<std::uint8_t, kPaperRow_bytes> row{};
    for (std::size_t x = 0; x < line.size() * kLetterWidth_dots; ++x) {
      const bool is_gap =
          x % kLetterWidth_dots > 9 || line[x / kLetterWidth_dots] == std::byte{' '};
      if (!is_gap) row[x / 8] = static_cast<std::uint8_t>(row[x / 8] | (0x80U >> (x % 8)));
    }
    const std::size_t used = (line.size() * kLetterWidth_dots + 7) / 8;
    for (std::size_t y = 0; y < kLetterHeight_dots; ++y)
      print_row(std::span(row).first(used), align);
    feed(kLineHeight_dots - kLetterHeight_dots);
  }
}

void Paper::keep_byte(std::byte one) {
  if (piece_.bytes.size() < kMostBytesKept) piece_.bytes.push_back(one);
}

Piece Paper::take(bool cut) {
  Piece piece = std::exchange(piece_, {});
  piece.kind = !cut ? PieceKind::Scrap : has_ink_ ? PieceKind::Receipt : PieceKind::Blank;
  has_ink_ = false;
  return piece;
}

}  // namespace huimin::devices::simulators
