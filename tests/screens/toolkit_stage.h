// A screen without a window: a draw function, a Frame and the pixels it paints.
#pragma once

#include "screens/toolkit/frame.h"

#include <functional>
#include <string_view>
#include <utility>

namespace huimin::screens {

struct Stage {
  explicit Stage(std::function<void(Ui&)> draw_page, Screen panel = {}, Look chosen = {})
      : draw(std::move(draw_page)), screen(panel), look(chosen),
        pixels(panel.width_px, panel.height_px) {}

  Painted show(double dt_s = 1.0 / 60) {
    draw(frame.begin(screen, look, dt_s));
    return frame.end(pixels.surface());
  }

  // Frames until nothing moves; false if that takes longer than it should.
  bool settle() {
    for (int i = 0; i < 600; ++i) {
      show();
      if (!frame.needs_redraw()) return true;
    }
    return false;
  }

  const Entry* find(std::string_view id) const { return frame.registry().find(id); }

  std::function<void(Ui&)> draw;
  Screen screen;
  Look look;
  Pixels pixels;
  Frame frame;
};

}  // namespace huimin::screens
