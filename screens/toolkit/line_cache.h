// Texts that were laid out for the last frame, for the next one: most of a screen stays the same
// from frame to frame. Internal to the toolkit.
#pragma once

#include "screens/toolkit/glyphs.h"
#include "screens/toolkit/text_layout.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace huimin::screens {

// A text in one style; width in pixels, 0: no wrapping.
struct LineKey {
  std::string_view text;
  Face face = Face::Regular;
  int size_px = 0;
  double width_px = 0;
};

class LineCache {
 public:
  // Valid until the next begin_frame().
  const TextLines& get(const LineKey& key, Glyphs& glyphs);
  // What the last frame did not use is dropped, so that nothing a person typed outlives its
  // screen.
  void begin_frame();

 private:
  struct Stored {
    std::string text;
    Face face;
    int size_px;
    double width_px;
  };
  static LineKey view(const Stored& s) { return {s.text, s.face, s.size_px, s.width_px}; }
  static const LineKey& view(const LineKey& key) { return key; }
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const LineKey& key) const;
    std::size_t operator()(const Stored& stored) const { return (*this)(view(stored)); }
  };
  struct Equal {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& left, const B& right) const {
      const LineKey& a = view(left);
      const LineKey& b = view(right);
      return a.size_px == b.size_px && a.width_px == b.width_px && a.face == b.face &&
             a.text == b.text;
    }
  };
  struct Laid {
    TextLines lines;
    std::uint64_t used = 0;  // number of the last frame that did
  };

  std::unordered_map<Stored, Laid, Hash, Equal> all_;
  std::uint64_t frame_ = 0;
};

}  // namespace huimin::screens
