#include "kiosk/terminal/features.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "screens/locale/pronunciation.h"

namespace huimin::terminal {

namespace {

constexpr double kInchMm = 25.4;
constexpr double kLeastInches = 12.0;

Feature feature_of(screens::TypingWay way) {
  switch (way) {
    case screens::TypingWay::Pinyin: return Feature::Pinyin;
    case screens::TypingWay::Handwriting: return Feature::Handwriting;
    case screens::TypingWay::Parts: return Feature::Parts;
  }
  return Feature::Pinyin;
}

bool is_file(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

}  // namespace

std::string_view name_of(Feature feature) {
  switch (feature) {
    case Feature::Pinyin: return "pinyin";
    case Feature::Handwriting: return "handwriting";
    case Feature::Parts: return "parts";
    case Feature::RareFonts: return "rare-fonts";
    case Feature::Pronunciation: return "pronunciation";
    case Feature::Voice: return "voice";
  }
  return "unknown";
}

std::vector<MissingFeature> missing_features(const FeaturePlaces& places) {
  std::vector<MissingFeature> missing;
  for (const screens::MissingWay& each : screens::missing_ways(places.typing)) {
    missing.push_back({feature_of(each.way), each.why});
  }
  for (const std::filesystem::path& font : places.fonts.fallbacks) {
    if (!is_file(font)) missing.push_back({Feature::RareFonts, font.string() + " is not there"});
  }
  if (auto tables = screens::Pronunciation::load(places.typing.share_dir); !tables) {
    missing.push_back({Feature::Pronunciation, tables.error()});
  }
  return missing;
}

std::string small_panel(const Screen& screen) {
  const double across_px = std::hypot(screen.width_px, screen.height_px);
  const double across_in = across_px * screen.width_mm / screen.width_px / kInchMm;
  const auto [shorter, longer] = std::minmax(screen.width_px, screen.height_px);
  if (across_in >= kLeastInches && longer >= 1920 && shorter >= 1080) return "";
  return fmt::format("{:.1f} inches, {} x {} pixels; 12 inches and 1920 x 1080 are asked for",
                     across_in, screen.width_px, screen.height_px);
}

}  // namespace huimin::terminal
