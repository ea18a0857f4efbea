#include "settings.h"

namespace huimin::screens::audit {

std::vector<Setting> settings_of(const Panel& panel) {
  std::vector<Setting> all;
  for (const auto language : {view::Language::ChineseSimplified, view::Language::English}) {
    for (const auto size : {view::TextSize::Small, view::TextSize::Medium, view::TextSize::Large,
                            view::TextSize::ExtraLarge}) {
      for (const auto palette : {view::Palette::Standard, view::Palette::DarkGround,
                                 view::Palette::LightGround, view::Palette::Soft}) {
        all.push_back({panel, {language, size, palette}});
      }
    }
  }
  return all;
}

std::string_view name_of(view::TextSize size) {
  switch (size) {
    case view::TextSize::Small: return "small";
    case view::TextSize::Medium: return "medium";
    case view::TextSize::Large: return "large";
    case view::TextSize::ExtraLarge: return "xl";
  }
  return "";
}

std::string_view name_of(view::Palette palette) {
  switch (palette) {
    case view::Palette::Standard: return "standard";
    case view::Palette::DarkGround: return "dark";
    case view::Palette::LightGround: return "light";
    case view::Palette::Soft: return "soft";
  }
  return "";
}

std::string_view name_of(view::Language language) {
  switch (language) {
    case view::Language::ChineseSimplified: return "zh";
    case view::Language::English: return "en";
  }
  return "";
}

}  // namespace huimin::screens::audit
