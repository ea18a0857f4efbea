// One picture after another, without a window: events in, pixels and damaged rectangles out.
//
// The main loop of the terminal hands it SDL events and a window surface; tests and headless runs
// hand it touches and plain memory. Everything else is the same code. One thread; several Frames
// may live one after the other or side by side, each with its own ImGui context.
#pragma once

#include "screens/toolkit/bridge.h"
#include "screens/toolkit/glyphs.h"
#include "screens/toolkit/line_cache.h"
#include "screens/toolkit/raster.h"
#include "screens/toolkit/ui.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace huimin::screens {

struct Painted {
  std::span<const PxRect> damage;  // what changed on the surface; valid until the next end()
  // False: the surface still shows the frame before, since more input waits to be seen, or glyphs
  // found no room; draw again.
  bool complete = true;
};

class Frame {
 public:
  explicit Frame(const FontFiles& fonts = {}, Glyphs::AtlasSize atlas = {1024, 4096});
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  // True if the event concerns the screen: draw a frame.
  bool handle(const SDL_Event& event);
  Bridge& bridge() { return bridge_; }

  // `dt_s`: time since the last frame, for kinetic scrolling and the double-tap guard.
  Ui& begin(const Screen& screen, const Look& look, double dt_s = 1.0 / 60);
  Painted end(const Surface& surface);
  // Ends the frame without painting, for replaying journeys fast; the registry is filled all the
  // same.
  void end_unpainted();

  // Edges are queued, something is pressed or scrolls, or a picture was incomplete: draw again
  // without waiting.
  bool needs_redraw() const;
  // The surface lost its contents.
  void repaint_all();

  // What the last frame showed.
  const Registry& registry() const { return ui_.registry_; }
  Focus& focus() { return ui_.focus_; }
  // Presses that begin sooner than this after a change of screen are ignored: the second half of
  // a double tap.
  void set_double_tap_guard(double seconds) { ui_.double_tap_guard_s_ = seconds; }
  // Scrolls the region that this entry is in until it shows. True if something moved.
  bool reveal(std::string_view id);
  // Reveals this widget and queues a tap in its middle; false if it is not on the screen or off.
  // Three frames later it has been clicked.
  bool tap(std::string_view id);

  Glyphs& glyphs() { return glyphs_; }
  // Draw data of the last frame, for other renderers (bench); valid until the next begin().
  const ImDrawData* draw_data() const;

 private:
  void feed_input();
  void move_focus();
  void settle_focus();
  void empty_atlas();

  struct Context;
  Glyphs glyphs_;
  LineCache lines_;
  std::unique_ptr<Context> context_;
  Raster raster_;
  Bridge bridge_;
  Ui ui_;
  bool incomplete_ = false;
  bool revealed_ = false;
};

// Memory for pictures without a window.
class Pixels {
 public:
  Pixels(int width, int height)
      : memory_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)),
        width_(width), height_(height) {}
  Surface surface() { return {memory_.data(), width_, height_, width_}; }
  const std::vector<std::uint32_t>& memory() const { return memory_; }

 private:
  std::vector<std::uint32_t> memory_;
  int width_;
  int height_;
};

}  // namespace huimin::screens
