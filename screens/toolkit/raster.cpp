#include "screens/toolkit/raster.h"

#include "screens/toolkit/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace huimin::screens {

namespace {

enum class Kind : std::uint8_t { Fill, Glyph, Picture, Triangle };

int nearest(float v) { return static_cast<int>(std::lround(v)); }
// First pixel whose centre lies at or right of (below) v.
int first_centre(float v) { return static_cast<int>(std::ceil(v - 0.5F)); }

struct Ink8 {
  std::uint32_t r, g, b, a;
};

// ImGui packs colours as ABGR.
Ink8 unpack(ImU32 c) { return {c & 0xFF, (c >> 8) & 0xFF, (c >> 16) & 0xFF, c >> 24}; }

std::uint32_t opaque(const Ink8& c) { return c.r << 16 | c.g << 8 | c.b; }

// Exactly round(x / 255) for x up to 255 * 255.
std::uint32_t over_255(std::uint32_t x) {
  x += 128;
  return (x + (x >> 8)) >> 8;
}

std::uint32_t mix(std::uint32_t below, const Ink8& c, std::uint32_t alpha) {
  const std::uint32_t rest = 255 - alpha;
  const std::uint32_t r = over_255(c.r * alpha + ((below >> 16) & 0xFF) * rest);
  const std::uint32_t g = over_255(c.g * alpha + ((below >> 8) & 0xFF) * rest);
  const std::uint32_t b = over_255(c.b * alpha + (below & 0xFF) * rest);
  return r << 16 | g << 8 | b;
}

std::uint64_t stir(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t stir_vertex(std::uint64_t hash, const ImDrawVert& v) {
  const auto word = [](float x, float y) {
    return static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(x)) << 32 |
           std::bit_cast<std::uint32_t>(y);
  };
  hash = stir(hash, word(v.pos.x, v.pos.y));
  return stir(stir(hash, word(v.uv.x, v.uv.y)), v.col);
}

std::uint32_t* row_of(const Surface& s, int y) {
  return s.pixels + static_cast<std::ptrdiff_t>(y) * s.stride;
}

void fill_span(std::uint32_t* row, int from, int to, const Ink8& c) {
  if (c.a == 255) {
    std::fill(row + from, row + to, opaque(c));
  } else if (c.a != 0) {
    for (int x = from; x < to; ++x) row[x] = mix(row[x], c, c.a);
  }
}

}  // namespace

// Vertices point into the draw data and are only valid during one paint. For rectangles `a` is
// the top left and `c` the bottom right corner.
struct Raster::Primitive {
  Kind kind = Kind::Fill;
  PxRect bounds{};  // what it may touch, clipped
  const ImDrawVert* a = nullptr;
  const ImDrawVert* b = nullptr;
  const ImDrawVert* c = nullptr;
  const Picture* picture = nullptr;

  PxRect rectangle() const {
    const int x = nearest(a->pos.x);
    const int y = nearest(a->pos.y);
    return {x, y, nearest(c->pos.x) - x, nearest(c->pos.y) - y};
  }

  std::uint64_t hash() const {
    std::uint64_t h = static_cast<std::uint64_t>(kind);
    for (const ImDrawVert* v : {a, b, c}) h = stir_vertex(h, *v);
    h = stir(h, static_cast<std::uint64_t>(bounds.x) << 32 | static_cast<std::uint64_t>(bounds.y));
    h = stir(h, static_cast<std::uint64_t>(bounds.w) << 32 | static_cast<std::uint64_t>(bounds.h));
    if (picture != nullptr) {
      h = stir(h, picture->version);
      h = stir(h, reinterpret_cast<std::uintptr_t>(picture->pixels.data()));
    }
    return h;
  }

  bool covers(const PxRect& tile) const {
    return kind == Kind::Fill && (a->col >> 24) == 255 && intersection(bounds, tile) == tile;
  }
};

namespace {

void draw_glyph(const Surface& s, const AtlasView& atlas, const Raster::Primitive& p,
                const PxRect& area) {
  const PxRect at = p.rectangle();
  const int u = nearest(p.a->uv.x * static_cast<float>(atlas.width)) - at.x;
  const int v = nearest(p.a->uv.y * static_cast<float>(atlas.height)) - at.y;
  const Ink8 c = unpack(p.a->col);
  for (int y = area.y; y < area.bottom(); ++y) {
    std::uint32_t* row = row_of(s, y);
    const std::uint8_t* coverage =
        atlas.pixels + static_cast<std::ptrdiff_t>(y + v) * atlas.width + u;
    for (int x = area.x; x < area.right(); ++x) {
      const std::uint32_t alpha = c.a == 255 ? coverage[x] : over_255(coverage[x] * c.a);
      if (alpha == 255) {
        row[x] = opaque(c);
      } else if (alpha != 0) {
        row[x] = mix(row[x], c, alpha);
      }
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
  const Ink8 c = unpack(k.strongest()->col);
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

void draw(const Surface& s, const AtlasView& atlas, const Raster::Primitive& p,
          const PxRect& tile) {
  const PxRect area = intersection(p.bounds, tile);
  if (area.empty()) return;
  switch (p.kind) {
    case Kind::Fill: {
      const Ink8 c = unpack(p.a->col);
      for (int y = area.y; y < area.bottom(); ++y) {
        fill_span(row_of(s, y), area.x, area.right(), c);
      }
      return;
    }
    case Kind::Glyph: return draw_glyph(s, atlas, p, area);
    case Kind::Picture: return draw_picture(s, p, area);
    case Kind::Triangle: return draw_triangle(s, p, area);
  }
}

PxRect bounds_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
  const auto [x0, x1] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
  const auto [y0, y1] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
  const int left = static_cast<int>(std::floor(x0));
  const int top = static_cast<int>(std::floor(y0));
  return {left, top, static_cast<int>(std::ceil(x1)) - left + 1,
          static_cast<int>(std::ceil(y1)) - top + 1};
}

// Two triangles that ImGui made from one upright rectangle of one colour.
bool is_rectangle(const ImDrawVert* vertices, const ImDrawIdx* i, unsigned left) {
  if (left < 6 || i[3] != i[0] || i[4] != i[2]) return false;
  const ImDrawVert &a = vertices[i[0]], &b = vertices[i[1]], &c = vertices[i[2]],
                   &d = vertices[i[5]];
  return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
         a.col == b.col && a.col == c.col && a.col == d.col && a.pos.x < c.pos.x &&
         a.pos.y < c.pos.y;
}

PxRect clip_of(const ImDrawCmd& command, const Surface& surface) {
  const ImVec4& r = command.ClipRect;
  const int x = nearest(r.x);
  const int y = nearest(r.y);
  return intersection({x, y, nearest(r.z) - x, nearest(r.w) - y},
                      {0, 0, surface.width, surface.height});
}

}  // namespace

Raster::Raster() = default;
Raster::~Raster() = default;

void Raster::invalidate() { before_.clear(); }

void Raster::collect(const ImDrawData& data, const Surface& surface) {
  primitives_.clear();
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const PxRect clip = clip_of(command, surface);
      if (command.UserCallback != nullptr || clip.empty()) continue;
      const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
      const auto* picture = static_cast<const Picture*>(command.TextureId);
      for (unsigned i = 0; i + 2 < command.ElemCount;) {
        const bool rectangle = is_rectangle(vertices, index + i, command.ElemCount - i);
        Primitive p;
        p.a = vertices + index[i];
        p.b = vertices + index[i + 1];
        p.c = vertices + index[i + 2];
        if (rectangle) {
          const bool solid = p.a->uv.x == p.c->uv.x && p.a->uv.y == p.c->uv.y;
          p.picture = picture;
          p.kind = picture != nullptr ? Kind::Picture : solid ? Kind::Fill : Kind::Glyph;
        } else {
          p.kind = Kind::Triangle;
        }
        const PxRect box = rectangle ? p.rectangle() : bounds_of(*p.a, *p.b, *p.c);
        p.bounds = intersection(box, clip);
        if (!p.bounds.empty()) primitives_.push_back(p);
        i += rectangle ? 6 : 3;
      }
    }
  }
}

void Raster::sort_into_tiles(const Surface& surface, Rgb ground) {
  const int across = (surface.width + kTile - 1) / kTile;
  const int down = (surface.height + kTile - 1) / kTile;
  if (across != across_ || down != down_) invalidate();
  across_ = across;
  down_ = down;
  const auto tiles = static_cast<std::size_t>(across) * static_cast<std::size_t>(down);
  bins_.resize(tiles);
  for (auto& bin : bins_) bin.clear();
  const auto ground_bits = static_cast<std::uint64_t>(ground.r) << 16 |
                           static_cast<std::uint64_t>(ground.g) << 8 | ground.b;
  now_.assign(tiles, stir(1, ground_bits));
  for (std::size_t i = 0; i < primitives_.size(); ++i) {
    const PxRect& box = primitives_[i].bounds;
    const std::uint64_t hash = primitives_[i].hash();
    for (int ty = box.y / kTile; ty <= (box.bottom() - 1) / kTile; ++ty) {
      for (int tx = box.x / kTile; tx <= (box.right() - 1) / kTile; ++tx) {
        const auto tile = static_cast<std::size_t>(ty * across + tx);
        now_[tile] = stir(now_[tile], hash);
        bins_[tile].push_back(static_cast<std::uint32_t>(i));
      }
    }
  }
}

// What lies under the last rectangle that covers the whole tile is not drawn at all.
void Raster::paint_tile(const Target& target, const PxRect& tile,
                        const std::vector<std::uint32_t>& bin, std::uint32_t paper) const {
  const auto top = std::find_if(bin.rbegin(), bin.rend(), [&](std::uint32_t i) {
    return primitives_[i].covers(tile);
  });
  if (top == bin.rend()) {
    for (int y = tile.y; y < tile.bottom(); ++y) {
      std::uint32_t* row = row_of(target.surface, y);
      std::fill(row + tile.x, row + tile.right(), paper);
    }
  }
  auto from = top == bin.rend() ? bin.begin() : top.base() - 1;
  for (; from != bin.end(); ++from) draw(target.surface, target.atlas, primitives_[*from], tile);
}

std::span<const PxRect> Raster::paint(const ImDrawData& data, const AtlasView& atlas,
                                      const Surface& surface, Rgb ground) {
  collect(data, surface);
  sort_into_tiles(surface, ground);
  const bool all = before_.size() != now_.size();
  const std::uint32_t paper = opaque({ground.r, ground.g, ground.b, 255});
  damage_.clear();
  for (int ty = 0; ty < down_; ++ty) {
    for (int tx = 0; tx < across_; ++tx) {
      const auto index = static_cast<std::size_t>(ty * across_ + tx);
      if (!all && before_[index] == now_[index]) continue;
      const PxRect tile = intersection({tx * kTile, ty * kTile, kTile, kTile},
                                       {0, 0, surface.width, surface.height});
      paint_tile({surface, atlas}, tile, bins_[index], paper);
      const bool joins = !damage_.empty() && damage_.back().y == tile.y &&
                         damage_.back().right() == tile.x;
      if (joins) {
        damage_.back().w += tile.w;
      } else {
        damage_.push_back(tile);
      }
    }
  }
  before_.swap(now_);
  return damage_;
}

}  // namespace huimin::screens
