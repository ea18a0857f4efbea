#include "tests/monkey/monkey.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

namespace huimin::monkey {

namespace {

using namespace std::chrono_literals;
using screens::Entry;
using screens::Role;
namespace effect = journey::resident::effect;

// A second touch sooner than this after a change of screen is the rest of a double tap.
constexpr base::milliseconds kBetweenTouches{400};
// Longer than idle time, warning and good-bye together.
constexpr base::milliseconds kLongAway{10min};

// What leads on. Chance alone would hardly ever come to the end of an application.
constexpr std::array<std::string_view, 14> kLeadOn{
    "act.start",       "act.apply",  "act.print_later", "act.agree",     "act.right_person",
    "act.pledge_tick", "act.submit", "act.next",        "act.ask_status", "act.type_receipt",
    "act.still_here",  "act.resume", "act.done",        "act.try_again"};

// Right, wrong and absurd; the people are made up.
constexpr std::array<std::string_view, 16> kTyped{
    "430522190001010004", "430522190001010005", "6217000000000000004", "13800000000",
    "430522-007-000321-37", "5000", "0.5", "999999999999", "67", "王秀英", "刘", "𬭎",
    "昇·买买提", "abcdefghijklmnopqrstuvwxyz", "shi qiao", "\xE2\x80\xAE\x01\xF0\x9F\x98\x80"};

bool can_be_touched(const Entry& entry) {
  return screens::is_interactive(entry.role) && entry.enabled && !entry.visible.empty();
}

// A press on these may rightly leave everything as it is.
bool may_stay_silent(const Entry& entry, const screens::Registry& shown) {
  // Chosen already; the field has the keyboard already; staff are called already.
  if (entry.value == "on" || entry.role == Role::Field || entry.id == "act.call_staff") return true;
  // A tap is too short for a stroke; a key that deletes may find nothing, a full field takes no
  // more. That keys answer is shown by the look of the pressed key, which is judged for all.
  if (entry.role == Role::Pad || entry.role == Role::Key) return true;
  // What is missing was said at the first press, and still stands there.
  return std::any_of(shown.entries().begin(), shown.entries().end(),
                     [](const Entry& each) { return each.role == Role::Error; });
}

}  // namespace

Monkey::Monkey(const std::filesystem::path& share, const screens::Screen& panel,
               std::uint64_t seed)
    : terminal_(share, panel), fingers_(terminal_), chance_(seed) {
  settle();
}

void Monkey::play(std::uint64_t touches) {
  const std::uint64_t until = outcome_.touches + touches;
  while (outcome_.touches < until) step();
}

void Monkey::step() {
  ++steps_;
  terminal_.passes(kBetweenTouches);
  settle();
  if (outside_.has_answer() && chance_.one_in(2)) {
    terminal_.happens(outside_.answer());
  } else if (chance_.one_in(12)) {
    terminal_.happens(outside_.whim(chance_));
  } else if (chance_.one_in(60)) {
    terminal_.passes(base::milliseconds(chance_.below(40'000)));
  } else if (chance_.one_in(400)) {
    walk_away();
  } else {
    touch();
  }
  settle();
  judge();
}

void Monkey::touch() {
  ++outcome_.touches;
  const std::uint64_t what = chance_.below(100);
  if (what < 72) return tap_something();
  if (what < 78) return fill();
  if (what < 83) return sign();
  if (what < 87) return fingers_.tap(anywhere());
  if (what < 91) return drag_somewhere();
  if (what < 94) return use_keys();
  if (what < 96) return tap_with_two();
  if (what < 97) return lose_the_panel();
  if (const Entry* entry = something_to_touch()) drag_off(*entry);
}

const Entry* Monkey::something_to_touch() {
  const auto& entries = terminal_.registry().entries();
  if (chance_.one_in(3)) {
    for (const std::string_view id : kLeadOn) {
      const Entry* entry = terminal_.registry().find(id);
      if (entry != nullptr && can_be_touched(*entry) && entry->value != "on") return entry;
    }
  }
  const auto count = std::count_if(entries.begin(), entries.end(), can_be_touched);
  if (count == 0) return nullptr;
  auto nth = chance_.below(static_cast<std::uint64_t>(count));
  return &*std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return can_be_touched(entry) && nth-- == 0;
  });
}

void Monkey::tap_something() {
  if (const Entry* entry = something_to_touch()) return tap(*entry);
  fingers_.tap(anywhere());
}

void Monkey::tap(const Entry& shown) {
  const Entry entry = shown;
  const std::string screen = terminal_.shown();
  const std::uint64_t before = print_of(terminal_.registry());
  const std::uint64_t asked = terminal_.effects();
  const auto comfort = terminal_.resident().comfort;
  const Spot at = spot_in(entry.visible);
  if (entry.role == Role::Key || entry.role == Role::Candidate) privacy_.typed();
  fingers_.down(at);
  const Entry* pressed = terminal_.registry().find(entry.id);
  // The journey may have changed the screen by itself at this very moment.
  const bool same = terminal_.shown() == screen && pressed != nullptr;
  if (same && !pressed->pressed) find("no feedback: " + entry.id + " on " + screen);
  fingers_.up(at);
  settle();
  const bool answered =
      print_of(terminal_.registry()) != before || terminal_.effects() != asked ||
      !(terminal_.resident().comfort == comfort);  // such as a dark screen, which has no words
  if (same && !answered && !may_stay_silent(entry, terminal_.registry())) {
    find("no answer: " + entry.id + " on " + screen + " " + look_of(terminal_));
  }
}

// Somebody changes their mind: the finger leaves the button before it is lifted.
void Monkey::drag_off(const Entry& shown) {
  if (shown.role == Role::Pad) return;
  const Entry entry = shown;
  const Spot to = anywhere();
  const auto& r = entry.visible;
  const bool left = to.x < r.x || to.y < r.y || to.x >= r.right() || to.y >= r.bottom();
  if (!left) return;
  const std::uint64_t before = terminal_.intents();
  fingers_.drag(spot_in(r), to);
  settle();
  if (terminal_.intents() != before) {
    find("a drag off acted: " + entry.id + " on " + terminal_.shown());
  }
}

void Monkey::drag_somewhere() { fingers_.drag(anywhere(), anywhere()); }

// A palm, or a second hand: only the first finger counts, and it is lifted where it came down.
void Monkey::tap_with_two() {
  const Spot first = anywhere();
  const Spot second = anywhere();
  fingers_.down(first, 0);
  fingers_.down(second, 1);
  const std::uint64_t before = terminal_.intents();
  fingers_.up(second, 1);
  settle();
  if (terminal_.intents() != before) find("a second finger acted on " + terminal_.shown());
  fingers_.up(first, 0);
}

void Monkey::sign() {
  const Entry* pad = terminal_.registry().find("pad");
  if (pad == nullptr || pad->visible.empty()) return tap_something();
  const auto r = pad->visible;
  fingers_.drag(spot_in(r), spot_in(r));
}

void Monkey::fill() {
  privacy_.typed();
  terminal_.frame().bridge().type(chance_.pick(kTyped));
  settle();
}

void Monkey::use_keys() {
  privacy_.typed();
  constexpr std::array kKeys{screens::FocusKey::Next, screens::FocusKey::Next,
                             screens::FocusKey::Previous, screens::FocusKey::Activate};
  const auto strokes = 1 + chance_.below(12);
  for (std::uint64_t i = 0; i < strokes; ++i) {
    terminal_.frame().bridge().key(chance_.pick(kKeys));
    settle();
  }
}

void Monkey::lose_the_panel() {
  const Spot at = anywhere();
  // A stroke that was drawn so far is kept.
  const Entry* pad = terminal_.registry().find("pad");
  if (pad != nullptr && pad->visible.contains(at.x, at.y)) return;
  fingers_.down(at);
  const std::uint64_t before = terminal_.intents();
  fingers_.lose();
  settle();
  if (terminal_.intents() != before) find("a lost touch acted on " + terminal_.shown());
  fingers_.up(at);
}

void Monkey::walk_away() {
  // The store always answers; only a person may stay silent.
  while (outside_.has_answer()) {
    terminal_.happens(outside_.answer());
    settle();
  }
  terminal_.passes(kLongAway);
  settle();
  if (terminal_.shown() != "attract") find("nobody is there, and it shows " + terminal_.shown());
  if (!(terminal_.resident().comfort == terminal_.default_comfort())) {
    find("the next person finds another's language, size or colours");
  }
}

void Monkey::settle() {
  if (!terminal_.settle()) find("does not come to rest: " + terminal_.shown());
  for (const Effect& effect : terminal_.take_effects()) {
    outside_.ask(effect, chance_);
    if (std::holds_alternative<effect::BeginSession>(effect)) ++outcome_.sessions;
    if (std::holds_alternative<effect::EndSession>(effect)) privacy_.session_ended();
  }
}

void Monkey::judge() {
  outcome_.screens.insert(terminal_.shown());
  for (const std::string& what : look_over(terminal_)) find(what);
  if (const auto what = privacy_.look(terminal_.registry()); !what.empty()) {
    find(what + " on " + terminal_.shown());
  }
  privacy_.seen_in(terminal_.registry());
  if (chance_.one_in(16) && !outside_.has_answer() && !terminal_.leads_home_by_itself()) {
    find("time alone does not end it: " + terminal_.shown());
  }
}

void Monkey::find(const std::string& what) {
  if (known_.insert(what).second) outcome_.findings.push_back({steps_, what});
}

Spot Monkey::spot_in(const screens::PxRect& r) {
  return {r.x + static_cast<int>(chance_.below(static_cast<std::uint64_t>(r.w))),
          r.y + static_cast<int>(chance_.below(static_cast<std::uint64_t>(r.h)))};
}

Spot Monkey::anywhere() {
  return spot_in({0, 0, terminal_.panel().width_px, terminal_.panel().height_px});
}

}  // namespace huimin::monkey
