#include "printing/document.h"

#include <string_view>

namespace huimin::printing {
namespace {

class PlainText {
 public:
  void operator()(const Heading& block) {
    line(block.small);
    line(block.big);
  }
  void operator()(const Rule&) { line("---"); }
  void operator()(const NumberBlock& block) {
    line(block.label);
    line(block.number);
  }
  void operator()(const Pairs& block) {
    for (const Pair& row : block.rows) line(row.label + ": " + row.value);
  }
  void operator()(const Section& block) {
    line(block.title);
    for (const Item& item : block.items) {
      line((item.box == Item::Box::Filled ? "[x] " : "[ ] ") + item.text);
    }
  }
  void operator()(const Paragraph& block) {
    line(block.title);
    line(block.text);
  }
  void operator()(const Boxed& block) { line(block.text); }
  void operator()(const QrCode& block) {
    line("<QR " + block.text + ">");
    line(block.title);
    for (const std::string& text : block.lines) line(text);
  }
  void operator()(const Lines& block) {
    for (const std::string& text : block.lines) line(text);
  }

  std::string take() { return std::move(text_); }

 private:
  // Forced breaks only help the layout; a sentence is read in one go. Between Han characters
  // nothing takes the place of the break, elsewhere a space does.
  void line(std::string_view text) {
    if (text.empty()) return;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\n') {
        text_ += text[i];
      } else if (i > 0 && i + 1 < text.size() && (is_ascii(text[i - 1]) || is_ascii(text[i + 1]))) {
        text_ += ' ';
      }
    }
    text_ += '\n';
  }

  static bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

  std::string text_;
};

}  // namespace

std::string plain_text(const Document& document) {
  PlainText text;
  for (const Block& block : document.blocks) std::visit(text, block);
  return text.take();
}

}  // namespace huimin::printing
