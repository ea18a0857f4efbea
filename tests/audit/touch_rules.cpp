#include <algorithm>
#include <cmath>

#include "rules.h"

namespace huimin::screens::audit {

namespace {

// US VVSG 2.0, 7.2-I; 20 mm for old hands is the project's own choice.
constexpr double kLeast = 12.7, kLeastPrimary = 20, kLeastGap = 2.54;
// Sides are whole pixels: half a pixel on each side may be rounded away.
constexpr double kRoundingPx = 1;

bool is_filled_act(const Entry& entry, const Setting& setting) {
  const auto palette = static_cast<Palette>(setting.comfort.palette);
  return entry.role == Role::Button && entry.enabled && entry.value.empty() &&
         entry.ground == rgb(palette, Colour::Blue);
}

bool is_primary(const Entry& entry, const Setting& setting) {
  return entry.role == Role::Tile || entry.zone == Zone::BottomBar || is_filled_act(entry, setting);
}

std::string size_mm(const PxRect& rect, double scale) {
  return decimal(rect.w / scale) + " x " + decimal(rect.h / scale) + " mm";
}

void check_size(const Case& c, const Entry& entry, Findings& findings) {
  const double scale = c.px_per_mm();
  const double least = kLeast * scale - kRoundingPx;
  if (entry.rect.w < least || entry.rect.h < least) {
    findings.add(Rule::TouchSize, entry.id, size_mm(entry.rect, scale));
  }
  if (is_primary(entry, c.setting) && entry.rect.h < kLeastPrimary * scale - kRoundingPx) {
    findings.add(Rule::PrimarySize, entry.id, size_mm(entry.rect, scale));
  }
}

int gap_px(const PxRect& a, const PxRect& b) {
  const int across = std::max(a.x - b.right(), b.x - a.right());
  const int down = std::max(a.y - b.bottom(), b.y - a.bottom());
  return std::max(across, down);
}

void check_gap(const Case& c, const Entry& a, const Entry& b, Findings& findings) {
  const double scale = c.px_per_mm();
  const int gap = gap_px(a.visible, b.visible);
  if (gap >= kLeastGap * scale - kRoundingPx) return;
  findings.add(gap < 0 ? Rule::Overlap : Rule::Gap, a.id + "+" + b.id,
               decimal(gap / scale) + " mm");
}

bool contains(const PxRect& outer, const PxRect& inner) {
  return intersection(outer, inner) == inner;
}

// Words that stand half on something to touch belong to neither.
void check_words_on(const Case& c, const Entry& words, const Entry& touched, Findings& findings) {
  const PxRect both = intersection(words.visible, touched.visible);
  if (both.empty() || both.w <= 1 || both.h <= 1) return;
  if (contains(touched.visible, words.visible)) return;
  findings.add(Rule::Overlap, words.id + "+" + touched.id, size_mm(both, c.px_per_mm()));
}

}  // namespace

std::string decimal(double value) {
  const auto tenths = static_cast<long>(std::lround(std::fabs(value) * 10));
  return (value < 0 && tenths > 0 ? "-" : "") + std::to_string(tenths / 10) + "." +
         std::to_string(tenths % 10);
}

void check_touch(const Case& c, Findings& findings) {
  for (const Shown& shown : c.walked.shown) {
    std::vector<const Entry*> touched, words;
    for (const Entry& entry : shown.entries) {
      if (entry.visible.empty()) continue;
      (is_interactive(entry.role) ? touched : words).push_back(&entry);
    }
    for (std::size_t i = 0; i < touched.size(); ++i) {
      check_size(c, *touched[i], findings);
      for (std::size_t k = i + 1; k < touched.size(); ++k) {
        check_gap(c, *touched[i], *touched[k], findings);
      }
      for (const Entry* entry : words) check_words_on(c, *entry, *touched[i], findings);
    }
  }
}

}  // namespace huimin::screens::audit
