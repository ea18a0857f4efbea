#include <algorithm>

#include "resident_terminal.h"

using namespace huimin::screens;
using samples::Sample;

namespace {

constexpr Screen kPanels[] = {kUpright, kLying, {1366, 768, 345}, {1024, 768, 304.8}};
constexpr view::TextSize kSizes[] = {view::TextSize::Small, view::TextSize::Medium,
                                     view::TextSize::Large, view::TextSize::ExtraLarge};

bool has_field(const Terminal& terminal) {
  const auto& entries = terminal.frame.registry().entries();
  return std::any_of(entries.begin(), entries.end(),
                     [](const Entry& entry) { return entry.role == Role::Field; });
}

// The smallest rectangle that holds every key and candidate.
PxRect keyboard_of(const Terminal& terminal) {
  PxRect all{};
  for (const Entry& entry : terminal.frame.registry().entries()) {
    if (entry.role != Role::Key && entry.role != Role::Candidate) continue;
    if (all.empty()) {
      all = entry.rect;
      continue;
    }
    const int x = std::min(all.x, entry.rect.x), y = std::min(all.y, entry.rect.y);
    all = {x, y, std::max(all.right(), entry.rect.right()) - x,
           std::max(all.bottom(), entry.rect.bottom()) - y};
  }
  return all;
}

bool belongs_to_field(const Entry& entry, const Entry& field) {
  return entry.id == field.id || entry.role == Role::Error ||
         (entry.label == field.label && !is_interactive(entry.role));
}

// Nowhere under the keyboard; and, unless pages may be turned, wholly on the screen.
void check_in_sight(const Terminal& terminal, bool may_page) {
  const PxRect keyboard = keyboard_of(terminal);
  const auto& entries = terminal.frame.registry().entries();
  for (const Entry& field : entries) {
    if (field.role != Role::Field) continue;
    for (const Entry& entry : entries) {
      if (!belongs_to_field(entry, field)) continue;
      CAPTURE(entry.id);
      CAPTURE(entry.label);
      CHECK(intersection(entry.rect, keyboard).empty());
      CHECK((may_page || entry.visible == entry.rect));
    }
  }
  for (const Entry& entry : entries) {
    if (entry.zone != Zone::BottomBar || !is_interactive(entry.role)) continue;
    CAPTURE(entry.id);
    CHECK(intersection(entry.rect, keyboard).empty());
    CHECK(entry.visible == entry.rect);
  }
}

void check_panel(const Screen& panel, view::TextSize size, view::Language language) {
  for (Sample& sample : samples::sample_views(language)) {
    CAPTURE(sample.name);
    CAPTURE(panel.width_px);
    CAPTURE(static_cast<int>(size));
    sample.screen.chrome.comfort.size = size;
    Terminal terminal(panel);
    terminal.settle(sample);
    if (!has_field(terminal)) continue;
    // With letters typed, the candidates stand in their row.
    if (terminal.frame.tap("key.z")) terminal.settle(sample);
    check_in_sight(terminal, panel.width_px > panel.height_px && size > view::TextSize::Medium);
  }
}

}  // namespace

TEST_SUITE("resident keyboards") {
  // On lying panels a long error in large and extra-large letters may stand below the cut: there
  // the two large buttons bring it, so only the keyboard is looked at.
  TEST_CASE("C09: no field, label, error or button of the bar lies under the keyboard") {
    for (const Screen& panel : kPanels) {
      for (const view::TextSize size : kSizes) {
        check_panel(panel, size, view::Language::ChineseSimplified);
      }
    }
  }

  TEST_CASE("C09: the same in English") {
    for (const Screen& panel : kPanels) {
      for (const view::TextSize size : kSizes) check_panel(panel, size, view::Language::English);
    }
  }
}
