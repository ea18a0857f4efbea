// Taps letters on the pinyin keyboard of the real terminal, for valgrind to count.
//
// The terminal is the program's own (journey, screens, keyboards, dictionary) on SDL's dummy
// driver; events come through SDL's queue and pixels go through SDL's window, as in the main loop.
// Only what a tap causes is counted: finger down, finger up, and every picture until it stands.
//
//   valgrind --tool=callgrind --collect-atstart=no bench_key_tap DIR
//
// prints "taps N"; instructions divided by N are the figure, CPU time only means something without
// valgrind. DIR is empty but for DIR/state, made by `kiosk-admin pki demo --state DIR/state`.
#include <SDL.h>
#include <valgrind/callgrind.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kiosk/terminal/player.h"

namespace huimin::terminal {

namespace {

// What a person without a card types first. Nothing is plugged in here.
constexpr std::string_view kToTheName =
    "screen attract\ntap act.start\nscreen home\ntap act.apply\nscreen trouble-paper\n"
    "tap act.print_later\nscreen privacy\ntap act.agree\nscreen identify-no-reader\n"
    "tap act.no_card\nscreen type-name\n";

// The surname is typed and chosen first: surnames come out of a short table, what follows does not.
// A syllable, taken back letter by letter: both are taps.
constexpr std::string_view kSyllable = "wang";
constexpr int kWarmUpRounds = 2;
constexpr int kRounds = 5;

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Window {
 public:
  explicit Window(const screens::Screen& screen)
      : window_(SDL_CreateWindow("key tap", 0, 0, screen.width_px, screen.height_px, 0),
                SDL_DestroyWindow) {}

  screens::Surface surface() const {
    SDL_Surface* surface = SDL_GetWindowSurface(window_.get());
    return {static_cast<std::uint32_t*>(surface->pixels), surface->w, surface->h,
            surface->pitch / 4};
  }
  void show(const std::vector<screens::PxRect>& damage) const {
    std::vector<SDL_Rect> rects;
    for (const auto& r : damage) rects.push_back({r.x, r.y, r.w, r.h});
    if (!rects.empty())
      SDL_UpdateWindowSurfaceRects(window_.get(), rects.data(), static_cast<int>(rects.size()));
  }

 private:
  std::unique_ptr<SDL_Window, void (*)(SDL_Window*)> window_;
};

class Finger {
 public:
  Finger(Core& core, const Window& window) : core_(core), window_(window) {}

  void tap(std::string_view id) {
    const auto* entry = core_.frame().registry().find(id);
    if (entry == nullptr) throw std::runtime_error("no such key: " + std::string(id));
    const screens::PxRect at = entry->rect;
    send(SDL_FINGERDOWN, at);
    send(SDL_FINGERUP, at);
  }

 private:
  // One event, then the main loop's turn until nothing is left to paint.
  void send(Uint32 type, const screens::PxRect& at) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = 1;
    event.tfinger.timestamp = SDL_GetTicks();
    const screens::Screen panel = core_.screen();
    event.tfinger.x = static_cast<float>(at.x + at.w / 2) / static_cast<float>(panel.width_px);
    event.tfinger.y = static_cast<float>(at.y + at.h / 2) / static_cast<float>(panel.height_px);
    SDL_PushEvent(&event);
    for (SDL_Event said{}; SDL_PollEvent(&said) != 0;) {
      if (core_.frame().handle(said)) core_.repaint_soon();
    }
    do {
      core_.turn();
      if (core_.must_paint()) window_.show(core_.paint(window_.surface()));
    } while (core_.must_paint());
  }

  Core& core_;
  const Window& window_;
};

void type(Finger& finger) {
  for (const char letter : kSyllable) finger.tap(std::string("key.") + letter);
}

int type_and_take_back(Finger& finger) {
  type(finger);
  for (std::size_t i = 0; i < kSyllable.size(); ++i) finger.tap("key.delete");
  return static_cast<int>(2 * kSyllable.size());
}

void run(const std::filesystem::path& folder) {
  AdjustableClock clock;
  Waker waker;
  const std::filesystem::path state = folder / "state" / "terminal";
  auto core = Core::start({*load_config(HUIMIN_SOURCE_DIR "/kiosk/terminal/demo.toml"), state,
                           HUIMIN_SHARE_DIR},
                          clock, [&waker] { waker.wake(); });
  if (!core) throw std::runtime_error(core.error());
  std::ofstream(folder / "journey.txt") << kToTheName;
  Player player({folder, folder / "control", state, folder}, **core, clock, waker);
  if (const auto played = player.play(); !played) throw std::runtime_error(played.error());
  clock.advance(std::chrono::seconds(1));

  const Window window((*core)->screen());
  (*core)->repaint_all();
  Finger finger(**core, window);
  type(finger);
  finger.tap("cand.0");
  for (int i = 0; i < kWarmUpRounds; ++i) type_and_take_back(finger);
  int taps = 0;
  const double before = cpu_ms();
  CALLGRIND_TOGGLE_COLLECT;
  for (int i = 0; i < kRounds; ++i) taps += type_and_take_back(finger);
  CALLGRIND_TOGGLE_COLLECT;
  std::printf("taps %d\ncpu_ms_per_tap %.3f\n", taps, (cpu_ms() - before) / taps);
}

}  // namespace

}  // namespace huimin::terminal

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_key_tap DIR\n");
    return 2;
  }
  SDL_SetMainReady();
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return 2;
  int code = 0;
  try {
    huimin::terminal::run(argv[1]);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "bench_key_tap: %s\n", problem.what());
    code = 1;
  }
  SDL_Quit();
  return code;
}
