// The rules, each on one sample in one setting. They judge the registry: what was really drawn, on
// every page and at every position of scrolling.
#pragma once

#include "finding.h"
#include "stand.h"

namespace huimin::screens::audit {

struct Case {
  const samples::Sample& sample;
  const Setting& setting;
  const Walked& walked;

  double px_per_mm() const {
    return setting.panel.screen.width_px / setting.panel.screen.width_mm;
  }
};

void check_touch(const Case& c, Findings& findings);    // sizes, gaps, overlaps
void check_fit(const Case& c, Findings& findings);      // clipped, outside, out of reach
void check_colours(const Case& c, Findings& findings);  // contrast of words on their ground
void check_letters(const Case& c, Findings& findings);  // sizes, line height, glyphs, texts
void check_ways(const Case& c, Findings& findings);     // focus, staff, out, aids, states

// "12.3"
std::string decimal(double value);

}  // namespace huimin::screens::audit
