#include "screens/toolkit/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace huimin::screens {

namespace {

constexpr std::size_t kColours = 18;
using Row = std::array<std::uint32_t, kColours>;

// In the order of Colour. Contrasts are counted by tests/screens/toolkit_theme_test.cpp.
constexpr Row kStandard = {0xF4F1EA, 0xFFFFFF, 0xE4DED1, 0xD3CBBA, 0x16202E,
                           0x2F3946, 0x063866, 0xE7EFF6, 0xFFFFFF, 0xE7EFF6,
                           0xC04A12, 0x5E1E02, 0xFCE9DC, 0x083F24, 0xE6F3EA,
                           0xB9CBDB, 0x7F9FBC, 0x3F6C95};
constexpr Row kDarkGround = {0x000000, 0x000000, 0x000000, 0xFFFFFF, 0xFFFFFF,
                             0xFFFFFF, 0xFFFFFF, 0x000000, 0x000000, 0x000000,
                             0xFFFFFF, 0xFFFFFF, 0x000000, 0xFFFFFF, 0x000000,
                             0x404040, 0x707070, 0xA0A0A0};
constexpr Row kLightGround = {0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0x000000, 0x000000,
                              0x000000, 0x000000, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF,
                              0x000000, 0x000000, 0xFFFFFF, 0x000000, 0xFFFFFF,
                              0xD0D0D0, 0xA0A0A0, 0x606060};
constexpr Row kSoft = {0xD4D6D4, 0xDEDFDD, 0xC8CBC9, 0xABAFAF, 0x3C4249,
                       0x454B52, 0x364E66, 0xD0D8DE, 0xDEDFDD, 0xD9DEE2,
                       0x7C4E3B, 0x683E2E, 0xDDD3CB, 0x35523F, 0xCFD8D1,
                       0xB4BEC7, 0x8D9DAD, 0x5F7389};

const Row& row(Palette palette) {
  switch (palette) {
    case Palette::Standard: return kStandard;
    case Palette::DarkGround: return kDarkGround;
    case Palette::LightGround: return kLightGround;
    case Palette::Soft: return kSoft;
  }
  return kStandard;
}

// WCAG 2: linear light of one channel.
double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgb c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

Rgb rgb(Palette palette, Colour colour) {
  const std::uint32_t hex = row(palette)[static_cast<std::size_t>(colour)];
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
          static_cast<std::uint8_t>(hex)};
}

double contrast(Rgb a, Rgb b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace huimin::screens
