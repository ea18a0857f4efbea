#include "screens/toolkit/text_field.h"

#include "screens/toolkit/skin.h"

#include <algorithm>

namespace huimin::screens {

namespace {

// From the mock-ups, in mm.
constexpr double kFieldHeight = 26.8;
constexpr double kFieldSmallPanel = 19;
constexpr double kPadding = 7.7;
constexpr double kPaddingSmallPanel = 5;
constexpr double kLinesPadding = 5.5;
constexpr double kCaretWidth = 1.2;
constexpr double kComposingLine = 1;
constexpr double kErrorGap = 2.5;

// The text as shown: what is being composed stands at the caret.
struct Shown {
  std::string text;
  std::size_t composing_begin = 0;
  std::size_t composing_end = 0;
  TextLines lines;
  TextStyle style;
  double line_mm = 0;
  Rect area;  // where the text stands, before scrolling
  double shift_x = 0;
  double shift_y = 0;
};

Shown shown_text(Ui& ui, const Rect& rect, const Edit& edit, const FieldLook& look) {
  Shown s;
  const bool small = ui.theme().small_panel();
  s.area = rect.inset(small ? kPaddingSmallPanel : kPadding, look.many_lines ? kLinesPadding : 0.5);
  if (!look.unit.empty()) {
    const TextStyle unit{.type = Type::T2, .colour = Colour::Soft};
    s.area.w -= ui.canvas().measure(look.unit, unit).width + kS1;
  }
  const std::size_t caret = std::min(edit.caret, edit.text.size());
  s.text = edit.text.substr(0, caret);
  s.composing_begin = caret;
  if (look.in_use) s.text += look.composing;
  s.composing_end = s.text.size();
  s.text += edit.text.substr(caret);
  s.style = {.type = look.type,
             .colour = look.enabled ? Colour::Ink : Colour::Soft,
             .line_height = look.many_lines ? 1.5 : 1.3};
  s.lines = ui.canvas().layout(s.text, s.style, look.many_lines ? s.area.w : 0);
  s.line_mm = ui.theme().mm(ui.theme().letter_px(look.type) * s.style.line_height);
  return s;
}

Rect caret_place(Ui& ui, const Shown& s, std::size_t byte) {
  const TextLines::Caret caret = s.lines.caret(byte);
  const auto count = static_cast<double>(s.lines.lines.size());
  const double height = ui.theme().letter_mm(s.style.type) * 1.2;
  // One line stands in the middle of its field.
  const bool single = count == 1 && s.area.h < s.line_mm * 1.9;
  const double top = single ? s.area.y + (s.area.h - s.line_mm) / 2 : s.area.y;
  return {s.area.x + ui.theme().mm(caret.x) - s.shift_x,
          top + static_cast<double>(caret.line) * s.line_mm + (s.line_mm - height) / 2 - s.shift_y,
          kCaretWidth, height};
}

// Scrolls so far that the caret is in the field.
void keep_caret_visible(Ui& ui, Shown& s) {
  const Rect caret = caret_place(ui, s, s.composing_end);
  s.shift_x = std::max(0.0, caret.right() - s.area.right());
  s.shift_y = std::max(0.0, caret.bottom() - s.area.bottom() - 1);
}

void draw_composing(Ui& ui, const Shown& s) {
  if (s.composing_end == s.composing_begin) return;
  for (std::size_t i = 0; i < s.lines.lines.size(); ++i) {
    const TextLine& line = s.lines.lines[i];
    const std::size_t from = std::max(line.begin, s.composing_begin);
    const std::size_t to = std::min(line.end, s.composing_end);
    if (from >= to) continue;
    const Rect begin = caret_place(ui, s, from);
    const double right = to == line.end ? ui.theme().mm(line.end_x) + s.area.x - s.shift_x
                                        : caret_place(ui, s, to).x;
    ui.canvas().fill({begin.x, begin.bottom() + 0.3, right - begin.x, kComposingLine},
                     Colour::Blue);
  }
}

bool draw_text(Ui& ui, const Rect& rect, const Shown& s, const FieldLook& look) {
  Canvas& canvas = ui.canvas();
  canvas.push_clip(rect.inset(kStrong));
  const Rect first = caret_place(ui, s, 0);
  const double top = first.centre().y - s.line_mm / 2;
  const Rect place{first.x, top, look.many_lines ? s.area.w : 0, 0};
  const bool empty = s.text.empty() && !look.in_use && !look.placeholder.empty();
  TextStyle style = s.style;
  if (empty) style.colour = Colour::Soft;
  canvas.paint_text(place, empty ? look.placeholder : std::string_view(s.text), style);
  if (look.in_use) {
    draw_composing(ui, s);
    canvas.fill(caret_place(ui, s, s.composing_end), Colour::Blue);
  }
  canvas.pop_clip();
  // A field in use scrolls with its caret; one that is only shown must show all of it.
  const double wide = ui.theme().mm(s.lines.width);
  return !look.in_use && !look.many_lines && wide > s.area.w + 0.3;
}

// Back from the text as shown to the text of the owner.
std::size_t owner_byte(const Shown& s, std::size_t byte) {
  if (byte <= s.composing_begin) return byte;
  if (byte <= s.composing_end) return s.composing_begin;
  return byte - (s.composing_end - s.composing_begin);
}

Skin field_skin(const Theme& theme, const FieldLook& look) {
  if (!look.enabled) return button_skin(theme, ButtonKind::Outlined, false, false);
  Skin skin{Colour::Card, Colour::Ink, Colour::Ink, Colour::Soft, theme.edge_mm()};
  if (look.in_use || look.wrong) skin.edge_mm = kStrong;
  if (look.in_use) skin.edge = Colour::Blue;
  // An edge that says something alone must be seen by everybody: rust, not orange.
  if (look.wrong) skin.edge = Colour::Rust;
  return skin;
}

}  // namespace

double field_height(const Theme& theme) {
  const double least = theme.small_panel() ? kFieldSmallPanel : kFieldHeight;
  return std::max(least, theme.letter_mm(Type::T3) * 1.6);
}

FieldTouch text_field(Ui& ui, std::string_view id, const Rect& rect, const Edit& edit,
                      const FieldLook& look) {
  Entry entry = entry_for(ui, id, Role::Field, look.label);
  entry.value = edit.text;
  entry.enabled = look.enabled;
  entry.wrong = look.wrong;
  Skin skin = field_skin(ui.theme(), look);
  colours_of(ui, entry, skin);
  entry.cap_mm = ui.theme().cap_mm(look.type);
  const Touch touch = ui.touchable(std::move(entry), rect);
  if (look.in_use) ui.claim_arrows();
  if (touch.pressed) {
    skin.fill = Colour::BlueSoft;
    skin.edge_mm += kEdge;
  }
  ui.canvas().box(rect, skin.box(kR2));

  Shown s = shown_text(ui, rect, edit, look);
  if (look.in_use) keep_caret_visible(ui, s);
  mark_clipped(ui, id, draw_text(ui, rect, s, look));
  if (!look.unit.empty()) {
    const double padding = ui.theme().small_panel() ? kPaddingSmallPanel : kPadding;
    ui.canvas().paint_text(rect.inset(padding, 0), look.unit,
                           {.type = Type::T2, .colour = Colour::Soft},
                           {.align = Align::Right, .vertical = VerticalAlign::Middle});
  }
  if (touch.focused) ui.focus_ring(rect, kR2);

  FieldTouch result{touch.clicked, std::nullopt};
  const std::optional<Point> finger = ui.finger();
  if (touch.clicked && finger && rect.contains(*finger)) {
    const Rect first = caret_place(ui, s, 0);
    const double row = (finger->y - (first.centre().y - s.line_mm / 2)) / s.line_mm;
    const auto last = static_cast<double>(s.lines.lines.size() - 1);
    const auto line = static_cast<std::size_t>(std::clamp(row, 0.0, last));
    const double x = (finger->x - s.area.x + s.shift_x) * ui.theme().px_per_mm();
    result.caret = owner_byte(s, s.lines.byte_at(line, x));
  }
  return result;
}

double error_line_height(Ui& ui, double width_mm, std::string_view text) {
  const double icon = ui.theme().letter_mm(Type::T1) * 1.2;
  const TextStyle style{.type = Type::T1, .weight = Weight::Bold, .line_height = 1.35};
  return std::max(icon, ui.canvas().measure(text, style, width_mm - icon - kErrorGap).height);
}

double error_line(Ui& ui, std::string_view id, const Rect& rect, std::string_view text) {
  const double icon = ui.theme().letter_mm(Type::T1) * 1.2;
  const double height = error_line_height(ui, rect.w, text);
  const double line = ui.theme().letter_mm(Type::T1) * 1.35;
  ui.canvas().icon({rect.x + icon / 2, rect.y + std::max(icon, line) / 2}, Icon::Error, icon,
                   Colour::Rust);
  const TextStyle style{.type = Type::T1,
                        .weight = Weight::Bold,
                        .colour = Colour::Rust,
                        .line_height = 1.35};
  ui.canvas().text({rect.x + icon + kErrorGap, rect.y, rect.w - icon - kErrorGap, height}, text,
                   style, {.vertical = VerticalAlign::Middle, .id = id, .role = Role::Error});
  return height;
}

}  // namespace huimin::screens
