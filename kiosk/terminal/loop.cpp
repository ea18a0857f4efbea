#include "kiosk/terminal/loop.h"

#include <SDL.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace huimin::terminal {

namespace {

// A finger that scrolls or a picture that is not finished: draw again at about the panel's rate.
constexpr int kFrameMs = 16;

struct CloseWindow {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};

class Video {
 public:
  // The pixels are ours, so SDL must not put them through OpenGL; touches are read as touches, not
  // as a mouse.
  bool open() {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    return SDL_Init(SDL_INIT_VIDEO) == 0;
  }
  ~Video() { SDL_Quit(); }
};

std::string sdl_error(const std::string& what) {
  return what + ": " + SDL_GetError() + "; start with --headless where there is no display";
}

screens::Surface surface_of(SDL_Window* window) {
  SDL_Surface* surface = SDL_GetWindowSurface(window);
  if (surface == nullptr) return {};
  return {static_cast<std::uint32_t*>(surface->pixels), surface->w, surface->h, surface->pitch / 4};
}

void show(SDL_Window* window, const std::vector<screens::PxRect>& damage) {
  std::vector<SDL_Rect> rects;
  rects.reserve(damage.size());
  for (const screens::PxRect& each : damage) rects.push_back({each.x, each.y, each.w, each.h});
  if (!rects.empty())
    SDL_UpdateWindowSurfaceRects(window, rects.data(), static_cast<int>(rects.size()));
}

// False: the window was closed, or the program is told to end.
bool handle(Core& core, const SDL_Event& said) {
  if (said.type == SDL_QUIT) return false;
  if (said.type == SDL_WINDOWEVENT) {
    switch (said.window.event) {
      case SDL_WINDOWEVENT_EXPOSED:
      case SDL_WINDOWEVENT_SIZE_CHANGED: core.repaint_all(); break;
      default: break;
    }
  }
  if (core.frame().handle(said)) core.repaint_soon();
  return true;
}

}  // namespace

tl::expected<void, std::string> run_window(CoreSetup setup, const base::Clock& clock) {
  Video video;
  if (!video.open()) return tl::unexpected(sdl_error("no display"));
  const Screen& screen = setup.config.screen;
  const std::unique_ptr<SDL_Window, CloseWindow> window(
      SDL_CreateWindow("huimin", 0, 0, screen.width_px, screen.height_px, SDL_WINDOW_BORDERLESS));
  if (!window) return tl::unexpected(sdl_error("no window"));
  const Uint32 wake_event = SDL_RegisterEvents(1);
  auto core = Core::start(std::move(setup), clock, [wake_event] {
    SDL_Event wake{};
    wake.type = wake_event;
    SDL_PushEvent(&wake);
  });
  if (!core) return tl::unexpected(core.error());
  while (true) {
    (*core)->turn();
    if ((*core)->must_paint()) {
      const screens::Surface surface = surface_of(window.get());
      if (surface.pixels == nullptr) return tl::unexpected(sdl_error("no picture"));
      show(window.get(), (*core)->paint(surface));
    }
    const auto idle = static_cast<int>((*core)->next_turn_within().count());
    SDL_Event said{};
    if (SDL_WaitEventTimeout(&said, (*core)->must_paint() ? kFrameMs : std::max(idle, 1)) == 0)
      continue;
    do {
      if (!handle(**core, said)) return {};
    } while (SDL_PollEvent(&said) != 0);
  }
}

}  // namespace huimin::terminal
