// What a draw function gets: the canvas, the theme, and how a place on the screen is touched.
//
// Valid between Frame::begin and Frame::end. State that a widget keeps from frame to frame
// (pressed, scrolled) lives here under its id; ids are keys such as "home.apply", never labels.
#pragma once

#include "screens/toolkit/bridge.h"
#include "screens/toolkit/canvas.h"
#include "screens/toolkit/focus.h"
#include "screens/toolkit/registry.h"
#include "screens/toolkit/scroll.h"
#include "screens/toolkit/theme.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace huimin::screens {

// How a place is being touched in this frame.
struct Touch {
  bool pressed = false;  // held, with the finger inside
  bool clicked = false;  // went down and up inside, or was activated by key
  bool focused = false;  // the keypad is on it: draw the ring
};

class Ui {
 public:
  Canvas& canvas() { return *canvas_; }
  const Theme& theme() const { return theme_; }
  Registry& registry() { return registry_; }
  Focus& focus() { return focus_; }
  const FrameInput& input() const { return input_; }
  double seconds() const { return dt_s_; }  // since the last frame

  // Names the screen. Another name than in the last frame ends a touch that began on the old one,
  // so that nothing is released onto a new button; and forgets focus and scrolling.
  void enter_screen(std::string_view name);

  // Makes `rect` touchable and enters it into the registry; the widget draws itself by the
  // answer.
  Touch touchable(Entry entry, const Rect& rect);
  // Enters something to read.
  void readable(Entry entry, const Rect& rect);
  // Focus ring around a widget, 1.5 mm with 1.5 mm of ground between.
  void focus_ring(const Rect& rect, double radius_mm, Colour ground = Colour::Paper);

  // Ends the touch that is going on: nothing will be clicked by it.
  void cancel_touch();
  // Scroll state of a region, kept by id while the screen stays.
  Scroll& scroll(std::string_view id);
  // A field shows its caret in this frame: the keys left and right are its own.
  void claim_arrows() { field_in_use_ = true; }
  // Asks for another frame soon, as long as something moves.
  void keep_moving() { moving_ = true; }

  // The finger, in mm, if one is known.
  std::optional<Point> finger() const;
  PxRect px(const Rect& r) const { return theme_.px(r); }

 private:
  friend class Frame;
  Ui() = default;

  Theme theme_{Screen{}, Look{}};
  Registry registry_;
  Focus focus_;
  FrameInput input_;
  std::optional<Canvas> canvas_;
  std::map<std::string, Scroll, std::less<>> scrolls_;
  std::string screen_;
  std::string activated_;      // id activated by key in this frame
  bool swallow_ = false;       // ignore the pointer until it is lifted
  bool field_in_use_ = false;  // left and right belong to the caret
  bool moving_ = false;
  double dt_s_ = 0;
  double since_screen_s_ = 1e9;
  double double_tap_guard_s_ = 0;
};

}  // namespace huimin::screens
