// Recorded clips that replace the voice: <folder>/<zh_CN|en>/<text id>.wav.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "devices/speech/voice.h"

namespace huimin::devices {

// Reads files when asked; safe from several threads.
class Clips {
 public:
  explicit Clips(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // The clip of this text, in the form of wav.h, at this speed. Nothing if there is none or it is
  // damaged: then the voice speaks.
  std::optional<Pcm> find(SpokenLanguage language, std::string_view text_id, int percent) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace huimin::devices
