#include "kiosk/journey/resident/step.h"

#include <algorithm>
#include <utility>

#include "kiosk/journey/resident/parts.h"

namespace huimin::journey::resident {
namespace {

using screens::view::Summons;

template <class... Arms>
struct Overload : Arms... {
  using Arms::operator()...;
};
template <class... Arms>
Overload(Arms...) -> Overload<Arms...>;

// A presence that was not there before is a person; a reader that fails again and again is not.
void note_card(Turn& turn, std::uint64_t presence, bool lies) {
  Resident& now = turn.now;
  if (now.card == presence && lies) return;
  if (!lies && !now.card) return;
  now.card = lies ? std::optional(presence) : std::nullopt;
  now.last_touch = turn.at.mono;
}

void note_signal(Resident& now, Summons summons) {
  if (now.call) now.call->summons = summons;
}

// What is true around the screen, whatever the screen.
void note(Turn& turn, const Event& event) {
  Resident& now = turn.now;
  std::visit(Overload{
                 [&](const event::Did&) { now.last_touch = turn.at.mono; },
                 [&](const event::Scanned&) { now.last_touch = turn.at.mono; },
                 [&](const event::CardBusy& e) { note_card(turn, e.presence, /*lies=*/true); },
                 [&](const event::CardRead& e) { note_card(turn, e.presence, /*lies=*/true); },
                 [&](const event::CardFailed& e) {
                   note_card(turn, e.presence, e.fault == event::CardFault::Unreadable);
                 },
                 [&](const event::CardLifted& e) { note_card(turn, e.presence, /*lies=*/false); },
                 [&](const event::ReaderGone&) {
                   now.reader_there = false;
                   now.card.reset();
                 },
                 [&](const event::ReaderBack&) { now.reader_there = true; },
                 [&](const event::ScannerGone&) { now.scanner_there = false; },
                 [&](const event::ScannerBack&) { now.scanner_there = true; },
                 [&](const event::PrinterChanged& e) { now.printer = e.state; },
                 [&](const event::KeypadUsed&) { now.last_touch = turn.at.mono; },
                 [&](const event::VoiceGone&) {
                   now.voice_there = false;
                   now.comfort.dark = false;  // neither picture nor voice would be left
                 },
                 [&](const event::VoiceBack&) { now.voice_there = true; },
                 [&](const event::SignalRaised&) { note_signal(now, Summons::Raised); },
                 [&](const event::SignalFailed&) { note_signal(now, Summons::Failed); },
                 [&](const event::ReadinessChecked& e) { now.readiness = e.readiness; },
                 [](const auto&) {},
             },
             event);
}

template <class What>
Next on_screen(Turn& turn, const What& what) {
  return std::visit([&](const auto& here) { return on(turn, here, what); },
                    std::as_const(turn.now.state));
}

Next on_intent(Turn& turn, const screens::view::Intent& intent) {
  const auto* press = std::get_if<intent::Press>(&intent);
  if (press != nullptr) {
    if (auto answered = on_any_screen(turn, press->act)) return std::move(*answered);
  }
  // What lies under a cover cannot be touched.
  if (turn.now.cover != Cover::None) return std::nullopt;
  if (press != nullptr) return on_screen(turn, press->act);
  return std::visit([&](const auto& what) { return on_screen(turn, what); }, intent);
}

}  // namespace

Step step(const World& world, Resident now, const Event& event, base::Instant at) {
  std::vector<Effect> effects;
  Turn turn{world, now, at, effects};
  note(turn, event);
  Next next = std::visit(Overload{
                             [&](const event::Did& e) { return on_intent(turn, e.intent); },
                             [&](const event::Tick&) { return on_tick(turn); },
                             [&](const event::KeypadUsed&) { return on_keypad(turn); },
                             [&](const auto& e) { return on_screen(turn, e); },
                         },
                         event);
  if (next) {
    // A screen that changes by itself is read from now on.
    if (next->index() != now.state.index()) now.last_touch = at.mono;
    now.state = std::move(*next);
  }
  return {std::move(now), std::move(effects)};
}

}  // namespace huimin::journey::resident
