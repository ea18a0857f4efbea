#pragma once
// Sets a document in Noto Sans CJK SC and turns it into dots.
//
// May be called from any thread, from one at a time. The copies that Pango makes of the strings are
// freed but not wiped; the dots are.

#include <tl/expected.hpp>
#include <vector>

#include "printing/bitmap.h"
#include "printing/document.h"

namespace huimin::printing {

// Dots from the top left corner.
struct Box {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
};

// Where one string landed: the column that it may fill and the dots it really touches.
struct PlacedText {
  Box column;
  Box ink;
  int size = 0;  // dots per em
  int lines = 0;
  int missing_glyphs = 0;  // characters that no installed typeface has
};

struct Layout {
  Bitmap bitmap;
  std::vector<PlacedText> texts;
};

enum class LayoutError : std::uint8_t {
  QrDoesNotFit,  // the QR text is empty or too long for the paper
  TooTall,       // the paper would be longer than kLongestPaperDots
};

// Half a metre. More is a mistake of the caller, not a receipt.
inline constexpr int kLongestPaperDots = 4000;

// Smallest text on any paper: 28 dots are 3.5 mm (VVSG 2.0, 7.1-G, minimum for printed text).
inline constexpr int kSmallestTextDots = 28;

// The whole paper, kPaperDots wide; nothing is cut off.
[[nodiscard]] tl::expected<Layout, LayoutError> lay_out(const Document& document);

// False if another typeface would stand in for Noto Sans CJK SC: papers stay readable but look
// wrong. For the check at start-up.
[[nodiscard]] bool has_paper_typeface();

}  // namespace huimin::printing
