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
  if (across != across_ || down != down_) invalidate();
  across_ = across;
  down_ = down;
  const auto tiles = static_cast<std::size_t>(across) * static_cast<std::size_t>(down);
  const auto ground_bits = static_cast<std::uint64_t>(ground.r) << 16 |
                           static_cast<std::uint64_t>(ground.g) << 8 | ground.b;
  now_.assign(tiles, stir(1, ground_bits));
  bins_.resize(tiles);
}

template <class Each>
void Raster::for_each_tile(const PxRect& box, const Each& each) const {
  const int right = (box.right() - 1) / kTile;
  const int bottom = (box.bottom() - 1) / kTile;
  for (int ty = box.y / kTile; ty <= bottom; ++ty) {
    for (int tx = box.x / kTile; tx <= right; ++tx) {
      each(static_cast<std::size_t>(ty * across_ + tx));
    }
  }
}

// Which tiles differ from the last picture; only they get to know what lies on them.
bool Raster::sort_into_tiles() {
  for (const Primitive& each : primitives_) {
    const std::uint64_t hash = each.hash();
    for_each_tile(each.bounds, [&](std::size_t tile) { now_[tile] = stir(now_[tile], hash); });
  }
  const bool all = before_.size() != now_.size();
  if (all) before_.assign(now_.size(), 0);
  changed_.resize(now_.size());
  bool any = false;
  for (std::size_t tile = 0; tile < now_.size(); ++tile) {
    changed_[tile] = all || before_[tile] != now_[tile] ? 1 : 0;
    any = any || changed_[tile] != 0;
  }
  if (!any) return false;
  for (std::size_t i = 0; i < primitives_.size(); ++i) {
    for_each_tile(primitives_[i].bounds, [&](std::size_t tile) {
      if (changed_[tile] != 0) bins_[tile].push_back(static_cast<std::uint32_t>(i));
    });
  }
  return true;
}

// What lies under the last rectangle that covers the whole tile is not drawn at all.
void Raster::paint_tile(const Target& target, const PxRect& tile,
                        const std::vector<std::uint32_t>& bin, std::uint32_t paper) const {
  const auto top = std::find_if(bin.rbegin(), bin.rend(), [&](std::uint32_t i) {
    return primitives_[i].covers(tile);
  });
  if (top == bin.rend()) {
    for (int y = tile.y; y < tile.bottom(); ++y) {
      blend::fill(blend::row_of(target.surface, y) + tile.x, tile.w, paper);
    }
  }
  auto from = top == bin.rend() ? bin.begin() : top.base() - 1;
  for (; from != bin.end(); ++from) primitives_[*from].draw(target, tile);
}

void Raster::add_damage(const PxRect& tile) {
  const bool joins =
      !damage_.empty() && damage_.back().y == tile.y && damage_.back().right() == tile.x;
  if (joins) {
    damage_.back().w += tile.w;
  } else {
    damage_.push_back(tile);
  }
}

std::span<const PxRect> Raster::paint(const ImDrawData& data, const AtlasView& atlas,
                                      const Surface& surface, Rgb ground) {
  damage_.clear();
  collect(data, surface);
  lay_tiles(surface, ground);
  if (!sort_into_tiles()) return damage_;
  const std::uint32_t paper = blend::opaque({ground.r, ground.g, ground.b, 255});
  const PxRect whole{0, 0, surface.width, surface.height};
  for (std::size_t index = 0; index < changed_.size(); ++index) {
    if (changed_[index] == 0) continue;
    const int ty = static_cast<int>(index) / across_;
    const int tx = static_cast<int>(index) % across_;
    const PxRect tile = intersection({tx * kTile, ty * kTile, kTile, kTile}, whole);
    paint_tile({surface, atlas}, tile, bins_[index], paper);
    bins_[index].clear();
    add_damage(tile);
  }
  before_.swap(now_);
  return damage_;
}

}  // namespace huimin::screens
