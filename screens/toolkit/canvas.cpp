#include "screens/toolkit/canvas.h"

#include "screens/toolkit/shapes.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace huimin::screens {

namespace {

constexpr char32_t kEllipsis = 0x2026;

ImU32 packed(Rgb c) { return IM_COL32(c.r, c.g, c.b, 255); }

Face face(Weight weight) { return weight == Weight::Bold ? Face::Bold : Face::Regular; }

}  // namespace

Canvas::Canvas(const Theme& theme, const Lettering& letters, Registry& registry, ImDrawList* list)
    : theme_(&theme), glyphs_(&letters.glyphs), lines_(&letters.lines), registry_(&registry),
      list_(list) {}

void Canvas::fill(const Rect& r, Colour colour, double radius_mm) {
  shapes::fill({*list_, *glyphs_}, theme_->px(r), theme_->px(radius_mm),
               packed(theme_->rgb(colour)));
}

void Canvas::box(const Rect& r, const Box& box) {
  const PxRect outer = theme_->px(r);
  const int radius = theme_->px(box.radius_mm);
  const int edge = theme_->line_px(box.edge_mm);
  if (edge > 0 && box.edge != box.fill) {
    shapes::fill({*list_, *glyphs_}, outer, radius, packed(theme_->rgb(box.edge)));
    const PxRect inner{outer.x + edge, outer.y + edge, outer.w - 2 * edge, outer.h - 2 * edge};
    shapes::fill({*list_, *glyphs_}, inner, std::max(0, radius - edge),
                 packed(theme_->rgb(box.fill)));
  } else {
    shapes::fill({*list_, *glyphs_}, outer, radius, packed(theme_->rgb(box.fill)));
  }
}

void Canvas::edge(const Rect& r, Colour colour, double edge_mm, double radius_mm) {
  shapes::edge({*list_, *glyphs_}, theme_->px(r), {theme_->px(radius_mm), theme_->line_px(edge_mm)},
               packed(theme_->rgb(colour)));
}

void Canvas::line(Point from, Point to, Colour colour, double width_mm) {
  const int width = theme_->line_px(width_mm);
  const ImU32 c = packed(theme_->rgb(colour));
  if (from.x == to.x || from.y == to.y) {
    const bool upright = from.x == to.x;
    const int x = theme_->px(std::min(from.x, to.x)) - (upright ? width / 2 : 0);
    const int y = theme_->px(std::min(from.y, to.y)) - (upright ? 0 : width / 2);
    const int length = theme_->px(std::max(from.x, to.x)) - theme_->px(std::min(from.x, to.x)) +
                       theme_->px(std::max(from.y, to.y)) - theme_->px(std::min(from.y, to.y));
    const PxRect bar{x, y, upright ? width : length, upright ? length : width};
    shapes::fill({*list_, *glyphs_}, bar, 0, c);
    return;
  }
  const Point ends[] = {from, to};
  polyline(ends, colour, width_mm);
}

void Canvas::disc(Point centre, double radius_mm, Colour colour) {
  const double scale = theme_->px_per_mm();
  shapes::ring(*list_, {centre.x * scale, centre.y * scale, 0, radius_mm * scale},
               packed(theme_->rgb(colour)));
}

void Canvas::circle(Point centre, double radius_mm, Colour colour, double width_mm) {
  const double scale = theme_->px_per_mm();
  const double outer = radius_mm * scale;
  const double inner = outer - theme_->line_px(width_mm);
  shapes::ring(*list_, {centre.x * scale, centre.y * scale, inner, outer},
               packed(theme_->rgb(colour)));
}

void Canvas::arc(const Arc& arc, Colour colour) {
  const double scale = theme_->px_per_mm();
  const double outer = arc.radius_mm * scale;
  shapes::Sector sector{arc.centre.x * scale, arc.centre.y * scale,
                        outer - theme_->line_px(arc.width_mm), outer};
  sector.from_turn = arc.from_turn;
  sector.to_turn = arc.to_turn;
  shapes::ring(*list_, sector, packed(theme_->rgb(colour)));
}

void Canvas::polyline(std::span<const Point> points, Colour colour, double width_mm) {
  const double scale = theme_->px_per_mm();
  std::vector<Point> px;
  for (const Point& p : points) px.push_back({p.x * scale, p.y * scale});
  shapes::polyline(*list_, px, width_mm * scale, packed(theme_->rgb(colour)));
}

void Canvas::polygon(std::span<const Point> points, Colour colour) {
  const double scale = theme_->px_per_mm();
  std::vector<Point> px;
  for (const Point& p : points) px.push_back({p.x * scale, p.y * scale});
  shapes::polygon(*list_, px, packed(theme_->rgb(colour)));
}

void Canvas::picture(const Rect& r, const Picture& picture) {
  const PxRect at = theme_->px(r);
  if (picture.width <= 0 || picture.height <= 0 || at.empty()) return;
  // ImGui hands the pointer back in the draw command; the rasteriser reads the picture through
  // it.
  list_->AddImage(const_cast<Picture*>(&picture),
                  {static_cast<float>(at.x), static_cast<float>(at.y)},
                  {static_cast<float>(at.right()), static_cast<float>(at.bottom())});
}

const TextLines& Canvas::lay(std::string_view text, const TextStyle& style, double width_mm) {
  return lines_->get({text, face(style.weight), theme_->letter_px(style.type, style.factor),
                      width_mm * theme_->px_per_mm()},
                     *glyphs_);
}

TextLines Canvas::layout(std::string_view text, const TextStyle& style, double width_mm) {
  return lay(text, style, width_mm);
}

TextBlock Canvas::measure(std::string_view text, const TextStyle& style, double width_mm) {
  const TextLines& lines = lay(text, style, width_mm);
  const double line_px = theme_->letter_px(style.type, style.factor) * style.line_height;
  const auto count = static_cast<double>(lines.lines.size());
  return {theme_->mm(lines.width), theme_->mm(line_px * count),
          static_cast<int>(lines.lines.size()), lines.word_broken};
}

TextBlock Canvas::text(const Rect& r, std::string_view text, const TextStyle& style,
                       const TextPlace& place) {
  const TextBlock block = paint_text(r, text, style, place);
  Entry entry;
  entry.id = place.id;
  entry.role = place.role;
  entry.label = text;
  entry.clipped = block.clipped;
  entry.rect = theme_->px(Rect{r.x, r.y, r.w, std::max(r.h, block.height)});
  entry.visible = intersection(entry.rect, clip_px());
  entry.ink = theme_->rgb(style.colour);
  entry.ground = theme_->rgb(style.ground);
  entry.cap_mm = theme_->mm(theme_->letter_px(style.type, style.factor) * kCapHeight);
  if (block.lines > 1) entry.line_height = style.line_height;
  registry_->add(std::move(entry));
  return block;
}

TextBlock Canvas::paint_text(const Rect& r, std::string_view text, const TextStyle& style,
                             const TextPlace& place) {
  const TextLines* lines = &lay(text, style, r.w);
  const int size = theme_->letter_px(style.type, style.factor);
  const double line_px = size * style.line_height;
  bool clipped = lines->word_broken;
  TextLines cut;
  if (place.max_lines > 0 && lines->lines.size() > static_cast<std::size_t>(place.max_lines)) {
    clipped = true;
    cut = *lines;
    cut.lines.resize(static_cast<std::size_t>(place.max_lines));
    shorten(cut.lines.back(), style, r.w * theme_->px_per_mm());
    lines = &cut;
  }
  const auto count = static_cast<double>(lines->lines.size());
  // Letters are lower than their lines: half of the leading may stick out of the box.
  const double letters_px = line_px * (count - 1) + size;
  if (r.h > 0 && letters_px > r.h * theme_->px_per_mm() + 1) clipped = true;
  write(r, *lines, style, place);
  return {theme_->mm(lines->width), theme_->mm(line_px * count), static_cast<int>(count), clipped};
}

// Takes letters off the end until an ellipsis fits.
void Canvas::shorten(TextLine& line, const TextStyle& style, double width_px) {
  const int size = theme_->letter_px(style.type, style.factor);
  const double dots = glyphs_->advance(face(style.weight), size, kEllipsis);
  double x = line.end_x;
  while (!line.characters.empty() && x + dots > width_px) {
    x = line.characters.back().x;
    line.characters.pop_back();
  }
  line.characters.push_back({kEllipsis, line.end, x});
  line.width = line.end_x = x + dots;
}

void Canvas::write(const Rect& r, const TextLines& lines, const TextStyle& style,
                   const TextPlace& place) {
  const int size = theme_->letter_px(style.type, style.factor);
  const double line_px = size * style.line_height;
  const double scale = theme_->px_per_mm();
  const double block_px = line_px * static_cast<double>(lines.lines.size());
  double top = r.y * scale;
  if (place.vertical == VerticalAlign::Middle) top += (r.h * scale - block_px) / 2;
  if (place.vertical == VerticalAlign::Bottom) top += r.h * scale - block_px;
  const double baseline = line_px / 2 + glyphs_->baseline_offset(face(style.weight)) * size;
  const PxRect clip = clip_px();
  for (const TextLine& line : lines.lines) {
    double left = r.x * scale;
    if (place.align == Align::Centre) left += (r.w * scale - line.width) / 2;
    if (place.align == Align::Right) left += r.w * scale - line.width;
    const bool left_out = leaves_out(top + (line_px - size) / 2, size);
    const bool seen = top < clip.bottom() && top + line_px + size > clip.y;
    if (seen && !left_out) write_line(line, style, {left, top + baseline});
    top += line_px;
  }
}

Canvas::CutLines Canvas::begin_lines(const Rect& view) {
  const CutLines before = cut_lines_;
  cut_lines_ = {.view = theme_->px(view)};
  return before;
}

Canvas::CutLines Canvas::end_lines(const CutLines& before) {
  const CutLines left_out = cut_lines_;
  cut_lines_ = before;
  return left_out;
}

bool Canvas::leaves_out(double top_px, double height_px) {
  const PxRect& view = cut_lines_.view;
  const double bottom = top_px + height_px;
  if (view.empty() || height_px > view.h) return false;
  if (bottom > view.bottom() + 1) {
    const int top = static_cast<int>(std::floor(top_px));
    cut_lines_.below = cut_lines_.below == 0 ? top : std::min(cut_lines_.below, top);
    return true;
  }
  if (top_px < view.y - 1) {
    cut_lines_.above = std::max(cut_lines_.above, static_cast<int>(std::ceil(bottom)));
    return true;
  }
  return false;
}

void Canvas::write_line(const TextLine& line, const TextStyle& style, Point pen_px) {
  const int size = theme_->letter_px(style.type, style.factor);
  const ImU32 colour = packed(theme_->rgb(style.colour));
  const int baseline = static_cast<int>(std::lround(pen_px.y));
  for (const PlacedCharacter& c : line.characters) {
    const int x = static_cast<int>(std::lround(pen_px.x + c.x));
    put(glyphs_->get(face(style.weight), size, c.code_point), x, baseline, colour);
  }
}

void Canvas::put(const Glyph& glyph, int x, int baseline, std::uint32_t colour) {
  if (glyph.width == 0) return;
  const AtlasView atlas = glyphs_->atlas();
  const ImVec2 from(static_cast<float>(x + glyph.left), static_cast<float>(baseline - glyph.top));
  const ImVec2 to(from.x + static_cast<float>(glyph.width),
                  from.y + static_cast<float>(glyph.height));
  const auto u = [&](int px) { return static_cast<float>(px) / static_cast<float>(atlas.width); };
  const auto v = [&](int px) { return static_cast<float>(px) / static_cast<float>(atlas.height); };
  list_->PrimReserve(6, 4);
  list_->PrimRectUV(from, to, {u(glyph.atlas_x), v(glyph.atlas_y)},
                    {u(glyph.atlas_x + glyph.width), v(glyph.atlas_y + glyph.height)}, colour);
}

void Canvas::icon(Point centre, Icon icon, double size_mm, Colour colour) {
  if (icon == Icon::None) return;
  const int size = std::max(6, theme_->px(size_mm));
  const Glyph glyph = glyphs_->get(Face::Icons, size, static_cast<char32_t>(icon));
  const double scale = theme_->px_per_mm();
  const int x = static_cast<int>(std::lround(centre.x * scale - glyph.advance / 2));
  const int baseline = static_cast<int>(
      std::lround(centre.y * scale + glyphs_->baseline_offset(Face::Icons) * size));
  put(glyph, x, baseline, packed(theme_->rgb(colour)));
}

void Canvas::push_clip(const Rect& r) {
  const PxRect px = theme_->px(r);
  // ImGui's own stack, so that what is clipped can not be touched either.
  ImGui::PushClipRect({static_cast<float>(px.x), static_cast<float>(px.y)},
                      {static_cast<float>(px.right()), static_cast<float>(px.bottom())}, true);
}

void Canvas::pop_clip() { ImGui::PopClipRect(); }

PxRect Canvas::clip_px() const {
  const ImVec2 from = list_->GetClipRectMin();
  const ImVec2 to = list_->GetClipRectMax();
  const int x = static_cast<int>(std::lround(from.x));
  const int y = static_cast<int>(std::lround(from.y));
  return {x, y, std::max(0, static_cast<int>(std::lround(to.x)) - x),
          std::max(0, static_cast<int>(std::lround(to.y)) - y)};
}

}  // namespace huimin::screens
