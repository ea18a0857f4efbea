// Turns SDL events into what one frame sees: one pointer, at most one button edge, keys of the
// keypad.
//
// Only the first finger counts; palms and fingers that lie still do not (see fingers.h). Mouse
// events that SDL makes up from touches are ignored (and the other way round), nothing asks for
// the pointer's position, nothing captures the mouse (with SDL2 on X11 no touch arrives after
// that; a lint looks for it); so pushed events work like real ones. A press and a release that
// arrive together are seen in two frames, in order; see pending().
#pragma once

#include "screens/toolkit/fingers.h"
#include "screens/toolkit/focus.h"
#include "screens/toolkit/geometry.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

union SDL_Event;

namespace huimin::screens {

// Editing keys of a hardware keyboard, for the field in use.
enum class EditKey : std::uint8_t { Left, Right, Home, End, Backspace, Delete };

// One thing that a hardware keyboard did, in order: text in UTF-8, or an editing key.
struct Typed {
  std::string text;
  std::optional<EditKey> key = std::nullopt;
};

struct FrameInput {
  bool down = false;
  bool pressed = false;    // went down in this frame
  bool released = false;   // went up in this frame
  bool cancelled = false;  // the press ended without a release, e.g. the window lost the focus
  double x = -1e6;         // far away when no pointer is known
  double y = -1e6;
  std::vector<Trace> trace;  // where it went in this frame, this place included
  std::vector<FocusKey> focus_keys;
  std::vector<Typed> typed;
};

class Bridge {
 public:
  // Size of the window, for finger events, which come as fractions of it.
  void set_size(int width_px, int height_px);

  // True if the event was one for the screen: pointer, text or one of the keys.
  bool handle(const SDL_Event& event);

  // For the staff's window, which has a keyboard: Tab, Enter and the arrows move the focus and
  // press, letters are typed. Off at first: on a resident's terminal whatever types into the window
  // is a scanner in keyboard mode that nobody grabbed, and must press nothing (case C10). The keypad
  // does not come this way but by key().
  void set_keyboard_navigation(bool on) { has_keyboard_ = on; }
  bool has_keyboard_navigation() const { return has_keyboard_; }

  // The same without SDL, for players and tests. Pixels.
  void press(double x, double y, std::uint32_t at_ms = 0);
  void move(double x, double y, std::uint32_t at_ms = 0);
  void release(double x, double y, std::uint32_t at_ms = 0);
  void key(FocusKey key);
  void key(EditKey key);
  void type(std::string_view utf8);
  void cancel();

  // Input up to and including the next button edge and the next activation; the rest stays
  // queued.
  FrameInput next_frame();
  // More edges are queued, or the frame after a release is due.
  bool pending() const;

 private:
  enum class Kind : std::uint8_t { Press, Move, Release, Cancel };
  struct Item {
    Kind kind = Kind::Move;
    Trace at{};
  };
  enum class Owner : std::uint8_t { None, Mouse, Finger, Player };

  bool handle_finger(const SDL_Event& event);
  bool handle_mouse(const SDL_Event& event);
  bool handle_key(const SDL_Event& event);
  bool handle_edit_key(int keycode);
  void begin(Owner owner, Trace at);
  bool end(Owner owner, Trace at);
  void cancel_press();

  std::deque<Item> queue_;
  std::deque<FocusKey> focus_keys_;
  std::vector<Typed> typed_;
  Owner owner_ = Owner::None;
  Fingers fingers_;
  bool vanishes_ = false;  // a finger that was lifted is nowhere
  bool settle_ = false;    // a release was given out; one more frame shows what it did
  bool down_ = false;
  Trace last_{-1e6, -1e6, 0};
  std::uint32_t last_seen_ms_ = 0;
  bool has_keyboard_ = false;
  int width_ = 1;
  int height_ = 1;
};

}  // namespace huimin::screens
