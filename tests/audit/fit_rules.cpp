#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "rules.h"

namespace huimin::screens::audit {

namespace {

// Which parts of an entry were seen, in pixels below its top.
using Spans = std::vector<std::pair<int, int>>;

// Letters and lines of plain words, in pixels.
struct Lines {
  double letter = 0, line = 0;
  int count = 0;  // 0: it is no plain words
};

Lines lines_of(const Entry& entry, double px_per_mm) {
  const bool plain =
      entry.role == Role::Text || entry.role == Role::Heading || entry.role == Role::Title;
  if (!plain || entry.cap_mm <= 0 || entry.line_height <= 0) return {};
  const double letter = entry.cap_mm / kCapHeight * px_per_mm;
  const double line = letter * entry.line_height;
  const int count = static_cast<int>(std::lround(entry.rect.h / line));
  // A box that is higher than its words does not say where in it they stand.
  if (std::fabs(entry.rect.h - count * line) > line / 10) return {};
  return {letter, line, count};
}

// Lines are shown whole or not at all: the letters of each stand within one span.
bool covers_lines(const Spans& spans, const Lines& lines) {
  for (int i = 0; i < lines.count; ++i) {
    const double top = lines.line * i + (lines.line - lines.letter) / 2;
    const bool seen = std::any_of(spans.begin(), spans.end(), [&](const auto& span) {
      return span.first <= top + 2 && span.second >= top + lines.letter - 2;
    });
    if (!seen) return false;
  }
  return true;
}

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
  struct Part {
    int height = 0;
    Lines lines;
    Spans spans;
  };
  std::map<std::pair<std::string, std::string>, Part> seen;
  for (const Shown& shown : c.walked.shown) {
    for (const Entry& entry : shown.entries) {
      Part& part = seen[{entry.id, entry.label}];
      part.height = entry.rect.h;
      part.lines = lines_of(entry, c.px_per_mm());
      if (entry.visible.empty()) continue;
      const int from = entry.visible.y - entry.rect.y;
      part.spans.emplace_back(from, from + entry.visible.h);
    }
  }
  for (const auto& [key, part] : seen) {
    const bool whole = covers(part.spans, part.height) && covers_lines(part.spans, part.lines);
    if (!whole) findings.add(Rule::Reach, key.first, key.second);
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
