// Scrolling of one region by finger, and by two large page buttons that do the same.
#pragma once

#include "screens/toolkit/bridge.h"
#include "screens/toolkit/canvas.h"
#include "screens/toolkit/geometry.h"

#include <string>
#include <string_view>

namespace huimin::screens {

// A finger that moves less than this still taps; a guess for hands that shake, from 14 px on the
// 21.5 inch panel.
inline constexpr double kSlopMm = 3.5;

// Pure: positions and speeds in mm, seconds in. Offset 0 shows the beginning.
class Scroll {
 public:
  // Moves by one frame's input. True when a drag just began: the press under the finger must be
  // cancelled.
  bool update(const FrameInput& input, const Rect& region, double px_per_mm, double dt_s);
  void set_extent(double content_mm, const Rect& view);

  double offset() const { return offset_; }
  double last_offset() const { return last_; }
  bool dragging() const { return dragging_; }
  bool coasting() const { return !tracking_ && speed_ != 0; }
  bool can_go_up() const { return offset_ > 0.01; }
  bool can_go_down() const { return offset_ < last_ - 0.01; }
  // To where the lines begin that were left out, or else one page less a little, so that the eye
  // finds its line again.
  void page(int direction);
  // How far below the view's top the first line below begins that is not shown whole, and how far
  // above the view's bottom the last one above ends; mm, 0: none.
  void set_cut(double below_mm, double above_mm);
  void go_to(double offset_mm);
  // Scrolls as little as it takes to show what is drawn from `top` to `bottom` on the screen, in
  // mm. Returns by how much that moves up.
  double reveal(double top_mm, double bottom_mm);

 private:
  double offset_ = 0;
  double last_ = 0;
  Rect view_{};
  double cut_below_ = 0, cut_above_ = 0;
  double speed_ = 0;  // mm per second
  double start_y_ = 0;
  double last_y_ = 0;
  bool tracking_ = false;
  bool dragging_ = false;
};

class Ui;

// Everything drawn between construction and destruction scrolls: draw at the rectangles of
// `content`.
//
//   ScrollRegion region(ui, "review.list", rect, height_needed);
//   Rect r = region.content();
class ScrollRegion {
 public:
  ScrollRegion(Ui& ui, std::string_view id, const Rect& view, double content_mm);
  ~ScrollRegion();
  ScrollRegion(const ScrollRegion&) = delete;
  ScrollRegion& operator=(const ScrollRegion&) = delete;

  // As wide as the view and as high as the content; its top moves.
  const Rect& content() const { return content_; }
  bool overflows() const { return overflows_; }

 private:
  Ui* ui_;
  Rect content_;
  bool overflows_;
  std::string id_, outer_;
  Rect view_;
  Canvas::CutLines before_;
};

}  // namespace huimin::screens
