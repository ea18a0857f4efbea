#pragma once
// QR codes by libqrencode, ready to be drawn on paper.

#include <string_view>
#include <tl/expected.hpp>

#include "printing/wiped_bytes.h"

namespace huimin::printing {

// White modules that must surround a code (ISO/IEC 18004).
inline constexpr int kQuietZone = 4;

// A module of 4 dots is 0.5 mm, the least that worn heads and cheap scanners still manage; 5 dots
// are better.
inline constexpr int kLeastModuleDots = 4;
inline constexpr int kGoodModuleDots = 5;

struct QrMatrix {
  int side = 0;        // modules, without the quiet zone
  WipedBytes modules;  // side * side, row by row; 1 is dark

  bool is_dark(int column, int row) const {
    return modules[static_cast<std::size_t>(row * side + column)] != 0;
  }
};

enum class QrError : std::uint8_t {
  Empty,       // nothing to encode, or a NUL character inside
  DoesNotFit,  // too long for any QR code, or for this width at 4 dots a module
};

// Error correction level M (15 % of the code may be lost), the smallest version that holds `text`;
// digits and upper-case letters take the short modes.
[[nodiscard]] tl::expected<QrMatrix, QrError> make_qr(std::string_view text);

// Dots per module for a paper of `width_dots`, quiet zone included: 5, or 4 where 5 do not fit.
[[nodiscard]] tl::expected<int, QrError> module_dots(const QrMatrix& code, int width_dots);

}  // namespace huimin::printing
