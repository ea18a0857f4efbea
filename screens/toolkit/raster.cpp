#include "screens/toolkit/raster.h"

#include "screens/toolkit/blend.h"
#include "screens/toolkit/canvas.h"
#include "screens/toolkit/primitive.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace huimin::screens {

namespace {

PxRect bounds_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
  const int left = blend::floor_int(std::min(std::min(a.pos.x, b.pos.x), c.pos.x));
  const int top = blend::floor_int(std::min(std::min(a.pos.y, b.pos.y), c.pos.y));
  const int right = blend::ceil_int(std::max(std::max(a.pos.x, b.pos.x), c.pos.x));
  const int bottom = blend::ceil_int(std::max(std::max(a.pos.y, b.pos.y), c.pos.y));
  return {left, top, right - left, bottom - top};
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
  const int x = blend::nearest(r.x);
  const int y = blend::nearest(r.y);
  return intersection({x, y, blend::nearest(r.z) - x, blend::nearest(r.w) - y},
                      {0, 0, surface.width, surface.height});
}

// The smallest rectangle around both; an empty one counts for nothing.
PxRect joined(const PxRect& a, const PxRect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const int left = std::min(a.x, b.x);
  const int top = std::min(a.y, b.y);
  return {left, top, std::max(a.right(), b.right()) - left,
          std::max(a.bottom(), b.bottom()) - top};
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
          p.kind = solid ? Primitive::Kind::Fill : Primitive::Kind::Glyph;
          if (picture != nullptr) p.kind = Primitive::Kind::Picture;
        } else {
          p.kind = Primitive::Kind::Triangle;
        }
        const PxRect box = rectangle ? p.rectangle() : bounds_of(*p.a, *p.b, *p.c);
        p.bounds = intersection(box, clip);
        if (!p.bounds.empty()) primitives_.push_back(p);
        i += rectangle ? 6 : 3;
      }
    }
  }
}

void Raster::lay_tiles(const Surface& surface, Rgb ground) {
  const int across = (surface.width + kTile - 1) / kTile;
  const int down = (surface.height + kTile - 1) / kTile;
  if (across != across_ || down != down_ || !(ground == ground_)) invalidate();
  across_ = across;
  down_ = down;
  ground_ = ground;
  const auto tiles = static_cast<std::size_t>(across) * static_cast<std::size_t>(down);
  now_.resize(tiles);
  for (Tile& tile : now_) tile.clear();
}

void Raster::sort_into_tiles() {
  for (std::size_t i = 0; i < primitives_.size(); ++i) {
    const PxRect& box = primitives_[i].bounds;
    const Item item{primitives_[i].hash(), box, static_cast<std::uint32_t>(i)};
    const int right = (box.right() - 1) / kTile;
    const int bottom = (box.bottom() - 1) / kTile;
    for (int ty = box.y / kTile; ty <= bottom; ++ty) {
      for (int tx = box.x / kTile; tx <= right; ++tx) {
        now_[static_cast<std::size_t>(ty * across_ + tx)].push_back(item);
      }
    }
  }
}

// The same things at the bottom and the same on top leave the same pixels: what lies between is all
// that can have changed.
PxRect Raster::changed(const Tile& before, const Tile& now) {
  const auto same = [](const Item& a, const Item& b) { return a.hash == b.hash; };
  auto [old_from, new_from] = std::mismatch(before.begin(), before.end(), now.begin(), now.end(),
                                            same);
  auto old_to = before.end();
  auto new_to = now.end();
  while (old_to != old_from && new_to != new_from && same(*(old_to - 1), *(new_to - 1))) {
    --old_to;
    --new_to;
  }
  PxRect all;
  for (; old_from != old_to; ++old_from) all = joined(all, old_from->bounds);
  for (; new_from != new_to; ++new_from) all = joined(all, new_from->bounds);
  return all;
}

// What lies under the last rectangle that covers the whole area is not drawn at all.
void Raster::paint_area(const Target& target, const PxRect& area, const Tile& tile,
                        std::uint32_t paper) const {
  const auto top = std::find_if(tile.rbegin(), tile.rend(), [&](const Item& item) {
    return primitives_[item.primitive].covers(area);
  });
  if (top == tile.rend()) {
    for (int y = area.y; y < area.bottom(); ++y) {
      blend::fill(blend::row_of(target.surface, y) + area.x, area.w, paper);
    }
  }
  auto from = top == tile.rend() ? tile.begin() : top.base() - 1;
  for (; from != tile.end(); ++from) primitives_[from->primitive].draw(target, area);
}

void Raster::add_damage(const PxRect& area) {
  const bool joins = !damage_.empty() && damage_.back().y == area.y &&
                     damage_.back().h == area.h && damage_.back().right() == area.x;
  if (joins) {
    damage_.back().w += area.w;
  } else {
    damage_.push_back(area);
  }
}

std::span<const PxRect> Raster::paint(const ImDrawData& data, const AtlasView& atlas,
                                      const Surface& surface, Rgb ground) {
  damage_.clear();
  collect(data, surface);
  lay_tiles(surface, ground);
  sort_into_tiles();
  const bool all = before_.size() != now_.size();
  const std::uint32_t paper = blend::opaque({ground.r, ground.g, ground.b, 255});
  const PxRect whole{0, 0, surface.width, surface.height};
  for (std::size_t index = 0; index < now_.size(); ++index) {
    const int ty = static_cast<int>(index) / across_;
    const int tx = static_cast<int>(index) % across_;
    PxRect area = intersection({tx * kTile, ty * kTile, kTile, kTile}, whole);
    if (!all) area = intersection(area, changed(before_[index], now_[index]));
    if (area.empty()) continue;
    paint_area({surface, atlas}, area, now_[index], paper);
    add_damage(area);
  }
  before_.swap(now_);
  return damage_;
}

}  // namespace huimin::screens
