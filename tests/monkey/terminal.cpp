#include "tests/monkey/terminal.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <variant>

#include "tests/journey/sample_world.h"

namespace huimin::monkey {

namespace resident = journey::resident;

namespace {

using namespace std::chrono_literals;

constexpr int kMostFrames = 400;
// Kinetic scrolling and the double-tap guard see this much time between two pictures.
constexpr base::milliseconds kFrame{30};
// Idle time, warning and good-bye are well below.
constexpr auto kHomeWithin = std::chrono::minutes(12);

catalogue::Catalogue catalogue_of(const std::filesystem::path& share) {
  auto loaded = catalogue::load(share / "catalogue");
  if (!loaded) throw std::runtime_error(catalogue::line_of(loaded.error().front()));
  return std::move(*loaded);
}

screens::Texts texts_of(const std::filesystem::path& share) {
  auto loaded = screens::Texts::load(share);
  if (!loaded) throw std::runtime_error(loaded.error());
  return std::move(*loaded);
}

bool is_home(const Resident& now) {
  return std::holds_alternative<resident::state::Attract>(now.state);
}

}  // namespace

Terminal::Terminal(const std::filesystem::path& share, const screens::Screen& panel)
    : catalogue_(catalogue_of(share)),
      calendar_(catalogue_.calendar()),
      texts_(texts_of(share)),
      panel_(panel),
      world_{catalogue_, calendar_, *domain::Division::parse("430522100"), {},
             &resident::sample::make_id},
      now_(resident::sample::morning()),
      drawn_at_(now_.mono),
      pixels_(panel.width_px, panel.height_px),
      screens_(texts_, share) {
  resident_.last_touch = now_.mono;
}

void Terminal::happens(const Event& event) {
  apply(event);
  settle();
}

void Terminal::apply(const Event& event) {
  auto [next, effects] = resident::step(world_, std::move(resident_), event, now_);
  resident_ = std::move(next);
  for (Effect& effect : effects) {
    carry_out(effect);
    effects_.push_back(std::move(effect));
  }
  asked_ += effects.size();
  changed_ = true;
}

void Terminal::carry_out(const Effect& effect) {
  if (std::holds_alternative<resident::effect::EndSession>(effect)) screens_.forget();
}

void Terminal::passes(base::milliseconds time) {
  const base::MonoTime until = now_.mono + time;
  while (now_.mono < until) {
    const auto wait = resident::next_tick_within(world_, resident_, now_);
    const auto left = until - now_.mono;
    const auto by = wait.count() > 0 ? std::clamp<base::milliseconds>(wait, 1ms, left) : left;
    now_.mono += by;
    now_.wall += by;
    if (by == wait) apply(resident::event::Tick{});
  }
}

void Terminal::draw() {
  changed_ = false;
  const auto view = resident::present(world_, resident::sample::hall(), resident_, now_);
  shown_ = screens::view::name_of(view);
  const double since_s = std::chrono::duration<double>(now_.mono - drawn_at_).count();
  drawn_at_ = now_.mono;
  auto& ui = frame_.begin(panel_, screens::look_of(view.chrome.comfort), std::max(since_s, 0.001));
  const auto intents = screens_.draw(ui, view);
  if (++pictures_ % kPaintEach == 0) {
    frame_.end(pixels_.surface());
  } else {
    frame_.end_unpainted();
  }
  intents_ += intents.size();
  for (const auto& intent : intents) apply(resident::event::Did{intent});
}

bool Terminal::settle() {
  for (int frames = 0; frames < kMostFrames; ++frames) {
    if (frames > 0 && !changed_ && !frame_.needs_redraw()) return true;
    now_.mono += kFrame;
    now_.wall += kFrame;
    draw();
  }
  return false;
}

bool Terminal::leads_home_by_itself() const {
  Resident walker = resident_;
  base::Instant at = now_;
  const base::MonoTime until = at.mono + kHomeWithin;
  while (at.mono < until) {
    if (is_home(walker)) return true;
    const auto wait = std::max(resident::next_tick_within(world_, walker, at), 100ms);
    at.mono += wait;
    at.wall += wait;
    walker = resident::step(world_, std::move(walker), resident::event::Tick{}, at).next;
  }
  return is_home(walker);
}

}  // namespace huimin::monkey
