#include "screens/toolkit/ui.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace huimin::screens {

namespace {

ImRect box(const PxRect& r) {
  return {static_cast<float>(r.x), static_cast<float>(r.y), static_cast<float>(r.right()),
          static_cast<float>(r.bottom())};
}

}  // namespace

void Ui::enter_screen(std::string_view name) {
  if (name == screen_) return;
  const bool first = screen_.empty();
  screen_ = name;
  if (first) return;
  cancel_touch();
  focus_.start_over();
  activated_.clear();
  scrolls_.clear();
  since_screen_s_ = 0;
}

Touch Ui::touchable(Entry entry, const Rect& rect) {
  entry.rect = theme_.px(rect);
  entry.visible = intersection(entry.rect, canvas_->clip_px());
  Touch touch;
  touch.focused = entry.enabled && focus_.is_on(entry.id);
  if (entry.enabled && !entry.visible.empty()) {
    const ImRect place = box(entry.rect);
    const ImGuiID id = ImGui::GetID(entry.id.c_str());
    bool inside = false;
    bool held = false;
    if (ImGui::ItemAdd(place, id) && !swallow_) {
      touch.clicked = ImGui::ButtonBehavior(place, id, &inside, &held);
    }
    touch.pressed = held && inside;
  }
  if (entry.enabled && !activated_.empty() && activated_ == entry.id) touch.clicked = true;
  entry.focused = touch.focused;
  entry.pressed = touch.pressed;
  registry_.add(std::move(entry));
  return touch;
}

void Ui::readable(Entry entry, const Rect& rect) {
  entry.rect = theme_.px(rect);
  entry.visible = intersection(entry.rect, canvas_->clip_px());
  registry_.add(std::move(entry));
}

void Ui::focus_ring(const Rect& rect, double radius_mm, Colour ground) {
  const Rect outer = rect.inset(-2 * kStrong);
  // On a tray blue has less than 10 to 1.
  const Colour ring = ground == Colour::Tray ? Colour::Ink : Colour::Blue;
  canvas_->edge(outer, ring, kStrong, radius_mm + 2 * kStrong);
  canvas_->edge(rect.inset(-kStrong), ground, kStrong, radius_mm + kStrong);
}

void Ui::cancel_touch() {
  ImGui::ClearActiveID();
  if (input_.down) swallow_ = true;
}

Scroll& Ui::scroll(std::string_view id) {
  const auto known = scrolls_.find(id);
  return known != scrolls_.end() ? known->second : scrolls_[std::string(id)];
}

std::optional<Point> Ui::finger() const {
  if (input_.x < 0 || input_.y < 0) return std::nullopt;
  return Point{theme_.mm(input_.x), theme_.mm(input_.y)};
}

}  // namespace huimin::screens
