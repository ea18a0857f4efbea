#include "screens/toolkit/scroll.h"

#include "screens/toolkit/ui.h"

#include <algorithm>
#include <cmath>

namespace huimin::screens {

namespace {

// Coasting loses all but a fiftieth of its speed in a second; it stops below a crawl.
constexpr double kFriction = 4;
constexpr double kCrawlMmPerS = 6;
// Longer than this without a move is a rest.
constexpr double kRestS = 0.1;
// What comes into view keeps this from its edge.
constexpr double kRevealMargin = 6;
// What a page leaves of the page before.
constexpr double kPageOverlap = 0.12;
// A page moves by this share of the view at least, and leaves this above its first line, in mm.
constexpr double kLeastStep = 0.3;
constexpr double kAboveLine = 1.5;

}  // namespace

void Scroll::set_extent(double content_mm, const Rect& view) {
  view_ = view;
  last_ = std::max(0.0, content_mm - view.h);
  offset_ = std::clamp(offset_, 0.0, last_);
}

bool Scroll::update(const FrameInput& input, const Rect& region, double px_per_mm, double dt_s) {
  const double y = input.y / px_per_mm;
  bool cancel = false;
  if (input.pressed && region.contains({input.x / px_per_mm, y})) {
    // A finger that stops a coasting list does not also touch what it lands on.
    cancel = speed_ != 0;
    tracking_ = true;
    dragging_ = false;
    speed_ = 0;
    start_y_ = last_y_ = y;
  }
  if (tracking_ && !input.cancelled) {
    if (!dragging_ && last_ > 0 && std::fabs(y - start_y_) > kSlopMm) {
      dragging_ = cancel = true;
    }
    if (dragging_) {
      const double moved = y - last_y_;
      offset_ = std::clamp(offset_ - moved, 0.0, last_);
      if (dt_s > 0 && !input.released) speed_ = 0.6 * speed_ - 0.4 * moved / dt_s;
    }
    last_y_ = y;
  }
  // A finger that rested before it was lifted does not throw the list.
  if (input.cancelled || (input.released && dt_s > kRestS)) speed_ = 0;
  if (!input.down) {
    if (!tracking_ && speed_ != 0) {
      offset_ = std::clamp(offset_ + speed_ * dt_s, 0.0, last_);
      speed_ *= std::exp(-kFriction * dt_s);
      const bool at_end = offset_ <= 0 || offset_ >= last_;
      if (at_end || std::fabs(speed_) < kCrawlMmPerS) speed_ = 0;
    }
    tracking_ = dragging_ = false;
  }
  return cancel;
}

void Scroll::page(int direction) {
  const double cut = direction > 0 ? cut_below_ : cut_above_;
  const double whole = view_.h * (1 - kPageOverlap);
  const bool is_step = cut > view_.h * kLeastStep && cut < view_.h;
  const double to = offset_ + direction * (is_step ? cut - kAboveLine : whole);
  // A little short of the beginning is the beginning.
  go_to(direction < 0 && to < view_.h * kPageOverlap ? 0 : to);
}

void Scroll::set_cut(double below_mm, double above_mm) {
  cut_below_ = below_mm;
  cut_above_ = above_mm;
}

void Scroll::go_to(double offset_mm) {
  speed_ = 0;
  offset_ = std::clamp(offset_mm, 0.0, last_);
}

double Scroll::reveal(double top_mm, double bottom_mm) {
  const double before = offset_;
  const double over = bottom_mm + kRevealMargin - view_.bottom();
  const double under = view_.y + kRevealMargin - top_mm;
  // What is higher than the view shows its beginning.
  if (under > 0 || bottom_mm - top_mm > view_.h) {
    go_to(offset_ - under);
  } else if (over > 0) {
    go_to(offset_ + over);
  }
  return offset_ - before;
}

ScrollRegion::ScrollRegion(Ui& ui, std::string_view id, const Rect& view, double content_mm)
    : ui_(&ui),
      content_(view),
      overflows_(content_mm > view.h + 0.01),
      id_(id),
      view_(view),
      before_(ui.canvas().begin_lines(overflows_ ? view : Rect{})) {
  Scroll& scroll = ui.scroll(id);
  scroll.set_extent(content_mm, view);
  if (scroll.update(ui.input(), view, ui.theme().px_per_mm(), ui.seconds())) ui.cancel_touch();
  if (scroll.coasting()) ui.keep_moving();
  content_.y -= scroll.offset();
  content_.h = std::max(content_mm, view.h);
  ui.canvas().push_clip(view);
  outer_ = ui.registry().region();
  ui.registry().set_region(id);
}

ScrollRegion::~ScrollRegion() {
  const Canvas::CutLines cut = ui_->canvas().end_lines(before_);
  const Theme& theme = ui_->theme();
  ui_->scroll(id_).set_cut(cut.below == 0 ? 0 : theme.mm(cut.below) - view_.y,
                           cut.above == 0 ? 0 : view_.bottom() - theme.mm(cut.above));
  ui_->canvas().pop_clip();
  ui_->registry().set_region(outer_);
}

}  // namespace huimin::screens
