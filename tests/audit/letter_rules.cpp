#include <algorithm>

#include "rules.h"

namespace huimin::screens::audit {

namespace {

// Cap heights in mm (US VVSG 2.0, 7.1-G).
struct Band {
  double from;
  double to;
};

Band band_of(view::TextSize size) {
  switch (size) {
    case view::TextSize::Small: return {3.5, 4.2};
    case view::TextSize::Medium: return {4.8, 5.6};
    case view::TextSize::Large: return {6.4, 7.1};
    case view::TextSize::ExtraLarge: return {8.5, 9.0};
  }
  return {3.5, 4.2};
}

constexpr double kRoundingMm = 0.005;
constexpr double kLeastCap = 3.5;
// MIIT rules for older users: lines of a text at least 1.3 letters apart.
constexpr double kLeastLine = 1.3;

bool is_running_text(Role role) {
  return role == Role::Text || role == Role::Error || role == Role::Note || role == Role::Warning;
}

void check_size(const Case& c, const Entry& entry, Findings& findings) {
  if (entry.cap_mm <= 0) return;
  const std::string found = decimal(entry.cap_mm * 10) + "/10 mm";
  if (entry.cap_mm < kLeastCap - kRoundingMm) findings.add(Rule::CapLeast, entry.id, found);
  if (entry.cap_mm < band_of(c.setting.comfort.size).from - kRoundingMm) {
    findings.add(Rule::CapBand, entry.id, found);
  }
}

// Some text stands in the band: the size is not merely "larger".
void check_smallest(const Case& c, Findings& findings) {
  double smallest = 1e9;
  for (const Shown& shown : c.walked.shown) {
    for (const Entry& entry : shown.entries) {
      if (entry.cap_mm > 0) smallest = std::min(smallest, entry.cap_mm);
    }
  }
  if (smallest > band_of(c.setting.comfort.size).to + kRoundingMm) {
    findings.add(Rule::CapBand, "", "smallest " + decimal(smallest) + " mm");
  }
}

std::string code_point(char32_t c) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text;
  for (int shift = 20; shift >= 0; shift -= 4) text += kDigits[(c >> shift) & 0xF];
  return "U+" + text;
}

}  // namespace

void check_letters(const Case& c, Findings& findings) {
  for (const Shown& shown : c.walked.shown) {
    for (const Entry& entry : shown.entries) {
      check_size(c, entry, findings);
      const bool tight = entry.line_height > 0 && entry.line_height < kLeastLine - 1e-9;
      if (tight && is_running_text(entry.role)) {
        findings.add(Rule::LineHeight, entry.id, decimal(entry.line_height * 10) + "/10");
      }
      if (entry.label.starts_with("[") && entry.label.find("]") != std::string::npos) {
        findings.add(Rule::Text, entry.id, entry.label);
      }
      if (is_interactive(entry.role) && entry.label.empty() && entry.spoken.empty()) {
        findings.add(Rule::Text, entry.id, "no word");
      }
    }
  }
  check_smallest(c, findings);
  for (const char32_t letter : c.walked.missing_letters) {
    findings.add(Rule::Glyph, "", code_point(letter));
  }
  for (const std::string& id : c.walked.missing_texts) findings.add(Rule::Text, "", id);
}

}  // namespace huimin::screens::audit
