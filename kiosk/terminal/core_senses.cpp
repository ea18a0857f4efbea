// Keypad, touch and voice of the terminal: what a person who does not see the screen works with.

#include <algorithm>
#include <utility>
#include <variant>

#include "kiosk/base/log.h"
#include "kiosk/terminal/core.h"
#include "kiosk/terminal/features.h"
#include "kiosk/terminal/keypad_meaning.h"

namespace huimin::terminal {

namespace event = journey::resident::event;
namespace effect = journey::resident::effect;

namespace {

void fill_black(const screens::Surface& surface) {
  for (int y = 0; y < surface.height; ++y)
    std::fill_n(surface.pixels + y * surface.stride, surface.width, 0U);
}

}  // namespace

// After the first picture: nobody waits for it, and nobody types yet.
void Core::name_missing_features() {
  if (std::exchange(looked_for_features_, true)) return;
  for (const MissingFeature& each : missing_features({{setup_.share_dir}})) {
    base::log(base::LogEvent::FeatureMissing, {{"feature", static_cast<int>(each.feature)}});
  }
}

SpeechNews Core::speech_news() {
  return {[this](bool there) {
            if (!there) {
              base::log(base::LogEvent::FeatureMissing,
                        {{"feature", static_cast<int>(Feature::Voice)}});
            }
            if (there) {
              post(event::VoiceBack{});
            } else {
              post(event::VoiceGone{});
            }
          },
          [this](std::uint64_t) {
            has_read_ = true;
            wake_();
          }};
}

// The voice hears of the end before anything else does.
void Core::obey(const journey::resident::Effect& effect) {
  if (std::holds_alternative<effect::EndSession>(effect)) {
    keys_.clear();
    reading_.end();
    // The ring of who was here before must not greet the next person.
    frame_.focus().clear();
  } else if (std::holds_alternative<effect::CallStaff>(effect)) {
    reading_.interrupt();
  } else if (std::holds_alternative<effect::ReadTyped>(effect)) {
    reading_.read_fields(listening());
  }
}

void Core::take(const devices::KeypadEvent& said) {
  if (const auto* pressed = std::get_if<devices::KeyPressed>(&said)) {
    ++keys_taken_;
    press(pressed->key);
    return;
  }
  const bool was_in = headset_in_;
  if (std::holds_alternative<devices::HeadsetIn>(said)) headset_in_ = true;
  if (std::holds_alternative<devices::HeadsetOut>(said)) headset_in_ = false;
  if (std::holds_alternative<devices::KeypadGone>(said)) headset_in_ = false;
  if (was_in && !headset_in_) reading_.interrupt();
  changed_ = true;
}

// A key that wakes the terminal, or gives more time, does nothing else: nobody acts on what they
// could not know. Help is never only that.
void Core::press(devices::KeypadKey key) {
  reading_.interrupt();
  const std::string before = shown_;
  const bool only_wakes = before == "attract" || before == "timeout";
  apply(event::KeypadUsed{});
  if (const auto act = act_of(key)) {
    const screens::view::Comfort comfort = resident_.comfort;
    press(*act);
    // At the end of the range the words go on: silence would sound like a fault.
    const bool changed_nothing = resident_.comfort == comfort;
    if (*act != screens::view::Act::CallStaff && changed_nothing) reading_.again(listening());
  } else if (only_wakes) {
    return;
  } else if (key == devices::KeypadKey::Repeat) {
    reading_.repeat(listening());
  } else if (const auto moves = focus_key(key)) {
    frame_.bridge().key(*moves);
  }
}

void Core::press(screens::view::Act act) {
  event::Did did;
  did.intent = screens::view::intent::Press{act};
  apply(did);
}

// A finger on the glass cuts the voice. On a dark screen it brings the picture back and nothing
// else: nobody sees what lies under it.
Core::Touch Core::take_touch(const screens::FrameInput& input) {
  const bool was_down = std::exchange(finger_down_, input.down);
  if (!was_down && input.down) {
    reading_.interrupt();
    lights_ = is_dark();
    if (lights_) {
      frame_.bridge().cancel();
      press(screens::view::Act::DarkScreen);
    }
  }
  const Touch touch = lights_ ? Touch::Ignored : Touch::Taken;
  if (!input.down) lights_ = false;
  return touch;
}

bool Core::finish_frame(const screens::Surface& surface) {
  if (is_dark()) {
    frame_.end_unpainted();
    if (!black_) {
      fill_black(surface);
      damage_.assign(1, {0, 0, surface.width, surface.height});
    }
    black_ = true;
    return true;
  }
  if (std::exchange(black_, false)) frame_.repaint_all();
  const screens::Painted painted = frame_.end(surface);
  damage_.insert(damage_.end(), painted.damage.begin(), painted.damage.end());
  return painted.complete;
}

Listening Core::listening() {
  static const std::string nothing;
  const auto& focus = frame_.focus();
  return {frame_.registry(),
          screens_.heard(),
          shown_,
          focus.shown() ? focus.id() : nothing,
          resident_.comfort,
          resident_.keypad_used && resident_.cover == journey::resident::Cover::Timeout,
          outlet()};
}

devices::Outlet Core::outlet() const {
  switch (setup_.config.headset) {
    case HeadsetUse::Always: return devices::Outlet::Headset;
    case HeadsetUse::Never: return devices::Outlet::Loudspeaker;
    case HeadsetUse::Jack: break;
  }
  return headset_in_ ? devices::Outlet::Headset : devices::Outlet::Loudspeaker;
}

}  // namespace huimin::terminal
