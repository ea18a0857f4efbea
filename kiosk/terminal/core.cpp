#include "kiosk/terminal/core.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "kiosk/base/log.h"
#include "kiosk/queue/bytes.h"
#include "kiosk/terminal/effects.h"
#include "kiosk/terminal/keypad_meaning.h"

namespace huimin::terminal {

namespace event = journey::resident::event;
namespace effect = journey::resident::effect;
using journey::resident::Event;

namespace {

// A day's worth of device events in one burst would be a fault; the newest are dropped then.
constexpr std::size_t kMaxInbox = 256;
// More presses than a person makes while one picture is drawn.
constexpr std::size_t kMaxKeys = 32;
// A screen may lead to the next at once; more in a row is a circle in the journey.
constexpr int kMaxFramesAtOnce = 8;
// A second touch this soon after a change of screen is the rest of a double tap. A guess.
constexpr double kDoubleTapGuardS = 0.3;

}  // namespace

tl::expected<std::unique_ptr<Core>, std::string> Core::start(CoreSetup setup,
                                                             const base::Clock& clock,
                                                             std::function<void()> wake) {
  auto catalogue = catalogue::load(setup.share_dir / "catalogue");
  if (!catalogue)
    return tl::unexpected("catalogue: " + catalogue::line_of(catalogue.error().front()));
  auto texts = screens::Texts::load(setup.share_dir);
  if (!texts) return tl::unexpected(texts.error());
  return std::unique_ptr<Core>(
      new Core(std::move(setup), clock, std::move(wake), std::move(*catalogue), std::move(*texts)));
}

Core::Core(CoreSetup setup, const base::Clock& clock, std::function<void()> wake,
           catalogue::Catalogue catalogue, screens::Texts texts)
    : setup_(std::move(setup)),
      clock_(clock),
      wake_(std::move(wake)),
      catalogue_(std::move(catalogue)),
      calendar_(catalogue_.calendar()),
      texts_(std::move(texts)),
      inbox_(kMaxInbox),
      keys_(kMaxKeys),
      screens_(texts_, setup_.share_dir),
      voice_(std::make_unique<SpeechWorker>(setup_.speech, speech_news())),
      reading_(texts_, setup_.share_dir, *voice_) {
  const Config& config = setup_.config;
  hall_ = {config.hall,
           {config.unit, config.official, config.window, config.phone},
           config.supervision_phone};
  resident_.comfort.language = setup_.language;
  resident_.last_touch = clock_.now().mono;
  tick_due_ = resident_.last_touch;
  frame_.set_double_tap_guard(kDoubleTapGuardS);
  StoreSetup store{setup_.state_dir, config.status_host, HUIMIN_VERSION, catalogue_.version,
                   static_cast<std::uint64_t>(config.least_free_mb) << 20};
  effects_ = std::make_unique<Effects>(
      config, std::move(store), PaperMaker{config, catalogue_, texts_}, clock_,
      [this](Event said) { post(std::move(said)); }, [this] { screens_.forget(); });
  if (!config.keypad.empty()) {
    keypad_.emplace(config.keypad, keypad_options(config),
                    [this](devices::KeypadEvent said) { post_key(said); });
  }
}

// What is posted meanwhile finds its inbox.
Core::~Core() {
  keypad_.reset();
  effects_.reset();
  voice_.reset();
}

void Core::post(Event said) {
  if (inbox_.try_push(std::move(said))) wake_();
}

void Core::post_key(devices::KeypadEvent said) {
  if (keys_.try_push(said)) wake_();
}

void Core::turn() {
  if (!shown_.empty()) name_missing_features();
  while (auto said = inbox_.try_pop()) apply(*said);
  while (auto said = keys_.try_pop()) take(*said);
  if (has_read_.exchange(false) && reading_.waits()) changed_ = true;
  if (tick_due_ && clock_.now().mono >= *tick_due_) apply(event::Tick{});
}

void Core::apply(const Event& said) {
  const base::Instant now = clock_.now();
  note(said, now);
  auto [next, effects] = journey::resident::step(world(), std::move(resident_), said, now);
  resident_ = std::move(next);
  for (const auto& each : effects) {
    if (std::holds_alternative<effect::Submit>(each)) outcomes_.submitted_at = now.mono;
    obey(each);
    effects_->run(each);
  }
  const auto wait = journey::resident::next_tick_within(world(), resident_, now);
  tick_due_ = wait.count() > 0 ? std::optional(now.mono + wait) : std::nullopt;
  changed_ = true;
}

void Core::note(const Event& said, base::Instant at) {
  if (const auto* committed = std::get_if<event::Committed>(&said)) {
    outcomes_.committed = *committed;
    outcomes_.committed_at = at.mono;
  } else if (const auto* acknowledged = std::get_if<event::Acknowledged>(&said)) {
    outcomes_.acknowledged = *acknowledged;
    outcomes_.acknowledged_at = at.mono;
  } else if (const auto* status = std::get_if<event::StatusArrived>(&said)) {
    outcomes_.status = *status;
  } else if (std::holds_alternative<event::CardFailed>(said)) {
    ++outcomes_.failed_cards;
  }
}

journey::resident::World Core::world() const {
  journey::resident::Patience patience;
  patience.idle = std::chrono::seconds(setup_.config.idle_s);
  patience.warning = std::chrono::seconds(setup_.config.warning_s);
  return {catalogue_, calendar_,         *domain::Division::parse(setup_.config.division),
          patience,   &queue::random_id, {.language = setup_.language}};
}

screens::Screen Core::screen() const {
  return {setup_.config.screen.width_px, setup_.config.screen.height_px,
          setup_.config.screen.width_mm};
}

const std::vector<screens::PxRect>& Core::paint(const screens::Surface& surface) {
  damage_.clear();
  for (int frames = 0; frames < kMaxFramesAtOnce; ++frames) {
    changed_ = false;
    const base::Instant now = clock_.now();
    const auto view = journey::resident::present(world(), hall_, resident_, now);
    begin_screen(screens::view::name_of(view));
    const double since_s = std::chrono::duration<double>(now.mono - painted_at_).count();
    painted_at_ = now.mono;
    auto& ui =
        frame_.begin(screen(), screens::look_of(view.chrome.comfort), std::max(since_s, 0.001));
    auto intents = screens_.draw(ui, view);
    if (take_touch(ui.input()) == Touch::Ignored) intents.clear();
    const bool complete = finish_frame(surface);
    for (const auto& intent : intents) apply(event::Did{intent});
    if (changed_ || !complete) continue;
    if (!frame_.needs_redraw()) reading_.look(listening());
    break;
  }
  return damage_;
}

void Core::begin_screen(const std::string& name) {
  if (name == shown_) return;
  shown_ = name;
  effects_->screen_changed();
}

std::chrono::milliseconds Core::next_turn_within() const {
  constexpr base::milliseconds kLongest{60'000};
  if (!tick_due_) return kLongest;
  return std::clamp(*tick_due_ - clock_.now().mono, base::milliseconds{0}, kLongest);
}

void Core::repaint_all() {
  frame_.repaint_all();
  black_ = false;
  changed_ = true;
}

}  // namespace huimin::terminal
