#include "screens/toolkit/signature_pad.h"

#include "screens/toolkit/skin.h"

namespace huimin::screens {

namespace {

// A point nearer than this to the one before adds nothing, in mm.
constexpr float kNearest = 0.15F;

void add_point(Ink& ink, const Rect& rect, Point at, std::uint32_t at_ms) {
  const InkPoint point{static_cast<float>(at.x - rect.x), static_cast<float>(at.y - rect.y),
                       at_ms - ink.started_ms};
  auto& stroke = ink.strokes.back();
  if (!stroke.empty()) {
    const float dx = point.x_mm - stroke.back().x_mm;
    const float dy = point.y_mm - stroke.back().y_mm;
    if (dx * dx + dy * dy < kNearest * kNearest) return;
  }
  stroke.push_back(point);
}

// What the pen did in this frame. True when it was lifted.
bool collect(Ui& ui, const Rect& rect, Ink& ink, bool touched) {
  const FrameInput& input = ui.input();
  if (input.pressed && touched) {
    if (ink.strokes.empty() && !input.trace.empty()) ink.started_ms = input.trace.back().at_ms;
    ink.strokes.emplace_back();
    ink.writing = true;
  }
  if (!ink.writing) return false;
  for (const Trace& trace : input.trace) {
    const Point at{ui.theme().mm(trace.x), ui.theme().mm(trace.y)};
    // Beyond the edge the pen writes on nothing.
    if (rect.contains(at)) add_point(ink, rect, at, trace.at_ms);
  }
  if (input.down) return false;
  ink.writing = false;
  return true;
}

void draw_ground(Ui& ui, const Rect& rect, const Ink& ink, const PadLook& look) {
  Canvas& canvas = ui.canvas();
  const Colour edge = look.enabled ? Colour::Blue : Colour::Line;
  canvas.box(rect, {Colour::Card, edge, kStrong, kR3});
  const Rect inner = rect.inset(kS4);
  if (look.base_line) {
    const double y = rect.y + rect.h * 0.75;
    canvas.line({inner.x, y}, {inner.right(), y}, Colour::Line);
  }
  if (look.grid) {
    const Point c = rect.centre();
    canvas.line({rect.x + kS1, c.y}, {rect.right() - kS1, c.y}, Colour::Line);
    canvas.line({c.x, rect.y + kS1}, {c.x, rect.bottom() - kS1}, Colour::Line);
    canvas.line({rect.x + kS1, rect.y + kS1}, {rect.right() - kS1, rect.bottom() - kS1},
                Colour::Line);
    canvas.line({rect.right() - kS1, rect.y + kS1}, {rect.x + kS1, rect.bottom() - kS1},
                Colour::Line);
  }
  if (ink.empty() && !look.label.empty()) {
    const TextStyle style{.type = Type::T1, .colour = Colour::Soft, .ground = Colour::Card};
    const TextBlock words = canvas.measure(look.label, style, inner.w);
    canvas.fill(inner.centred(words.width + kS2, words.height), Colour::Card);
    canvas.paint_text(inner, look.label, style,
                      {.align = Align::Centre, .vertical = VerticalAlign::Middle});
  }
}

}  // namespace

void Ink::undo() {
  if (!strokes.empty()) strokes.pop_back();
  writing = false;
}

void Ink::clear() {
  strokes.clear();
  writing = false;
}

bool signature_pad(Ui& ui, std::string_view id, const Rect& rect, Ink& ink, const PadLook& look) {
  Entry entry = entry_for(ui, id, Role::Pad, look.label);
  entry.group = id;
  entry.value = std::to_string(ink.strokes.size());
  entry.enabled = look.enabled;
  entry.ink = ui.theme().rgb(Colour::Soft);
  entry.ground = ui.theme().rgb(Colour::Card);
  const Touch touch = ui.touchable(std::move(entry), rect);
  const bool ended = look.enabled && collect(ui, rect, ink, touch.pressed);
  draw_ground(ui, rect, ink, look);
  ui.canvas().push_clip(rect.inset(kStrong));
  std::vector<Point> line;
  for (const auto& stroke : ink.strokes) {
    line.clear();
    for (const InkPoint& p : stroke) line.push_back({rect.x + p.x_mm, rect.y + p.y_mm});
    ui.canvas().polyline(line, Colour::Ink, look.pen_mm);
  }
  ui.canvas().pop_clip();
  if (touch.focused) ui.focus_ring(rect, kR3);
  return ended;
}

}  // namespace huimin::screens
