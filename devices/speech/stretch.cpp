#include "devices/speech/stretch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace huimin::devices {
namespace {

// Two periods of a low voice; half of it overlaps with the next.
constexpr double kFrameSeconds = 0.03;
constexpr double kSearchSeconds = 0.008;

// How alike two stretches of `size` samples are. Every second sample is enough to tell.
double likeness(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  double product = 0, energy = 1;
  for (std::size_t i = 0; i < size; i += 2) {
    product += static_cast<double>(a[i]) * b[i];
    energy += static_cast<double>(b[i]) * b[i];
  }
  return product / std::sqrt(energy);
}

// The place near `wanted` whose sound continues what begins at `natural`.
std::size_t best_place(const std::vector<std::int16_t>& in, std::size_t wanted,
                       std::size_t natural, std::size_t half, std::size_t search) {
  const std::size_t last = in.size() - 2 * half;
  const std::size_t from = wanted > search ? wanted - search : 0;
  const std::size_t to = std::min(wanted + search, last);
  std::size_t best = std::min(wanted, last);
  double most = -1e300;
  for (std::size_t place = from; place <= to; ++place) {
    const double value = likeness(&in[natural], &in[place], half);
    if (value <= most) continue;
    most = value;
    best = place;
  }
  return best;
}

}  // namespace

Pcm stretched(const Pcm& pcm, double factor) {
  factor = std::clamp(factor, 0.4, 3.0);
  const auto half = static_cast<std::size_t>(kFrameSeconds * pcm.rate_hz / 2);
  const auto search = static_cast<std::size_t>(kSearchSeconds * pcm.rate_hz);
  const std::vector<std::int16_t>& in = pcm.samples;
  if (std::abs(factor - 1) < 0.01 || in.size() < 4 * half) return pcm;
  Pcm out{{in.begin(), in.begin() + static_cast<std::ptrdiff_t>(half)}, pcm.rate_hz};
  const auto size = static_cast<std::size_t>(static_cast<double>(in.size()) * factor);
  out.samples.reserve(size + half);
  std::size_t place = 0;  // of the frame written last
  while (out.samples.size() < size) {
    const std::size_t natural = std::min(place + half, in.size() - 2 * half);
    const auto wanted =
        static_cast<std::size_t>(static_cast<double>(out.samples.size()) / factor);
    if (wanted + 2 * half >= in.size()) break;
    place = best_place(in, wanted, natural, half, search);
    // The second half of the last frame fades into the first half of this one.
    for (std::size_t i = 0; i < half; ++i) {
      const double in_part = static_cast<double>(i) / static_cast<double>(half);
      const double mixed = in[natural + i] * (1 - in_part) + in[place + i] * in_part;
      out.samples.push_back(static_cast<std::int16_t>(std::lround(mixed)));
    }
  }
  const std::size_t rest = std::min(place + half, in.size());
  out.samples.insert(out.samples.end(), in.begin() + static_cast<std::ptrdiff_t>(rest),
                     in.begin() + static_cast<std::ptrdiff_t>(std::min(rest + half, in.size())));
  return out;
}

}  // namespace huimin::devices
