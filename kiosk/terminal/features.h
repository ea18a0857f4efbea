#pragma once
// What a terminal offers only when something is installed: without it everything else works, the
// button of it is not there, and readiness names it.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/terminal/config.h"
#include "screens/input/text_engines.h"
#include "screens/toolkit/glyphs.h"

namespace huimin::terminal {

// Numbers stand in the log. Add at the end; never renumber.
enum class Feature : std::uint8_t {
  Pinyin = 1,       // librime and its dictionary
  Handwriting = 2,  // zinnia's model
  Parts = 3,        // characters by their parts
  RareFonts = 4,    // fonts for rare characters: without them a box with the code point
  Pronunciation = 5,
  Voice = 6,        // the synthesiser's voices, and something to hear them with
};

// Those that are looked for by their files.
inline constexpr Feature kInstalled[] = {Feature::Pinyin, Feature::Handwriting, Feature::Parts,
                                         Feature::RareFonts, Feature::Pronunciation};

std::string_view name_of(Feature feature);

struct FeaturePlaces {
  screens::TypingSources typing;
  screens::FontFiles fonts = {};
};

struct MissingFeature {
  Feature feature = Feature::Pinyin;
  std::string why;  // one line for staff
};

// All but the voice, of which its own thread tells. Takes about 50 ms; nobody may be
// typing.
std::vector<MissingFeature> missing_features(const FeaturePlaces& places);

// One line for staff when the picture is smaller than a screen for everybody should be: 12 inches
// across and 1920 by 1080 pixels (VVSG 2.0, 8.1-A). Empty when it is not. Such a terminal works.
std::string small_panel(const Screen& screen);

}  // namespace huimin::terminal
