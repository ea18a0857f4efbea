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
  if (const auto known = now_.find(key); known != now_.end()) return known->second;
  if (const auto known = before_.find(key); known != before_.end()) {
    return now_.insert(before_.extract(known)).position->second;
  }
  TextLines lines = lay_out(key.text, key.width_px, [&](char32_t c) {
    return glyphs.advance(key.face, key.size_px, c);
  });
  Stored stored{std::string(key.text), key.face, key.size_px, key.width_px};
  return now_.emplace(std::move(stored), std::move(lines)).first->second;
}

void LineCache::begin_frame() {
  before_.clear();
  before_.swap(now_);
}

}  // namespace huimin::screens
