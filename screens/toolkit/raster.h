// Paints ImGui's draw data onto XRGB8888 memory: of each 64-pixel tile only what changed.
//
// The result does not depend on which tiles were repainted: any sequence of frames ends in the
// same pixels as a full repaint of the last one. Integer blending; the same everywhere.
#pragma once

#include "screens/toolkit/geometry.h"
#include "screens/toolkit/glyphs.h"
#include "screens/toolkit/theme.h"

#include <cstdint>
#include <span>
#include <vector>

struct ImDrawData;

namespace huimin::screens {

// Pixels that somebody else owns: a window surface or plain memory. Stride in pixels.
struct Surface {
  std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride = 0;
};

class Raster {
 public:
  Raster();
  ~Raster();
  Raster(const Raster&) = delete;
  Raster& operator=(const Raster&) = delete;

  static constexpr int kTile = 64;

  // Repaints what changed since the last call on this surface and returns it, in pixels, rows
  // joined. The span is valid until the next call.
  std::span<const PxRect> paint(const ImDrawData& data, const AtlasView& atlas,
                                const Surface& surface, Rgb ground);
  // The surface's contents are lost (exposed, resized, another buffer): the next paint repaints
  // all.
  void invalidate();

  // See primitive.h.
  struct Primitive;
  struct Target {
    Surface surface;
    AtlasView atlas;
  };

 private:
  // One primitive on one tile, as it is remembered for the next paint.
  struct Item {
    std::uint64_t hash = 0;
    PxRect bounds{};
    std::uint32_t primitive = 0;
  };
  using Tile = std::vector<Item>;  // from the bottom upwards

  void collect(const ImDrawData& data, const Surface& surface);
  void lay_tiles(const Surface& surface, Rgb ground);
  void sort_into_tiles();
  static PxRect changed(const Tile& before, const Tile& now);
  void paint_area(const Target& target, const PxRect& area, const Tile& tile,
                  std::uint32_t paper) const;
  void add_damage(const PxRect& area);

  std::vector<Primitive> primitives_;
  std::vector<Tile> before_;
  std::vector<Tile> now_;
  Rgb ground_{};
  std::vector<PxRect> damage_;
  int across_ = 0;
  int down_ = 0;
};

}  // namespace huimin::screens
