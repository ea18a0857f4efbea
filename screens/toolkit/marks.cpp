#include "screens/toolkit/marks.h"

#include "screens/toolkit/skin.h"

#include <algorithm>
#include <string>

namespace huimin::screens {

namespace {

// From the mock-ups, in mm.
constexpr double kCardAcross = 8.4;
constexpr double kCardDown = 7;
constexpr double kNoteAcross = 7;
constexpr double kNoteDown = 5;
constexpr double kNoteGap = 5;
constexpr double kNoteIcon = 1.47;  // in units of the letter size
constexpr double kTagAcross = 4;
constexpr double kTagDown = 0.75;
constexpr double kTagGap = 2;
constexpr double kTagIcon = 1.11;

struct Paint {
  Colour fill = Colour::Card;
  Colour edge = Colour::Card;
  Colour ink = Colour::Ink;
  double edge_mm = 0;
};

// Grounds of their own colour need an edge where all grounds are the same.
Paint plain(const Theme& theme, Colour fill, Colour ink) {
  const bool edge = is_contrast(theme);
  return {fill, edge ? Colour::Line : fill, ink, edge ? kHairline : 0};
}

Paint note_paint(const Theme& theme, NoteKind kind) {
  switch (kind) {
    case NoteKind::Information: return plain(theme, Colour::BlueSoft, Colour::Blue);
    case NoteKind::Good: return plain(theme, Colour::GreenSoft, Colour::Green);
    case NoteKind::Warning:
      return {Colour::OrangeSoft, Colour::Orange, Colour::Rust, theme.urgent_edge_mm()};
  }
  return plain(theme, Colour::BlueSoft, Colour::Blue);
}

Icon note_icon(const Note& look) {
  if (look.icon != Icon::None) return look.icon;
  switch (look.kind) {
    case NoteKind::Information: return Icon::Info;
    case NoteKind::Warning: return Icon::PriorityHigh;
    case NoteKind::Good: return Icon::CheckCircle;
  }
  return Icon::Info;
}

struct NoteLayout {
  double icon = 0;
  double text_left = 0;
  double text_width = 0;
  TextStyle title;
  TextStyle text;
  double title_height = 0;
  double text_height = 0;

  double height() const { return std::max(icon, title_height + text_height) + 2 * kNoteDown; }
};

NoteLayout note_layout(Ui& ui, double width, const Note& look) {
  const Theme& theme = ui.theme();
  const Paint paint = note_paint(theme, look.kind);
  NoteLayout n;
  n.icon = theme.letter_mm(Type::T1) * kNoteIcon;
  n.text_left = kNoteAcross + n.icon + kNoteGap;
  n.text_width = width - n.text_left - kNoteAcross;
  n.title = {.type = Type::T1, .weight = Weight::Bold, .colour = paint.ink};
  n.text = {.type = Type::T1, .colour = paint.ink};
  if (!look.title.empty()) {
    n.title_height = ui.canvas().measure(look.title, n.title, n.text_width).height;
  }
  if (!look.text.empty()) {
    n.text_height = ui.canvas().measure(look.text, n.text, n.text_width).height;
  }
  return n;
}

}  // namespace

Rect card_content(const Rect& rect) { return rect.inset(kCardAcross, kCardDown); }

double card_padding_height() { return 2 * kCardDown; }

Rect card(Ui& ui, const Rect& rect, CardKind kind) {
  Box box;
  switch (kind) {
    case CardKind::Read: break;
    case CardKind::Tray: box.fill = Colour::Tray; break;
    case CardKind::Urgent:
      box = {Colour::OrangeSoft, Colour::Orange, ui.theme().urgent_edge_mm(), kR3};
      break;
  }
  ui.canvas().box(rect, box);
  return card_content(rect);
}

double note_height(Ui& ui, double width_mm, const Note& look) {
  return note_layout(ui, width_mm, look).height();
}

double note(Ui& ui, std::string_view id, const Rect& rect, const Note& look) {
  const NoteLayout n = note_layout(ui, rect.w, look);
  const Paint paint = note_paint(ui.theme(), look.kind);
  const Rect place{rect.x, rect.y, rect.w, std::max(rect.h, n.height())};
  Canvas& canvas = ui.canvas();
  canvas.box(place, {paint.fill, paint.edge, paint.edge_mm, kR2});
  canvas.icon({place.x + kNoteAcross + n.icon / 2, place.centre().y}, note_icon(look), n.icon,
              paint.ink);
  const double top = place.y + (place.h - n.title_height - n.text_height) / 2;
  const double left = place.x + n.text_left;
  bool clipped = false;
  if (n.title_height > 0) {
    clipped |= canvas.paint_text({left, top, n.text_width, 0}, look.title, n.title).clipped;
  }
  if (n.text_height > 0) {
    const Rect below{left, top + n.title_height, n.text_width, 0};
    clipped |= canvas.paint_text(below, look.text, n.text).clipped;
  }
  const Role role = look.kind == NoteKind::Warning ? Role::Warning : Role::Note;
  Entry entry = entry_for(ui, id, role, look.title.empty() ? look.text : look.title);
  if (!look.title.empty()) entry.value = look.text;
  entry.clipped = clipped;
  entry.ink = ui.theme().rgb(paint.ink);
  entry.ground = ui.theme().rgb(paint.fill);
  ui.readable(std::move(entry), place);
  return place.h;
}

namespace {

Paint tag_paint(const Theme& theme, TagKind kind) {
  switch (kind) {
    case TagKind::Soft: return plain(theme, Colour::BlueSoft, Colour::Blue);
    case TagKind::Good: return plain(theme, Colour::GreenSoft, Colour::Green);
    case TagKind::Urgent: return plain(theme, Colour::OrangeSoft, Colour::Rust);
    case TagKind::Neutral: return plain(theme, Colour::Tray, Colour::Ink);
    case TagKind::Strong: return {Colour::Blue, Colour::Blue, Colour::OnBlue, 0};
  }
  return plain(theme, Colour::Tray, Colour::Ink);
}

}  // namespace

Rect tag_size(Ui& ui, const Tag& look) {
  const TextStyle style{.type = Type::T0, .weight = Weight::Bold};
  const TextBlock words = ui.canvas().measure(look.label, style);
  const double icon = look.icon == Icon::None
                          ? 0
                          : ui.theme().letter_mm(Type::T0) * kTagIcon + kTagGap;
  return {0, 0, words.width + icon + 2 * kTagAcross, words.height + 2 * kTagDown};
}

Rect tag(Ui& ui, std::string_view id, Point top_left, const Tag& look) {
  const Rect size = tag_size(ui, look);
  const Rect place{top_left.x, top_left.y, size.w, size.h};
  const Paint paint = tag_paint(ui.theme(), look.kind);
  Canvas& canvas = ui.canvas();
  canvas.box(place, {paint.fill, paint.edge, paint.edge_mm, kR1});
  Rect area = place.inset(kTagAcross, 0);
  area.w += 0.5;
  if (look.icon != Icon::None) {
    const double icon = ui.theme().letter_mm(Type::T0) * kTagIcon;
    canvas.icon({area.x + icon / 2, area.centre().y}, look.icon, icon, paint.ink);
    area.cut_left(icon, kTagGap);
  }
  canvas.paint_text(area, look.label,
                    {.type = Type::T0, .weight = Weight::Bold, .colour = paint.ink},
                    {.vertical = VerticalAlign::Middle});
  Entry entry = entry_for(ui, id, Role::Tag, look.label);
  entry.ink = ui.theme().rgb(paint.ink);
  entry.ground = ui.theme().rgb(paint.fill);
  ui.readable(std::move(entry), place);
  return place;
}

}  // namespace huimin::screens
