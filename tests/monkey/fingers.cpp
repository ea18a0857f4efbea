#include "tests/monkey/fingers.h"

#include <SDL.h>

namespace huimin::monkey {

namespace {

constexpr int kStepsOfADrag = 4;

}  // namespace

void Fingers::send(unsigned type, const Spot& at, int finger) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.touchId = 1;
  event.tfinger.fingerId = finger;
  event.tfinger.timestamp =
      static_cast<Uint32>(terminal_.now().mono.time_since_epoch().count());
  // The middle of the pixel, so that it is still that pixel after the way through fractions.
  const screens::Screen& panel = terminal_.panel();
  event.tfinger.x = (static_cast<float>(at.x) + 0.5F) / static_cast<float>(panel.width_px);
  event.tfinger.y = (static_cast<float>(at.y) + 0.5F) / static_cast<float>(panel.height_px);
  terminal_.frame().handle(event);
}

void Fingers::down(const Spot& at, int finger) {
  send(SDL_FINGERDOWN, at, finger);
  terminal_.draw();
}

void Fingers::move(const Spot& to, int finger) {
  send(SDL_FINGERMOTION, to, finger);
  terminal_.draw();
}

void Fingers::up(const Spot& at, int finger) { send(SDL_FINGERUP, at, finger); }

void Fingers::tap(const Spot& at) {
  down(at);
  up(at);
}

void Fingers::drag(const Spot& from, const Spot& to) {
  down(from);
  for (int i = 1; i <= kStepsOfADrag; ++i) {
    move({from.x + (to.x - from.x) * i / kStepsOfADrag,
          from.y + (to.y - from.y) * i / kStepsOfADrag});
  }
  up(to);
}

void Fingers::lose() {
  SDL_Event event{};
  event.type = SDL_WINDOWEVENT;
  event.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
  terminal_.frame().handle(event);
}

}  // namespace huimin::monkey
