#include "screens/toolkit/shapes.h"

#include "screens/toolkit/glyphs.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace huimin::screens::shapes {

namespace {

// Straight pieces stay this close to the true circle, in pixels.
constexpr double kFlatness = 0.1;

ImVec2 vec(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

int pieces(double radius, double turns) {
  if (radius <= kFlatness) return 1;
  const double step = 2 * std::acos(1 - kFlatness / radius);
  return std::max(1, static_cast<int>(std::ceil(turns * 2 * std::numbers::pi / step)));
}

// Points on concentric circles, from the centre outwards, and their opacity.
struct Band {
  double radius;
  ImU32 colour;
};

// Joins neighbouring circles with triangles along the sector.
void bands(ImDrawList& list, const Sector& s, std::span<const Band> circles) {
  const int steps = pieces(s.outer, s.to_turn - s.from_turn);
  const auto rows = static_cast<int>(circles.size());
  // At the centre of a disc the inner edge is a point: one triangle instead of two.
  const bool disc = circles.front().radius == 0;
  const int triangles = steps * (2 * (rows - 1) - (disc ? 1 : 0));
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(triangles * 3, (steps + 1) * rows);
  const auto first = list._VtxCurrentIdx;
  const auto index = [&](int step, int row) {
    return static_cast<ImDrawIdx>(first + static_cast<unsigned>(step * rows + row));
  };
  for (int i = 0; i <= steps; ++i) {
    const double turn = s.from_turn + (s.to_turn - s.from_turn) * i / steps;
    const double angle = turn * 2 * std::numbers::pi;
    const double across = std::sin(angle);
    const double down = -std::cos(angle);
    for (const Band& band : circles) {
      const ImVec2 at = vec(s.x + across * band.radius, s.y + down * band.radius);
      list.PrimWriteVtx(at, uv, band.colour);
    }
  }
  for (int i = 0; i < steps; ++i) {
    for (int row = 0; row + 1 < rows; ++row) {
      for (const ImDrawIdx corner : {index(i, row), index(i, row + 1), index(i + 1, row + 1)}) {
        list.PrimWriteIdx(corner);
      }
      if (disc && row == 0) continue;
      for (const ImDrawIdx corner : {index(i, row), index(i + 1, row + 1), index(i + 1, row)}) {
        list.PrimWriteIdx(corner);
      }
    }
  }
}

void rectangle(ImDrawList& list, const PxRect& r, ImU32 colour) {
  if (r.empty()) return;
  list.PrimReserve(6, 4);
  list.PrimRect(vec(r.x, r.y), vec(r.right(), r.bottom()), colour);
}

// The four quarter rings of a rounded rectangle.
void corners(const Sheet& sheet, const PxRect& r, const Edge& e, ImU32 colour) {
  const Corners& four = sheet.glyphs.corners(e.radius, e.width);
  const AtlasView atlas = sheet.glyphs.atlas();
  const auto across = 1 / static_cast<float>(atlas.width);
  const auto down = 1 / static_cast<float>(atlas.height);
  const int right = r.right() - e.radius;
  const int bottom = r.bottom() - e.radius;
  const ImVec2 places[] = {vec(r.x, r.y), vec(right, r.y), vec(right, bottom), vec(r.x, bottom)};
  sheet.list.PrimReserve(6 * 4, 4 * 4);
  for (std::size_t i = 0; i < four.size(); ++i) {
    const auto side = static_cast<float>(four[i].width);
    const auto u = static_cast<float>(four[i].atlas_x);
    const auto v = static_cast<float>(four[i].atlas_y);
    sheet.list.PrimRectUV(places[i], {places[i].x + side, places[i].y + side},
                          {u * across, v * down}, {(u + side) * across, (v + side) * down}, colour);
  }
}

double cross(const Point& o, const Point& a, const Point& b) {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

double area(std::span<const Point> points) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point& a = points[i];
    const Point& b = points[(i + 1) % points.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

bool inside(const Point& p, const Point& a, const Point& b, const Point& c) {
  return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
}

// An ear: a convex corner whose triangle holds no other corner.
bool is_ear(const std::vector<Point>& rest, std::size_t i) {
  const std::size_t count = rest.size();
  const std::size_t before = (i + count - 1) % count;
  const std::size_t after = (i + 1) % count;
  if (cross(rest[before], rest[i], rest[after]) <= 0) return false;
  for (std::size_t other = 0; other < count; ++other) {
    const bool corner = other == before || other == i || other == after;
    if (!corner && inside(rest[other], rest[before], rest[i], rest[after])) return false;
  }
  return true;
}

void triangle(ImDrawList& list, std::span<const Point> p, ImU32 colour) {
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(3, 3);
  for (const Point& point : p) list.PrimVtx(vec(point.x, point.y), uv, colour);
}

}  // namespace

void ring(ImDrawList& list, const Sector& s, std::uint32_t colour) {
  if (s.outer <= 0 || s.to_turn <= s.from_turn) return;
  const ImU32 clear = colour & ~IM_COL32_A_MASK;
  const double inside_edge = std::max(0.0, s.outer - 0.5);
  if (s.inner <= 0.5) {
    const Band disc[] = {{0, colour}, {inside_edge, colour}, {s.outer + 0.5, clear}};
    return bands(list, s, disc);
  }
  const Band band[] = {{s.inner - 0.5, clear},
                       {std::min(s.inner + 0.5, inside_edge), colour},
                       {inside_edge, colour},
                       {s.outer + 0.5, clear}};
  bands(list, s, band);
}

void fill(const Sheet& sheet, const PxRect& r, int radius, std::uint32_t colour) {
  if (r.empty()) return;
  ImDrawList& list = sheet.list;
  radius = std::min({radius, r.w / 2, r.h / 2});
  if (radius <= 0) return rectangle(list, r, colour);
  corners(sheet, r, {radius, radius}, colour);
  rectangle(list, {r.x + radius, r.y, r.w - 2 * radius, radius}, colour);
  rectangle(list, {r.x, r.y + radius, r.w, r.h - 2 * radius}, colour);
  rectangle(list, {r.x + radius, r.bottom() - radius, r.w - 2 * radius, radius}, colour);
}

void edge(const Sheet& sheet, const PxRect& r, const Edge& e, std::uint32_t colour) {
  if (r.empty() || e.width <= 0) return;
  ImDrawList& list = sheet.list;
  const int radius = std::min({e.radius, r.w / 2, r.h / 2});
  const int inset = std::max(radius, e.width);
  if (radius > 0) corners(sheet, r, {radius, std::min(e.width, radius)}, colour);
  rectangle(list, {r.x + radius, r.y, r.w - 2 * radius, e.width}, colour);
  rectangle(list, {r.x + radius, r.bottom() - e.width, r.w - 2 * radius, e.width}, colour);
  rectangle(list, {r.x, r.y + inset, e.width, r.h - 2 * inset}, colour);
  rectangle(list, {r.right() - e.width, r.y + inset, e.width, r.h - 2 * inset}, colour);
}

void polyline(ImDrawList& list, std::span<const Point> points, double width,
              std::uint32_t colour) {
  if (points.empty()) return;
  std::vector<ImVec2> path;
  for (const Point& p : points) path.push_back(vec(p.x, p.y));
  if (path.size() > 1) {
    list.AddPolyline(path.data(), static_cast<int>(path.size()), colour, ImDrawFlags_None,
                     static_cast<float>(width));
  }
  // Round ends and joints; without them a sharp turn of the pen shows as a gap.
  for (const Point& p : points) ring(list, {p.x, p.y, 0, width / 2}, colour);
}

void polygon(ImDrawList& list, std::span<const Point> points, std::uint32_t colour) {
  if (points.size() < 3) return;
  std::vector<Point> rest(points.begin(), points.end());
  if (area(rest) < 0) std::reverse(rest.begin(), rest.end());
  while (rest.size() > 3) {
    std::size_t ear = 0;
    while (ear < rest.size() && !is_ear(rest, ear)) ++ear;
    // Corners on one line have no ear; any of them may go.
    if (ear == rest.size()) ear = 0;
    const std::size_t count = rest.size();
    const Point corner[] = {rest[(ear + count - 1) % count], rest[ear], rest[(ear + 1) % count]};
    triangle(list, corner, colour);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(ear));
  }
  triangle(list, rest, colour);
  std::vector<ImVec2> outline;
  for (const Point& p : points) outline.push_back(vec(p.x, p.y));
  list.AddPolyline(outline.data(), static_cast<int>(outline.size()), colour, ImDrawFlags_Closed,
                   1.0F);
}

}  // namespace huimin::screens::shapes
