#include "sweep.h"

#include <iterator>

#include "long_views.h"
#include "rules.h"

namespace huimin::screens::audit {

namespace {

std::vector<samples::Sample> every_sample(view::Language language) {
  std::vector<samples::Sample> all = samples::sample_views(language);
  std::vector<samples::Sample> longest = long_views(language);
  all.insert(all.end(), std::make_move_iterator(longest.begin()),
             std::make_move_iterator(longest.end()));
  return all;
}

void judge(const Case& c, Findings& findings) {
  findings.about(c.sample.name, c.setting);
  check_touch(c, findings);
  check_fit(c, findings);
  check_colours(c, findings);
  check_letters(c, findings);
  check_ways(c, findings);
}

}  // namespace

Findings sweep(const Panel& panel) {
  Findings findings;
  Stand stand{panel.screen};
  for (const Setting& setting : settings_of(panel)) {
    for (samples::Sample& sample : every_sample(setting.comfort.language)) {
      sample.screen.chrome.comfort = setting.comfort;
      const Walked walked = stand.walk(sample);
      judge({sample, setting, walked}, findings);
    }
  }
  findings.report();
  return findings;
}

}  // namespace huimin::screens::audit
