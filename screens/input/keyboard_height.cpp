#include <algorithm>

#include "screens/input/candidate_row.h"
#include "screens/input/keyboards.h"
#include "screens/input/keys.h"

namespace huimin::screens {
namespace {

// As in the mock-ups, and the least in which a finger writes a whole character.
constexpr double kWritingSquareSide = 118;
constexpr double kLeastWritingSquareSide = 100;

int rows_of(KeyboardKind kind) { return kind == KeyboardKind::Initials ? 3 : 4; }

double height_of(KeyboardKind kind, double row_height) {
  const int rows = rows_of(kind);
  return tray_padding_height() + rows * row_height + (rows - 1) * key_gap();
}

}  // namespace

double keyboard_height(const Theme& theme, KeyboardKind kind) {
  const double height = height_of(kind, key_height(theme));
  if (kind != KeyboardKind::Pinyin) return height;
  return height + candidate_row_height(theme, theme.width_mm()) + key_gap();
}

double keyboard_height(const Theme& theme, TypingWay way) {
  if (way == TypingWay::Pinyin) return keyboard_height(theme, KeyboardKind::Pinyin);
  const double around = tray_padding_height() + 2 * (key_height(theme) + key_gap());
  return around + kWritingSquareSide;
}

double keyboard_least_height(const Theme& theme, TypingWay way) {
  if (way == TypingWay::Pinyin) return keyboard_least_height(theme, KeyboardKind::Pinyin);
  const double row = std::max(kTouch, 1.3 * theme.letter_mm(Type::T1));
  return tray_padding_height() + 2 * (row + key_gap()) + kLeastWritingSquareSide;
}

double keyboard_least_height(const Theme& theme, KeyboardKind kind) {
  const double row = std::max(kTouch, 1.1 * theme.letter_mm(Type::T3));
  const double height = height_of(kind, row);
  if (kind != KeyboardKind::Pinyin) return height;
  return height + candidate_row_least_height(theme) + key_gap();
}

}  // namespace huimin::screens
