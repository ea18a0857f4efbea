#pragma once
// What a terminal is started with.

#include <filesystem>

#include "kiosk/terminal/config.h"
#include "kiosk/terminal/speech_worker.h"
#include "screens/view/common.h"

namespace huimin::terminal {

struct CoreSetup {
  Config config;
  std::filesystem::path state_dir;
  std::filesystem::path share_dir;  // texts and catalogue
  screens::view::Language language = screens::view::Language::ChineseSimplified;
  SpeechParts speech = {};  // empty: there is no voice
};

}  // namespace huimin::terminal
