// Letters and icons as 8-bit coverage in one atlas, rasterised by FreeType on first sight.
//
// Glyphs are keyed by their full code point, so supplementary-plane characters (rare names) are
// like any other; nothing passes through ImGui's 16-bit fonts. Icons have a face of their own:
// private-use code points in text never reach them and show as a box. When the atlas is full it
// is emptied after the frame and refilled by the next one. Not thread-safe; one per Frame.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace huimin::screens {

enum class Face : std::uint8_t { Regular, Bold, Icons };

// Where the fonts are. A fallback that is not installed is left out; regular, bold and icons must
// be there.
struct FontFiles {
  std::filesystem::path regular = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
  std::filesystem::path bold = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
  int face_index = 2;  // the SC face of the two collections
  std::filesystem::path icons =
      "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";
  std::vector<std::filesystem::path> fallbacks = {
      "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
      "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"};
};

// In pixels. `left` and `top` lead from the pen on the baseline to the bitmap; top is counted
// upwards.
struct Glyph {
  int atlas_x = 0;
  int atlas_y = 0;
  int width = 0;
  int height = 0;
  int left = 0;
  int top = 0;
  double advance = 0;
  bool missing = false;  // no font has it; drawn as a box with its code point
};

// The four corners of a rounded rectangle, clockwise from the upper left.
using Corners = std::array<Glyph, 4>;

// Coverage, one byte a pixel. The white pixel at (1, 1) is fully covered.
struct AtlasView {
  const std::uint8_t* pixels = nullptr;
  int width = 0;
  int height = 0;
};

class Glyphs {
 public:
  struct AtlasSize {
    int width = 1024;
    int height = 4096;  // twice what a full screen of letters covers; used as rows fill up
  };

  // Throws std::runtime_error naming the file when a needed font cannot be opened.
  explicit Glyphs(const FontFiles& files = {}, AtlasSize size = {1024, 4096});
  ~Glyphs();
  Glyphs(const Glyphs&) = delete;
  Glyphs& operator=(const Glyphs&) = delete;

  // Size is the em in pixels. Valid until the next call of end_frame. While the atlas is full, a
  // glyph not in it has its advance but no bitmap.
  Glyph get(Face face, int size_px, char32_t code_point);
  // Quarters of a ring, radius x radius pixels, of a disc when the width is the radius; kept in the
  // atlas like letters: as one rectangle a corner costs a hundredth of the triangles it would take.
  // No room: no bitmap.
  const Corners& corners(int radius_px, int width_px);
  // Advance in pixels without making a bitmap.
  double advance(Face face, int size_px, char32_t code_point);
  // From the middle of a line down to the baseline, in units of the em.
  double baseline_offset(Face face) const;

  AtlasView atlas() const;
  // True when a glyph of this frame found no room: the picture is incomplete and must be drawn
  // again.
  bool overflowed() const;
  // Lets the font files go, and empties the atlas if it overflowed. Counts evictions for tests.
  void end_frame();
  int evictions() const;
  // Code points that no font has, seen since the last clear, sorted.
  std::vector<char32_t> missing() const;
  void clear_missing();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace huimin::screens
