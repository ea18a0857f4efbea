#include "stand.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace huimin::screens::audit {

namespace {

// More pages than any list of a screen has; more means that a pager never ends.
constexpr int kMostPages = 80;
constexpr int kMostFrames = 60;

// What is in `all` and was not in `before`, which then becomes `all`.
template <typename Item>
std::vector<Item> newly(std::vector<Item>& before, std::vector<Item> all) {
  std::sort(all.begin(), all.end());
  std::vector<Item> fresh;
  std::set_difference(all.begin(), all.end(), before.begin(), before.end(),
                      std::back_inserter(fresh));
  before = std::move(all);
  return fresh;
}

}  // namespace

Stand::Stand(const Screen& panel)
    : panel_(panel),
      texts_(Texts::load(HUIMIN_SHARE_DIR).value()),
      screens_(texts_, HUIMIN_SHARE_DIR),
      pixels_(panel.width_px, panel.height_px) {}

view::Intents Stand::frame(const samples::Sample& sample) {
  ui_ = &frame_.begin(panel_, look_of(sample.screen.chrome.comfort));
  view::Intents intents = screens_.draw(*ui_, sample.screen);
  if (paints_) {
    damage_ = frame_.end(pixels_.surface()).damage;
  } else {
    frame_.end_unpainted();
  }
  return intents;
}

bool Stand::settle(const samples::Sample& sample) {
  for (int i = 0; i < kMostFrames; ++i) {
    frame(sample);
    if (!frame_.needs_redraw()) return true;
  }
  return false;
}

view::Intents Stand::tap(const samples::Sample& sample, std::string_view id) {
  view::Intents all;
  if (!frame_.tap(id)) return all;
  for (int i = 0; i < kMostFrames; ++i) {
    for (auto& intent : frame(sample)) all.push_back(std::move(intent));
    if (!frame_.needs_redraw()) break;
  }
  return all;
}

void Stand::write(const samples::Sample& sample, std::string_view pad_id) {
  const Entry* pad = registry().find(pad_id);
  if (pad == nullptr || pad->visible.empty()) return;
  const PxRect at = pad->visible;
  constexpr int kPoints = 6;
  Bridge& bridge = frame_.bridge();
  for (int i = 0; i <= kPoints; ++i) {
    const double x = at.x + at.w * (0.2 + 0.6 * i / kPoints);
    const double y = at.y + at.h * (0.2 + 0.6 * i / kPoints);
    if (i == 0) bridge.press(x, y);
    bridge.move(x, y);
    if (i == kPoints) bridge.release(x, y);
    frame(sample);
  }
  settle(sample);
}

Shown Stand::look() {
  Shown shown;
  shown.entries = registry().entries();
  shown.duplicates = registry().duplicates();
  std::set<std::string> regions;
  for (const Entry& entry : shown.entries) {
    if (!entry.region.empty()) regions.insert(entry.region);
  }
  for (const std::string& region : regions) {
    const bool scrolls = ui_->scroll(region).last_offset() > 0.01;
    const Entry* button = registry().find(region + ".forward");
    if (scrolls && button == nullptr) shown.without_pager.push_back(region);
  }
  return shown;
}

// Presses one enabled pager button whose id ends so.
bool Stand::press_pager(const samples::Sample& sample, std::string_view end) {
  for (const Entry& entry : registry().entries()) {
    if (entry.role != Role::Pager || !entry.enabled || !entry.id.ends_with(end)) continue;
    tap(sample, std::string{entry.id});
    return true;
  }
  return false;
}

Walked Stand::walk(const samples::Sample& sample) {
  Walked walked;
  walked.at_rest = settle(sample);
  // The sample before may have left this screen on another page.
  for (int i = 0; i < kMostPages && press_pager(sample, ".back"); ++i) {}
  walked.shown.push_back(look());
  for (int i = 0; i < kMostPages && press_pager(sample, ".forward"); ++i) {
    walked.shown.push_back(look());
  }
  walked.missing_letters = newly(missing_letters_, frame_.glyphs().missing());
  walked.missing_texts = newly(missing_texts_, texts_.missing_ids());
  return walked;
}

}  // namespace huimin::screens::audit
