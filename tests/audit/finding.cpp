#include "finding.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <utility>

namespace huimin::screens::audit {

namespace {

constexpr std::size_t kMostLines = 40;

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

std::string_view name_of(Rule rule) {
  switch (rule) {
    case Rule::TouchSize: return "touch-size";
    case Rule::PrimarySize: return "primary-size";
    case Rule::Gap: return "gap";
    case Rule::Overlap: return "overlap";
    case Rule::Clipped: return "clipped";
    case Rule::Outside: return "outside";
    case Rule::Reach: return "reach";
    case Rule::ScrollByButton: return "scroll-by-button";
    case Rule::Contrast: return "contrast";
    case Rule::HighContrast: return "high-contrast";
    case Rule::LowContrast: return "low-contrast";
    case Rule::CapBand: return "cap-band";
    case Rule::CapLeast: return "cap-least";
    case Rule::LineHeight: return "line-height";
    case Rule::FocusReach: return "focus-reach";
    case Rule::Duplicate: return "duplicate";
    case Rule::Glyph: return "glyph";
    case Rule::Text: return "text";
    case Rule::Staff: return "staff";
    case Rule::WayOut: return "way-out";
    case Rule::Aids: return "aids";
    case Rule::StateInWords: return "state-in-words";
    case Rule::Rest: return "rest";
    case Rule::OtherWay: return "other-way";
  }
  return "";
}

void Findings::about(std::string screen, const Setting& setting) {
  screen_ = std::move(screen);
  setting_ = setting;
  ++looked_at_;
}

void Findings::add(Rule rule, std::string id, std::string found) {
  all_.push_back({rule, screen_, setting_, std::move(id), in_one_line(std::move(found))});
}

std::vector<Finding> Findings::of(Rule rule) const {
  std::vector<Finding> some;
  std::copy_if(all_.begin(), all_.end(), std::back_inserter(some),
               [rule](const Finding& finding) { return finding.rule == rule; });
  return some;
}

void Findings::report() const {
  const char* path = std::getenv("HUIMIN_AUDIT_REPORT");
  if (path == nullptr) return;
  std::ofstream out{path, std::ios::app};
  for (const Finding& f : all_) {
    const view::Comfort& comfort = f.setting.comfort;
    out << f.screen << " | " << f.setting.panel.name << " | " << name_of(comfort.size) << " | "
        << name_of(comfort.palette) << " | " << name_of(comfort.language) << " | "
        << name_of(f.rule) << " | " << f.id << " | " << f.found << '\n';
  }
}

std::string summary_of(const std::vector<Finding>& findings) {
  struct Group {
    int times = 0;
    std::set<std::string> sizes, palettes, languages;
    std::string example;
  };
  std::map<std::string, Group> groups;
  for (const Finding& f : findings) {
    Group& group = groups[f.screen + " " + f.id];
    ++group.times;
    group.sizes.insert(std::string{name_of(f.setting.comfort.size)});
    group.palettes.insert(std::string{name_of(f.setting.comfort.palette)});
    group.languages.insert(std::string{name_of(f.setting.comfort.language)});
    if (group.example.empty()) group.example = f.found;
  }
  std::string lines = std::to_string(findings.size()) + " breaches at " +
                      std::to_string(groups.size()) + " places\n";
  std::size_t shown = 0;
  for (const auto& [place, group] : groups) {
    if (++shown > kMostLines) return lines + "  and more: set HUIMIN_AUDIT_REPORT\n";
    lines += "  " + place + ": " + group.example + " [";
    for (const auto* some : {&group.sizes, &group.palettes, &group.languages}) {
      for (const std::string& one : *some) lines += " " + one;
    }
    lines += " ] x" + std::to_string(group.times) + '\n';
  }
  return lines;
}

}  // namespace huimin::screens::audit
