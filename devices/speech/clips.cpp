#include "devices/speech/clips.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "devices/speech/stretch.h"
#include "devices/speech/wav.h"

namespace huimin::devices {
namespace {

// The largest file that parse_wav takes, with room for a few chunks of notes.
constexpr std::uintmax_t kMostBytes = 32U << 20;

// Ids of texts; nothing that could lead out of the folder.
bool is_text_id(std::string_view id) {
  return !id.empty() && id.front() != '.' && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

}  // namespace

std::optional<Pcm> Clips::find(SpokenLanguage language, std::string_view text_id,
                               int percent) const {
  if (!is_text_id(text_id)) return std::nullopt;
  const char* folder = language == SpokenLanguage::Mandarin ? "zh_CN" : "en";
  const auto file = folder_ / folder / (std::string{text_id} + ".wav");
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error || size > kMostBytes) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  const std::optional<Pcm> pcm = parse_wav(bytes);
  if (!pcm || pcm->samples.empty()) return std::nullopt;
  const int speed = std::clamp(percent, kSlowestPercent, kFastestPercent);
  return stretched(*pcm, 100.0 / speed);
}

}  // namespace huimin::devices
