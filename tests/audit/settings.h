// What a screen is audited on: a panel, a letter size, a palette and a language.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "screens/toolkit/theme.h"
#include "screens/view/common.h"

namespace huimin::screens::audit {

struct Panel {
  std::string_view name;
  Screen screen;
};

inline constexpr std::array<Panel, 4> kPanels{{{"1080x1920", {1080, 1920, 268}},
                                               {"1920x1080", {1920, 1080, 476}},
                                               {"1366x768", {1366, 768, 345}},
                                               {"1024x768", {1024, 768, 304.8}}}};

struct Setting {
  Panel panel;
  view::Comfort comfort;
};

// Every size, palette and language on this panel.
std::vector<Setting> settings_of(const Panel& panel);

std::string_view name_of(view::TextSize size);
std::string_view name_of(view::Palette palette);
std::string_view name_of(view::Language language);

}  // namespace huimin::screens::audit
