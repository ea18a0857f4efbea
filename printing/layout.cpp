#include "printing/layout.h"

#include <algorithm>
#include <array>
#include <span>

#include "printing/sheet.h"

namespace huimin::printing {
namespace {

constexpr int kMargin = 16;
constexpr int kTopMargin = 28;
constexpr int kBottomMargin = 40;
constexpr Column kPage{kMargin, kPaperDots - 2 * kMargin};

constexpr int kBetweenBlocks = 10;

constexpr int kPairGap = 12;
constexpr int kPairRowGap = 4;
// Four Han characters and a gap; the label column grows with its labels up to two fifths of the
// page.
constexpr int kLeastLabelWidth = 128;
constexpr int kMostLabelWidth = kPage.width * 2 / 5;

constexpr int kBoxIndent = 36;
constexpr int kBoxSide = 24;
constexpr int kBoxStroke = 3;
constexpr int kBoxTop = 9;  // the middle of a Han character

constexpr int kBoxedPadding = 14;
constexpr int kBoxedRadius = 12;
constexpr int kBoxedStroke = 4;

constexpr TextStyle kBody{};
constexpr TextStyle kBodyBold{.weight = Weight::Bold};
constexpr TextStyle kCentred{.align = Align::Centre};
constexpr TextStyle kCaption{
    .size = 32, .pitch = 45, .weight = Weight::Bold, .align = Align::Centre};
constexpr TextStyle kTitle{.size = 32, .pitch = 45, .weight = Weight::Bold};
constexpr TextStyle kOutlinedBox{
    .size = 30, .pitch = 42, .weight = Weight::Bold, .align = Align::Centre};
constexpr TextStyle kFilledBox{
    .size = 34, .pitch = 48, .weight = Weight::Bold, .align = Align::Centre, .ink = Ink::White};

// Sizes to try until the text fits on one line; the last one wraps.
constexpr std::array kHeadingSizes{56, 48, 40};
constexpr std::array kNumberSizes{46, 40, 34};

TextStyle bold_centred(int size, int pitch_percent) {
  return {.size = size,
          .pitch = (size * pitch_percent + 50) / 100,
          .weight = Weight::Bold,
          .align = Align::Centre};
}

// Writes block after block; `y_` is where the next one begins.
class Typesetter {
 public:
  tl::expected<Layout, LayoutError> set(const Document& document) {
    measure_labels(document);
    const Block* above = nullptr;
    for (const Block& block : document.blocks) {
      if (above != nullptr && !is_rule(*above) && !is_rule(block)) y_ += kBetweenBlocks;
      std::visit(*this, block);
      if (!qr_fits_) return tl::unexpected(LayoutError::QrDoesNotFit);
      if (y_ + kBottomMargin > kLongestPaperDots) return tl::unexpected(LayoutError::TooTall);
      above = &block;
    }
    return sheet_.finish(y_ + kBottomMargin);
  }

  void operator()(const Heading& block) {
    put(kCentred, block.small);
    put_fitted(kHeadingSizes, 125, block.big);
  }

  void operator()(const Rule& block) {
    const bool thick = block.kind == Rule::Kind::Thick;
    const int stroke = thick ? 4 : 2;
    const int space = thick ? 18 : 16;
    sheet_.fill({kPage.left, y_ + space, kPage.width, stroke});
    y_ += stroke + 2 * space;
  }

  void operator()(const NumberBlock& block) {
    put(kCentred, block.label);
    put_fitted(kNumberSizes, 130, block.number);
  }

  void operator()(const Pairs& block) {
    const Column labels{kPage.left, label_width_};
    const int values_left = kPage.left + label_width_ + kPairGap;
    const Column values{values_left, kPage.left + kPage.width - values_left};
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      if (i != 0) y_ += kPairRowGap;
      const int label = sheet_.put_text(kBody, block.rows[i].label, labels, y_);
      const int value = sheet_.put_text(kBodyBold, block.rows[i].value, values, y_);
      y_ += std::max(label, value);
    }
  }

  void operator()(const Section& block) {
    put(kBodyBold, block.title);
    for (const Item& item : block.items) put_item(item);
  }

  void operator()(const Paragraph& block) {
    put(kTitle, block.title);
    put(kBody, block.text);
  }

  void operator()(const Boxed& block) {
    const bool filled = block.kind == Boxed::Kind::Filled;
    const TextStyle& style = filled ? kFilledBox : kOutlinedBox;
    const Column inside{kPage.left + kBoxedPadding, kPage.width - 2 * kBoxedPadding};
    const int height = sheet_.height_of(style, block.text, inside) + 2 * kBoxedPadding;
    const Box box{kPage.left, y_, kPage.width, height};
    if (filled) {
      sheet_.fill_rounded(box, kBoxedRadius);
    } else {
      sheet_.frame(box, kBoxedStroke, kBoxedRadius);
    }
    sheet_.put_text(style, block.text, inside, y_ + kBoxedPadding);
    y_ += height;
  }

  void operator()(const QrCode& block) {
    const auto code = make_qr(block.text);
    const auto module = code ? module_dots(*code, kPaperDots) : tl::unexpected(code.error());
    qr_fits_ = module.has_value();
    if (!qr_fits_) return;
    const int side = (code->side + 2 * kQuietZone) * *module;
    sheet_.put_qr(*code, *module, (kPaperDots - side) / 2, y_);
    y_ += side;
    put(kCaption, block.title);
    for (const std::string& line : block.lines) put(kCentred, line);
  }

  void operator()(const Lines& block) {
    TextStyle style = kCentred;
    style.weight = block.weight;
    for (const std::string& line : block.lines) put(style, line);
  }

 private:
  static bool is_rule(const Block& block) { return std::holds_alternative<Rule>(block); }

  void measure_labels(const Document& document) {
    for (const Block& block : document.blocks) {
      const auto* pairs = std::get_if<Pairs>(&block);
      if (pairs == nullptr) continue;
      for (const Pair& row : pairs->rows) {
        label_width_ = std::max(label_width_, sheet_.width_of(kBody, row.label, kMostLabelWidth));
      }
    }
  }

  void put(const TextStyle& style, const std::string& text) {
    if (!text.empty()) y_ += sheet_.put_text(style, text, kPage, y_);
  }

  // In the largest of `sizes` that needs no second line, else wrapped in the smallest.
  void put_fitted(std::span<const int> sizes, int pitch_percent, const std::string& text) {
    TextStyle style;
    for (const int size : sizes) {
      style = bold_centred(size, pitch_percent);
      if (sheet_.width_of(style, text) <= kPage.width) break;
    }
    put(style, text);
  }

  void put_item(const Item& item) {
    const Box box{kPage.left, y_ + kBoxTop, kBoxSide, kBoxSide};
    if (item.box == Item::Box::Filled) {
      sheet_.fill(box);
    } else {
      sheet_.frame(box, kBoxStroke, 0);
    }
    const Column beside{kPage.left + kBoxIndent, kPage.width - kBoxIndent};
    y_ += sheet_.put_text(kBody, item.text, beside, y_);
  }

  Sheet sheet_{kPaperDots};
  int label_width_ = kLeastLabelWidth;
  int y_ = kTopMargin;
  bool qr_fits_ = true;
};

}  // namespace

tl::expected<Layout, LayoutError> lay_out(const Document& document) {
  return Typesetter().set(document);
}

}  // namespace huimin::printing
