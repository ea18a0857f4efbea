#pragma once
// A picture kept for later as runs of equal pixels: a screen of eight megabytes takes a few hundred
// kilobytes, so that a terminal that plays a journey needs little more memory than one with a
// window.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "screens/toolkit/frame.h"

namespace huimin::terminal {

class StillPicture {
 public:
  void take(const screens::Pixels& picture) {
    runs_.clear();
    for (const std::uint32_t pixel : picture.memory()) {
      if (runs_.empty() || runs_.back().pixel != pixel) runs_.push_back({pixel, 0});
      ++runs_.back().count;
    }
  }

  // The picture must have the size of the one that was taken.
  void show(screens::Pixels& picture) const {
    std::uint32_t* at = picture.surface().pixels;
    for (const Run& run : runs_) at = std::fill_n(at, run.count, run.pixel);
  }

 private:
  struct Run {
    std::uint32_t pixel = 0;
    std::uint32_t count = 0;
  };
  std::vector<Run> runs_;
};

}  // namespace huimin::terminal
