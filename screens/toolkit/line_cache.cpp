#include "screens/toolkit/line_cache.h"

#include <utility>

namespace huimin::screens {

std::size_t LineCache::Hash::operator()(const LineKey& key) const {
  const std::size_t style = static_cast<std::size_t>(key.size_px) << 2 |
                            static_cast<std::size_t>(key.face);
  const std::size_t width = std::hash<double>{}(key.width_px);
  return std::hash<std::string_view>{}(key.text) ^ style * 0x9E3779B97F4A7C15ULL ^ width;
}

const TextLines& LineCache::get(const LineKey& key, Glyphs& glyphs) {
  auto known = all_.find(key);
  if (known == all_.end()) {
    TextLines lines = lay_out(key.text, key.width_px, [&](char32_t c) {
      return glyphs.advance(key.face, key.size_px, c);
    });
    Stored stored{std::string(key.text), key.face, key.size_px, key.width_px};
    known = all_.emplace(std::move(stored), Laid{std::move(lines)}).first;
  }
  known->second.used = frame_;
  return known->second.lines;
}

void LineCache::begin_frame() {
  std::erase_if(all_, [this](const auto& laid) { return laid.second.used != frame_; });
  ++frame_;
}

}  // namespace huimin::screens
