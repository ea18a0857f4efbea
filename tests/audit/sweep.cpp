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

bool can_press(const Stand& stand, std::string_view id) {
  const Entry* entry = stand.registry().find(id);
  return entry != nullptr && entry->enabled;
}

// Goes through what the keyboard of this sample is besides: letters typed, each other way to write,
// a character written, and back at the letters. The sample was just shown.
void judge_ways_of_typing(Stand& stand, const Setting& setting, const samples::Sample& sample,
                          Findings& findings) {
  if (sample.name != "type-name" && sample.name != "story") return;
  const auto look = [&](const char* name) {
    samples::Sample shown = sample;
    shown.name += name;
    const Walked walked = stand.walk(shown);
    judge({shown, setting, walked}, findings);
  };
  const auto press = [&](std::string_view id) {
    const bool can = can_press(stand, id);
    if (can) stand.tap(sample, id);
    return can;
  };
  for (const std::string_view letter : {"key.w", "key.a", "key.n", "key.g"}) press(letter);
  look("+letters");
  stand.forget();
  stand.settle(sample);
  if (press("key.handwriting")) {
    look("+handwriting");
    stand.write(sample, "handwriting.pad");
    look("+written");
  }
  if (press("key.parts")) look("+parts");
  if (press("key.pinyin")) look("+back");
  stand.forget();
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
      judge_ways_of_typing(stand, setting, sample, findings);
    }
  }
  findings.report();
  return findings;
}

}  // namespace huimin::screens::audit
