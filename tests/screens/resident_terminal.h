// A terminal without a window: the resident's screens, a frame, and a finger.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "sample_views.h"
#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"

namespace huimin::screens {

// The 21.5 inch panel, upright and lying.
inline constexpr Screen kUpright{1080, 1920, 268};
inline constexpr Screen kLying{1920, 1080, 476.4};

struct Terminal {
  explicit Terminal(const Screen& panel) : screen(panel), pixels(panel.width_px, panel.height_px) {}

  view::Intents show(const samples::Sample& sample) {
    Ui& ui = frame.begin(screen, look_of(sample.screen.chrome.comfort));
    view::Intents intents = screens.draw(ui, sample.screen);
    frame.end(pixels.surface());
    return intents;
  }

  // Draws until everything is on the picture.
  void settle(const samples::Sample& sample) {
    for (int i = 0; i < 60; ++i) {
      show(sample);
      if (!frame.needs_redraw()) return;
    }
    FAIL("does not come to rest: ", sample.name);
  }

  // Touches the middle of this widget; what came of it.
  view::Intents tap(const samples::Sample& sample, const std::string& id) {
    settle(sample);
    view::Intents all;
    REQUIRE(frame.tap(id));
    for (int i = 0; i < 6; ++i) {
      for (auto& intent : show(sample)) all.push_back(std::move(intent));
    }
    return all;
  }

  Screen screen;
  Texts texts = Texts::load(HUIMIN_SHARE_DIR).value();
  ResidentScreens screens{texts, HUIMIN_SHARE_DIR};
  Pixels pixels;
  Frame frame;
};

}  // namespace huimin::screens
