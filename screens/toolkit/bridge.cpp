#include "screens/toolkit/bridge.h"

#include <SDL.h>

#include <utility>

namespace huimin::screens {

namespace {

constexpr double kNowhere = -1e6;

// A finger at rest trembles by less than this part of the panel's width: some 3 mm of 268.
constexpr double kStillShare = 0.011;

}  // namespace

void Bridge::set_size(int width_px, int height_px) {
  width_ = width_px;
  height_ = height_px;
}

bool Bridge::handle(const SDL_Event& event) {
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return handle_finger(event);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION: return handle_mouse(event);
    case SDL_KEYDOWN: return has_keyboard_ && handle_key(event);
    case SDL_TEXTINPUT:
      if (has_keyboard_) type(event.text.text);
      return has_keyboard_;
    case SDL_WINDOWEVENT:
      if (event.window.event != SDL_WINDOWEVENT_FOCUS_LOST) return false;
      cancel();
      fingers_.forget();
      return true;
    default: return false;  // SDL's event types are an open set
  }
}

bool Bridge::handle_finger(const SDL_Event& event) {
  const SDL_TouchFingerEvent& finger = event.tfinger;
  if (finger.touchId == SDL_MOUSE_TOUCHID) return false;
  const Trace at{static_cast<double>(finger.x) * width_, static_cast<double>(finger.y) * height_,
                 finger.timestamp};
  const FingerId id{finger.touchId, finger.fingerId};
  const bool is_free = owner_ == Owner::None || owner_ == Owner::Finger;
  const Fingers::Answer answer = event.type == SDL_FINGERDOWN ? fingers_.down(id, at, is_free)
                                 : event.type == SDL_FINGERUP
                                     ? fingers_.up(id, at)
                                     : fingers_.move(id, at, width_ * kStillShare);
  if (answer.cancels) cancel_press();
  if (!answer.counts) return answer.cancels;
  if (event.type == SDL_FINGERDOWN) {
    begin(Owner::Finger, at);
  } else if (event.type == SDL_FINGERUP) {
    end(Owner::Finger, at);
  } else {
    last_seen_ms_ = at.at_ms;
    queue_.push_back({Kind::Move, at});
  }
  return true;
}

bool Bridge::handle_mouse(const SDL_Event& event) {
  if (event.type == SDL_MOUSEMOTION) {
    // A mouse that only hovers changes nothing on these screens.
    if (event.motion.which == SDL_TOUCH_MOUSEID || owner_ != Owner::Mouse) return false;
    queue_.push_back({Kind::Move, {static_cast<double>(event.motion.x),
                                   static_cast<double>(event.motion.y), event.motion.timestamp}});
    return true;
  }
  const SDL_MouseButtonEvent& button = event.button;
  if (button.which == SDL_TOUCH_MOUSEID || button.button != SDL_BUTTON_LEFT) return false;
  const Trace at{static_cast<double>(button.x), static_cast<double>(button.y), button.timestamp};
  if (event.type == SDL_MOUSEBUTTONUP) return end(Owner::Mouse, at);
  if (owner_ != Owner::None) return false;
  begin(Owner::Mouse, at);
  return true;
}

bool Bridge::handle_key(const SDL_Event& event) {
  const SDL_Keysym& symbol = event.key.keysym;
  if (handle_edit_key(symbol.sym)) return true;
  // A key that is held is one activation.
  if (event.key.repeat != 0) return false;
  switch (symbol.sym) {
    case SDLK_TAB: key((symbol.mod & KMOD_SHIFT) != 0 ? FocusKey::Previous : FocusKey::Next); break;
    case SDLK_DOWN: key(FocusKey::NextGroup); break;
    case SDLK_UP: key(FocusKey::PreviousGroup); break;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: key(FocusKey::Activate); break;
    default: return false;  // SDL's key codes are an open set
  }
  return true;
}

bool Bridge::handle_edit_key(int keycode) {
  switch (keycode) {
    case SDLK_LEFT: key(EditKey::Left); break;
    case SDLK_RIGHT: key(EditKey::Right); break;
    case SDLK_HOME: key(EditKey::Home); break;
    case SDLK_END: key(EditKey::End); break;
    case SDLK_BACKSPACE: key(EditKey::Backspace); break;
    case SDLK_DELETE: key(EditKey::Delete); break;
    default: return false;  // SDL's key codes are an open set
  }
  return true;
}

void Bridge::begin(Owner owner, Trace at) {
  owner_ = owner;
  last_seen_ms_ = at.at_ms;
  queue_.push_back({Kind::Press, at});
}

bool Bridge::end(Owner owner, Trace at) {
  if (owner_ != owner) return false;
  vanishes_ = owner != Owner::Mouse;
  owner_ = Owner::None;
  queue_.push_back({Kind::Release, at});
  return true;
}

void Bridge::press(double x, double y, std::uint32_t at_ms) {
  if (owner_ == Owner::None) begin(Owner::Player, {x, y, at_ms});
}

void Bridge::move(double x, double y, std::uint32_t at_ms) {
  if (owner_ == Owner::Player) queue_.push_back({Kind::Move, {x, y, at_ms}});
}

void Bridge::release(double x, double y, std::uint32_t at_ms) {
  end(Owner::Player, {x, y, at_ms});
}

void Bridge::key(FocusKey key) { focus_keys_.push_back(key); }

void Bridge::key(EditKey key) { typed_.push_back({{}, key}); }

void Bridge::type(std::string_view utf8) { typed_.push_back({std::string(utf8)}); }

void Bridge::cancel() {
  fingers_.let_go();
  cancel_press();
}

void Bridge::cancel_press() {
  if (owner_ == Owner::None) return;
  owner_ = Owner::None;
  vanishes_ = true;
  queue_.push_back({Kind::Cancel, {kNowhere, kNowhere, last_seen_ms_}});
}

FrameInput Bridge::next_frame() {
  FrameInput input;
  if (settle_ && vanishes_) last_ = {kNowhere, kNowhere, last_.at_ms};
  settle_ = false;
  while (!queue_.empty()) {
    const Item item = queue_.front();
    queue_.pop_front();
    last_ = item.at;
    if (item.kind != Kind::Cancel) input.trace.push_back(item.at);
    if (item.kind == Kind::Move) continue;
    input.pressed = item.kind == Kind::Press;
    input.released = item.kind == Kind::Release;
    input.cancelled = item.kind == Kind::Cancel;
    down_ = input.pressed;
    settle_ = !input.pressed;
    break;
  }
  input.down = down_;
  input.x = last_.x;
  input.y = last_.y;
  while (!focus_keys_.empty()) {
    const FocusKey next = focus_keys_.front();
    focus_keys_.pop_front();
    input.focus_keys.push_back(next);
    if (next == FocusKey::Activate) break;
  }
  input.typed = std::exchange(typed_, {});
  return input;
}

bool Bridge::pending() const {
  return settle_ || !queue_.empty() || !focus_keys_.empty() || !typed_.empty();
}

}  // namespace huimin::screens
