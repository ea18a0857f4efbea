#include "screens/input/keys.h"

#include <algorithm>
#include <utility>

namespace huimin::screens {
namespace {

constexpr double kGap = 2.73;
constexpr double kPaddingAbove = 4.4;
constexpr double kPaddingBelow = 4.9;
constexpr double kPaddingBeside = 5;
// A tray beside the answers is only as wide as ten keys need.
constexpr double kNarrow = 170;
constexpr double kNarrowPaddingBeside = 3.6;
constexpr double kLetterFactor = 0.913;  // of T3: 42 px of 46
constexpr double kDigitFactor = 1.3;
constexpr double kLetterMargin = 0.7;    // least ground beside the letter on a key
constexpr double kWordMargin = 1.2;      // and beside a word
constexpr double kActMargin = 3.7;
constexpr double kRadius = 3.5;
constexpr double kArrowSize = 13.9;

bool is_large(KeyKind kind) { return kind == KeyKind::Letter || kind == KeyKind::Digit; }
Type type_of(KeyKind kind) { return is_large(kind) ? Type::T3 : Type::T1; }
double factor_of(KeyKind kind) {
  if (kind == KeyKind::Digit) return kDigitFactor;
  return kind == KeyKind::Letter ? kLetterFactor : 1;
}

ButtonKind button_kind_of(KeyKind kind) {
  switch (kind) {
    case KeyKind::Letter:
    case KeyKind::Digit:
    case KeyKind::Space: return ButtonKind::Quiet;
    case KeyKind::Function: return ButtonKind::QuietWide;
    case KeyKind::Act: return ButtonKind::Filled;
  }
  return ButtonKind::Quiet;
}

Entry key_entry(const Ui& ui, const Key& key, Colour ground, std::string_view group) {
  Entry entry;
  entry.id = "key." + key.id;
  entry.group = group;
  entry.role = Role::Key;
  entry.label = key.label;
  entry.ink = ui.theme().rgb(Colour::Ink);
  entry.ground = ui.theme().rgb(ground);
  return entry;
}

// A key that cannot matter keeps its place and becomes part of the tray; why is plain from what is
// shown above it.
void draw_flat_key(Ui& ui, const Rect& rect, const Key& key, std::string_view group) {
  Entry entry = key_entry(ui, key, Colour::Tray, group);
  entry.enabled = false;
  entry.cap_mm = ui.theme().cap_mm(type_of(key.kind), factor_of(key.kind));
  ui.touchable(std::move(entry), rect);
  ui.canvas().box(rect, {Colour::Tray, Colour::Line, kHairline, kRadius});
  const TextStyle style{
      .type = type_of(key.kind), .factor = factor_of(key.kind), .ground = Colour::Tray};
  ui.canvas().paint_text(rect, key.label, style,
                         {.align = Align::Centre, .vertical = VerticalAlign::Middle});
}

TextStyle style_of(const Key& key) {
  const bool bold = key.kind == KeyKind::Act || key.selected;
  return {.type = type_of(key.kind),
          .weight = bold ? Weight::Bold : Weight::Regular,
          .factor = factor_of(key.kind)};
}

double margin_of(const Key& key) {
  if (key.kind == KeyKind::Act) return kActMargin;
  return key.kind == KeyKind::Letter ? kLetterMargin : kWordMargin;
}

bool draw_key(Ui& ui, const Rect& rect, const Key& key, std::string_view group) {
  if (!key.enabled) {
    draw_flat_key(ui, rect, key, group);
    return false;
  }
  Button look;
  look.label = key.label;
  look.group = group;
  look.spoken = key.spoken;
  look.selected = key.selected;
  look.kind = button_kind_of(key.kind);
  look.size = ButtonSize::Medium;
  look.role = Role::Key;
  look.type = type_of(key.kind);
  look.factor = factor_of(key.kind);
  look.ground = Colour::Tray;
  // In extra-large text the word stands alone.
  if (!ui.theme().extra_large()) look.icon = key.icon;
  if (look.icon != Icon::None && button_width(ui, look) > rect.w) look.icon = Icon::None;
  if (look.icon == Icon::None) {
    look.factor = fitting_factor(ui, key.label, style_of(key), rect.w - 2 * margin_of(key));
  }
  return button(ui, "key." + key.id, rect, look);
}

}  // namespace

std::vector<Key> letter_keys(std::string_view letters, bool capital) {
  std::vector<Key> keys;
  for (const char letter : letters) {
    const bool raise = capital && letter >= 'a' && letter <= 'z';
    const char label = raise ? static_cast<char>(letter - 'a' + 'A') : letter;
    keys.push_back({.id = std::string(1, letter), .label = std::string(1, label)});
  }
  return keys;
}

double key_gap() { return kGap; }
double tray_padding_height() { return kPaddingAbove + kPaddingBelow; }

double key_height(const Theme& theme) { return theme.extra_large() ? 24.3 : 21.3; }

Rect draw_tray(Ui& ui, const Rect& tray) {
  ui.canvas().fill(tray, Colour::Tray);
  Rect inside = tray;
  inside.cut_top(kPaddingAbove);
  inside.cut_bottom(kPaddingBelow);
  return inside.inset(tray.w < kNarrow ? kNarrowPaddingBeside : kPaddingBeside, 0);
}

std::optional<std::size_t> draw_keys(Ui& ui, const Rect& row, std::span<const Key> keys,
                                     int number) {
  double weights = 0;
  for (const Key& key : keys) weights += key.weight;
  const double unit = (row.w - kGap * static_cast<double>(keys.size() - 1)) / weights;
  const std::string group = "key.row" + std::to_string(number);
  std::optional<std::size_t> touched;
  Rect rest = row;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Rect place = rest.cut_left(unit * keys[i].weight, kGap);
    if (draw_key(ui, place, keys[i], group)) touched = i;
  }
  return touched;
}

std::optional<std::size_t> draw_inset_keys(Ui& ui, const Rect& row, std::span<const Key> keys,
                                           int number) {
  const double step = (row.w + kGap) / 10;
  const double inset = step * (10 - static_cast<double>(keys.size())) / 2;
  return draw_keys(ui, row.inset(inset, 0), keys, number);
}

Key word_key(const Wording& wording, std::string_view id, KeyKind kind) {
  const auto label = wording.texts.get(wording.language, "keyboard." + std::string{id});
  return {.id = std::string{id}, .label = std::string{label}, .kind = kind};
}

double fitting_factor(Ui& ui, std::string_view text, const TextStyle& style, double width_mm) {
  const double width = ui.canvas().measure(text, style).width;
  return width <= width_mm ? style.factor : style.factor * std::max(0.3, width_mm / width);
}

double key_width(Ui& ui, const Key& key) {
  return ui.canvas().measure(key.label, style_of(key)).width + 2 * margin_of(key);
}

bool key_fits(Ui& ui, const Key& key, double width_mm) { return key_width(ui, key) <= width_mm; }

double letter_key_width(double row_mm) { return (row_mm - 9 * kGap) / 10; }

bool draw_icon_key(Ui& ui, const Rect& rect, const Key& key, std::string_view group) {
  const Theme& theme = ui.theme();
  Entry entry = key_entry(ui, key, Colour::Paper, group);
  const Touch touch = ui.touchable(std::move(entry), rect);
  // In black and white the tray has the colour of the key.
  const bool merges = theme.rgb(Colour::Paper) == theme.rgb(Colour::Tray);
  const Box rest{Colour::Paper, Colour::Line, merges ? kHairline : 0, kRadius};
  const Box pressed{Colour::BlueSoft, Colour::Blue, kStrong, kRadius};
  ui.canvas().box(rect, touch.pressed ? pressed : rest);
  const double size = std::min({rect.w, rect.h, kArrowSize * theme.growth()});
  ui.canvas().icon(rect.centre(), key.icon, size, Colour::Ink);
  if (touch.focused) ui.focus_ring(rect, kRadius, Colour::Tray);
  return touch.clicked;
}

}  // namespace huimin::screens
