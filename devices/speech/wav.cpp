#include "devices/speech/wav.h"

#include <cstdint>

namespace huimin::devices {
namespace {

constexpr std::size_t kMostSamples = std::size_t{kWavRate} * 600;
constexpr std::size_t kHeader = 44;

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint32_t get(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return value;
}

bool is_our_format(std::string_view chunk) {
  return chunk.size() >= 16 && get(chunk, 0, 2) == 1 && get(chunk, 2, 2) == 1 &&
         get(chunk, 4, 4) == kWavRate && get(chunk, 14, 2) == 16;
}

}  // namespace

std::string wav_header(std::size_t samples) {
  const auto bytes = static_cast<std::uint32_t>(samples * 2);
  std::string out = "RIFF";
  put(out, bytes + static_cast<std::uint32_t>(kHeader) - 8, 4);
  out += "WAVEfmt ";
  put(out, 16, 4);
  put(out, 1, 2);  // plain samples
  put(out, 1, 2);  // mono
  put(out, kWavRate, 4);
  put(out, kWavRate * 2, 4);
  put(out, 2, 2);
  put(out, 16, 2);
  out += "data";
  put(out, bytes, 4);
  return out;
}

std::optional<Pcm> parse_wav(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") {
    return std::nullopt;
  }
  bool known = false;
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const std::string_view name = bytes.substr(at, 4);
    const std::size_t size = get(bytes, at + 4, 4);
    if (size > bytes.size() - at - 8) return std::nullopt;
    const std::string_view chunk = bytes.substr(at + 8, size);
    if (name == "fmt ") known = is_our_format(chunk);
    if (name == "data") {
      if (!known || size / 2 > kMostSamples) return std::nullopt;
      Pcm pcm{{}, kWavRate};
      for (std::size_t i = 0; i + 1 < size; i += 2) {
        pcm.samples.push_back(static_cast<std::int16_t>(get(chunk, i, 2)));
      }
      return pcm;
    }
    at += 8 + size + size % 2;  // chunks begin at even places
  }
  return std::nullopt;
}

}  // namespace huimin::devices
