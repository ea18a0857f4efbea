#include "screens/toolkit/primitive.h"

#include "screens/toolkit/blend.h"
#include "screens/toolkit/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace huimin::screens {

using namespace blend;

std::uint64_t stir(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

namespace {

// First pixel whose centre lies at or right of (below) v.
int first_centre(float v) { return ceil_int(v - 0.5F); }

std::uint64_t pair(float x, float y) {
  return static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(x)) << 32 |
         std::bit_cast<std::uint32_t>(y);
}

std::uint64_t pair(std::uint32_t x, std::uint32_t y) {
  return static_cast<std::uint64_t>(x) << 32 | y;
}

// Most of a letter's square is empty: eight pixels at a time are looked at first.
constexpr int kEmptyRun = 8;

bool is_empty_run(const std::uint8_t* coverage) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, coverage, sizeof eight);
  return eight == 0;
}

void draw_glyph(const Raster::Target& target, const Raster::Primitive& p, const PxRect& area) {
  const AtlasView& atlas = target.atlas;
  const PxRect at = p.rectangle();
  const int u = nearest(p.a->uv.x * static_cast<float>(atlas.width)) - at.x;
  const int v = nearest(p.a->uv.y * static_cast<float>(atlas.height)) - at.y;
  const Ink c = unpack(p.a->col);
  for (int y = area.y; y < area.bottom(); ++y) {
    std::uint32_t* row = row_of(target.surface, y);
    const std::uint8_t* coverage =
        atlas.pixels + static_cast<std::ptrdiff_t>(y + v) * atlas.width + u;
    for (int x = area.x; x < area.right();) {
      if (coverage[x] == 0) {
        x += x + kEmptyRun <= area.right() && is_empty_run(coverage + x) ? kEmptyRun : 1;
        continue;
      }
      const std::uint32_t alpha = c.a == 255 ? coverage[x] : over_255(coverage[x] * c.a);
      row[x] = alpha == 255 ? opaque(c) : mix(row[x], c, alpha);
      ++x;
    }
  }
}

// One picture pixel, or the mean of four when the picture is shown smaller than it is.
class Sampler {
 public:
  Sampler(const Picture& picture, const PxRect& at)
      : picture_(&picture),
        at_(at),
        step_x_(static_cast<float>(picture.width) / static_cast<float>(at.w)),
        step_y_(static_cast<float>(picture.height) / static_cast<float>(at.h)) {}

  std::uint32_t at(int x, int y) const {
    const float u = static_cast<float>(x - at_.x);
    const float v = static_cast<float>(y - at_.y);
    if (step_x_ <= 1 && step_y_ <= 1) return pixel((u + 0.5F) * step_x_, (v + 0.5F) * step_y_);
    std::uint32_t r = 2, g = 2, b = 2;
    for (int i = 0; i < 4; ++i) {
      const float du = (i & 1) != 0 ? 0.75F : 0.25F;
      const float dv = (i & 2) != 0 ? 0.75F : 0.25F;
      const std::uint32_t c = pixel((u + du) * step_x_, (v + dv) * step_y_);
      r += (c >> 16) & 0xFF;
      g += (c >> 8) & 0xFF;
      b += c & 0xFF;
    }
    return (r / 4) << 16 | (g / 4) << 8 | b / 4;
  }

 private:
  std::uint32_t pixel(float u, float v) const {
    const int x = std::clamp(static_cast<int>(u), 0, picture_->width - 1);
    const int y = std::clamp(static_cast<int>(v), 0, picture_->height - 1);
    const auto index = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_->width) +
                       static_cast<std::size_t>(x);
    return picture_->pixels[index] & 0xFFFFFF;
  }

  const Picture* picture_;
  PxRect at_;
  float step_x_;
  float step_y_;
};

void draw_picture(const Surface& s, const Raster::Primitive& p, const PxRect& area) {
  const Sampler sampler(*p.picture, p.rectangle());
  for (int y = area.y; y < area.bottom(); ++y) {
    std::uint32_t* row = row_of(s, y);
    for (int x = area.x; x < area.right(); ++x) row[x] = sampler.at(x, y);
  }
}

// Opacity over a triangle, 0 to 255, as a plane; evaluated at each pixel so that tiles agree.
struct Slope {
  float at_origin, per_x, per_y;

  std::uint32_t at(int x, float row) const {
    const float v = row + static_cast<float>(x) * per_x;
    return static_cast<std::uint32_t>(std::clamp(v + 0.5F, 0.0F, 255.0F));
  }
};

// Corners from top to bottom.
struct Corners {
  const ImDrawVert *top, *middle, *bottom;

  explicit Corners(const Raster::Primitive& p) : top(p.a), middle(p.b), bottom(p.c) {
    const auto below = [](const ImDrawVert* l, const ImDrawVert* r) {
      return l->pos.y > r->pos.y || (l->pos.y == r->pos.y && l->pos.x > r->pos.x);
    };
    if (below(top, middle)) std::swap(top, middle);
    if (below(middle, bottom)) std::swap(middle, bottom);
    if (below(top, middle)) std::swap(top, middle);
  }

  // Twice the signed area.
  float area() const {
    return (middle->pos.x - top->pos.x) * (bottom->pos.y - top->pos.y) -
           (bottom->pos.x - top->pos.x) * (middle->pos.y - top->pos.y);
  }

  Slope opacity(float twice_area) const {
    const auto alpha = [](const ImDrawVert* v) { return static_cast<float>(v->col >> 24); };
    const float d1 = alpha(middle) - alpha(top);
    const float d2 = alpha(bottom) - alpha(top);
    const float per_x =
        (d1 * (bottom->pos.y - top->pos.y) - d2 * (middle->pos.y - top->pos.y)) / twice_area;
    const float per_y =
        (d2 * (middle->pos.x - top->pos.x) - d1 * (bottom->pos.x - top->pos.x)) / twice_area;
    const float origin =
        alpha(top) + (0.5F - top->pos.x) * per_x + (0.5F - top->pos.y) * per_y;
    return {origin, per_x, per_y};
  }

  // The most opaque corner has the colour; the others only fade it.
  const ImDrawVert* strongest() const {
    const ImDrawVert* best = top;
    for (const ImDrawVert* v : {middle, bottom}) {
      if ((v->col >> 24) > (best->col >> 24)) best = v;
    }
    return best;
  }
};

float along(const ImDrawVert* from, const ImDrawVert* to, float y) {
  const float rise = to->pos.y - from->pos.y;
  if (rise == 0) return from->pos.x;
  return from->pos.x + (y - from->pos.y) * (to->pos.x - from->pos.x) / rise;
}

// Pixels whose centre is inside; centres on a shared edge belong to exactly one of two
// neighbours.
void draw_triangle(const Surface& s, const Raster::Primitive& p, const PxRect& area) {
  const Corners k(p);
  const float twice_area = k.area();
  if (std::fabs(twice_area) < 1e-5F) return;
  const Ink c = unpack(k.strongest()->col);
  const bool flat = k.top->col == k.middle->col && k.top->col == k.bottom->col;
  const Slope slope = flat ? Slope{} : k.opacity(twice_area);
  const int from_y = std::max(area.y, first_centre(k.top->pos.y));
  const int to_y = std::min(area.bottom(), first_centre(k.bottom->pos.y));
  for (int y = from_y; y < to_y; ++y) {
    const float centre = static_cast<float>(y) + 0.5F;
    const bool upper = centre < k.middle->pos.y;
    const float one = along(k.top, k.bottom, centre);
    const float two = upper ? along(k.top, k.middle, centre) : along(k.middle, k.bottom, centre);
    const int from = std::max(area.x, first_centre(std::min(one, two)));
    const int to = std::min(area.right(), first_centre(std::max(one, two)));
    std::uint32_t* row = row_of(s, y);
    if (flat) {
      if (from < to) fill_span(row, from, to, c);
      continue;
    }
    const float start = slope.at_origin + static_cast<float>(y) * slope.per_y;
    for (int x = from; x < to; ++x) row[x] = mix(row[x], c, slope.at(x, start));
  }
}

}  // namespace

PxRect Raster::Primitive::rectangle() const {
  const int x = nearest(a->pos.x);
  const int y = nearest(a->pos.y);
  return {x, y, nearest(c->pos.x) - x, nearest(c->pos.y) - y};
}

std::uint64_t Raster::Primitive::hash() const {
  std::uint64_t h = stir(static_cast<std::uint64_t>(kind), pair(a->pos.x, a->pos.y));
  h = stir(h, pair(c->pos.x, c->pos.y));
  h = stir(h, pair(a->col, c->col));
  const auto word = [](int high, int low) {
    return static_cast<std::uint32_t>(high) << 16 | static_cast<std::uint32_t>(low);
  };
  h = stir(h, pair(word(bounds.x, bounds.y), word(bounds.w, bounds.h)));
  // What a kind does not read can not change what it paints.
  if (kind == Kind::Glyph) {
    h = stir(stir(h, pair(a->uv.x, a->uv.y)), pair(c->uv.x, c->uv.y));
  } else if (kind == Kind::Triangle) {
    h = stir(stir(h, pair(b->pos.x, b->pos.y)), b->col);
  }
  if (picture != nullptr) {
    h = stir(h, picture->version);
    h = stir(h, reinterpret_cast<std::uintptr_t>(picture->pixels.data()));
  }
  return h;
}

bool Raster::Primitive::covers(const PxRect& tile) const {
  return kind == Kind::Fill && (a->col >> 24) == 255 && intersection(bounds, tile) == tile;
}

void Raster::Primitive::draw(const Target& target, const PxRect& tile) const {
  const PxRect area = intersection(bounds, tile);
  if (area.empty()) return;
  switch (kind) {
    case Kind::Fill: {
      const Ink ink = unpack(a->col);
      for (int y = area.y; y < area.bottom(); ++y) {
        fill_span(row_of(target.surface, y), area.x, area.right(), ink);
      }
      return;
    }
    case Kind::Glyph: return draw_glyph(target, *this, area);
    case Kind::Picture: return draw_picture(target.surface, *this, area);
    case Kind::Triangle: return draw_triangle(target.surface, *this, area);
  }
}

}  // namespace huimin::screens
