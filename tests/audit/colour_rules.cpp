#include "rules.h"

namespace huimin::screens::audit {

namespace {

// US VVSG 2.0, 7.1-C and 7.1-D; what the soft palette may have is the project's own choice.
struct Band {
  Rule rule;
  double least;
  double most;
};

Band band_of(view::Palette palette) {
  switch (palette) {
    case view::Palette::Standard: return {Rule::Contrast, 10, 21.01};
    case view::Palette::DarkGround:
    case view::Palette::LightGround: return {Rule::HighContrast, 20, 21.01};
    case view::Palette::Soft: return {Rule::LowContrast, 4.5, 8.5};
  }
  return {Rule::Contrast, 10, 21.01};
}

bool says_something(const Entry& entry) {
  return entry.cap_mm > 0 && !(entry.label.empty() && entry.value.empty());
}

std::string hex(Rgb c) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const int part : {int{c.r}, int{c.g}, int{c.b}}) {
    text += kDigits[part / 16];
    text += kDigits[part % 16];
  }
  return text;
}

}  // namespace

void check_colours(const Case& c, Findings& findings) {
  const Band band = band_of(c.setting.comfort.palette);
  for (const Shown& shown : c.walked.shown) {
    for (const Entry& entry : shown.entries) {
      if (!says_something(entry)) continue;
      const double ratio = contrast(entry.ink, entry.ground);
      if (ratio >= band.least && ratio <= band.most) continue;
      findings.add(band.rule, entry.id,
                   decimal(ratio) + " " + hex(entry.ink) + " on " + hex(entry.ground));
    }
  }
}

}  // namespace huimin::screens::audit
