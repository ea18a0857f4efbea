#pragma once
// A white strip of paper on which text and shapes are placed from the top down. Only layout.cpp
// uses it; it keeps Pango and Cairo out of everything else.

#include <memory>
#include <string>

#include "printing/layout.h"
#include "printing/qr.h"

namespace huimin::printing {

enum class Align : std::uint8_t { Left, Centre };
enum class Ink : std::uint8_t { Black, White };

struct TextStyle {
  int size = kSmallestTextDots;  // dots per em
  int pitch = 39;                // dots from one line to the next
  Weight weight = Weight::Regular;
  Align align = Align::Left;
  Ink ink = Ink::Black;
};

struct Column {
  int left = 0;
  int width = 0;
};

inline constexpr int kUnlimited = -1;

class Sheet {
 public:
  explicit Sheet(int width);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  // Width of the widest line of `text` when it may fill `most` dots.
  int width_of(const TextStyle& style, const std::string& text, int most = kUnlimited);

  // Height of the line boxes that put_text would fill.
  int height_of(const TextStyle& style, const std::string& text, Column column);

  // Places `text` with its first line box at `top`, wrapped into `column`; returns the height of
  // its line boxes.
  int put_text(const TextStyle& style, const std::string& text, Column column, int top);

  void fill(Box box);
  void fill_rounded(Box box, int radius);
  // A frame whose outer edge is `box`.
  void frame(Box box, int stroke, int radius);
  // `left` and `top` are those of the quiet zone.
  void put_qr(const QrMatrix& code, int dots_per_module, int left, int top);

  // The strip down to `height`, as dots.
  Layout finish(int height);

 private:
  struct Canvas;
  std::unique_ptr<Canvas> canvas_;
};

}  // namespace huimin::printing
