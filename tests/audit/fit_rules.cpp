#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rules.h"

namespace huimin::screens::audit {

namespace {

// Which parts of an entry were seen, in pixels below its top.
using Spans = std::vector<std::pair<int, int>>;

bool covers(Spans spans, int height) {
  std::sort(spans.begin(), spans.end());
  int seen = 0;
  for (const auto& [from, to] : spans) {
    // One pixel may be lost where a position of scrolling is rounded.
    if (from > seen + 1) return false;
    seen = std::max(seen, to);
  }
  return seen >= height - 1;
}

std::string place(const PxRect& r) {
  return std::to_string(r.x) + "," + std::to_string(r.y) + " " + std::to_string(r.w) + "x" +
         std::to_string(r.h) + " px";
}

void check_place(const Case& c, const Entry& entry, Findings& findings) {
  const PxRect whole{0, 0, c.setting.panel.screen.width_px, c.setting.panel.screen.height_px};
  if (entry.clipped) findings.add(Rule::Clipped, entry.id, entry.label);
  // In a region only the way down may be cut; that is what scrolling is for.
  const bool cut_across = entry.visible.w < entry.rect.w && !entry.visible.empty();
  const bool outside = entry.region.empty() ? intersection(entry.rect, whole) != entry.rect
                                            : entry.rect.x < 0 || entry.rect.right() > whole.w;
  const bool hidden = entry.region.empty() && entry.visible != entry.rect;
  if (cut_across || outside || hidden) findings.add(Rule::Outside, entry.id, place(entry.rect));
}

void check_reach(const Case& c, Findings& findings) {
  // Pages hold other entries under the same number, so a text is known by its words too.
  std::map<std::pair<std::string, std::string>, std::pair<int, Spans>> seen;
  for (const Shown& shown : c.walked.shown) {
    for (const Entry& entry : shown.entries) {
      auto& [height, spans] = seen[{entry.id, entry.label}];
      height = entry.rect.h;
      if (entry.visible.empty()) continue;
      const int from = entry.visible.y - entry.rect.y;
      spans.emplace_back(from, from + entry.visible.h);
    }
  }
  for (const auto& [key, part] : seen) {
    if (!covers(part.second, part.first)) findings.add(Rule::Reach, key.first, key.second);
  }
}

}  // namespace

void check_fit(const Case& c, Findings& findings) {
  for (const Shown& shown : c.walked.shown) {
    for (const Entry& entry : shown.entries) check_place(c, entry, findings);
    for (const std::string& id : shown.duplicates) findings.add(Rule::Duplicate, id, "twice");
    for (const std::string& id : shown.without_pager) {
      findings.add(Rule::ScrollByButton, id, "no buttons");
    }
  }
  check_reach(c, findings);
  if (!c.walked.at_rest) findings.add(Rule::Rest, "", "still moving after 60 frames");
}

}  // namespace huimin::screens::audit
