// What means the same on every screen: the aids of the top bar, staff, the end, and time.

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/journey/resident/parts.h"

namespace huimin::journey::resident {
namespace {

namespace view = screens::view;
using screens::view::Comfort;
using screens::view::Language;
using screens::view::Palette;
using screens::view::TextSize;
using std::chrono::milliseconds;

template <class Choice, std::size_t N>
Choice following(const std::array<Choice, N>& round, Choice now) {
  const auto* found = std::find(round.begin(), round.end(), now);
  return round[(static_cast<std::size_t>(found - round.begin()) + 1) % N];
}

constexpr std::array kLanguages{Language::ChineseSimplified, Language::English};
constexpr std::array kSizes{TextSize::Small, TextSize::Medium, TextSize::Large,
                            TextSize::ExtraLarge};
constexpr std::array kPalettes{Palette::Standard, Palette::DarkGround, Palette::LightGround,
                               Palette::Soft};

int stepped(int now, int by, int count) { return std::clamp(now + by, 0, count - 1); }

bool change_comfort(Comfort& comfort, Act act) {
  if (act == Act::NextLanguage) {
    comfort.language = following(kLanguages, comfort.language);
  } else if (act == Act::NextSize) {
    comfort.size = following(kSizes, comfort.size);
  } else if (act == Act::NextPalette) {
    comfort.palette = following(kPalettes, comfort.palette);
  } else if (act == Act::VoiceSlower || act == Act::VoiceFaster) {
    comfort.rate = stepped(comfort.rate, act == Act::VoiceFaster ? 1 : -1, view::kRates);
  } else if (act == Act::VoiceSofter || act == Act::VoiceLouder) {
    comfort.volume = stepped(comfort.volume, act == Act::VoiceLouder ? 1 : -1, view::kVolumes);
  } else {
    return false;
  }
  return true;
}

void stop_reading(Resident& now) {
  now.comfort.reading = false;
  now.comfort.dark = false;
  if (now.cover == Cover::Voice) now.cover = Cover::None;
}

// What the voice is to do. Who turns it on by touch sees at once how it can be set.
bool change_reading(Turn& turn, Act act) {
  Resident& now = turn.now;
  Comfort& comfort = now.comfort;
  if (act == Act::ReadAloud && !comfort.reading) {
    if (!now.voice_there) return true;
    comfort.reading = true;
    if (now.cover == Cover::None) now.cover = Cover::Voice;
  } else if (act == Act::ReadAloud || act == Act::StopReading) {
    stop_reading(now);
  } else if (act == Act::ReadTyped) {
    if (!now.voice_there) return true;
    comfort.reading = true;
    turn.ask_for(effect::ReadTyped{});
  } else if (act == Act::DarkScreen) {
    // A dark screen without a voice would be a dead terminal.
    comfort.dark = !comfort.dark && comfort.reading && now.voice_there;
  } else {
    return false;
  }
  return true;
}

template <class Here>
bool is_in(const Resident& now) {
  return std::holds_alternative<Here>(now.state);
}

// Not while the outcome of a submission is still on its way, nor where nobody is.
bool may_leave(const Resident& now) {
  return !is_in<state::Attract>(now) && !is_in<state::Goodbye>(now) && !is_in<state::Saving>(now);
}

// Whether a person who does not touch anything is asked, and then ended.
bool is_timed(const Resident& now) { return may_leave(now); }

// Something on the idle screen that the next person would wonder about.
bool is_touched_up(const World& world, const Resident& now) {
  return now.comfort != world.comfort || now.cover != Cover::None || now.call.has_value();
}

std::chrono::seconds idle_limit(const Patience& patience, const Resident& now) {
  return now.comfort.reading ? std::max(patience.idle, patience.idle_reading) : patience.idle;
}

milliseconds left(base::MonoTime since, std::chrono::seconds limit, base::Instant at) {
  return std::max(milliseconds{0}, since + limit - at.mono);
}

}  // namespace

std::optional<Next> on_any_screen(Turn& turn, Act act) {
  Resident& now = turn.now;
  const Next stays = std::nullopt;
  if (change_comfort(now.comfort, act) || change_reading(turn, act)) return stays;
  if (act == Act::CallStaff) {
    call_staff(turn, Urgency::Usual);
    now.cover = Cover::Help;
    return stays;
  }
  if (act == Act::CancelCall) {
    cancel_call(turn);
    if (now.cover == Cover::Help) now.cover = Cover::None;
    return stays;
  }
  const bool is_read = now.cover == Cover::Help || now.cover == Cover::Voice;
  if ((act == Act::Resume && is_read) || (act == Act::StillHere && now.cover == Cover::Timeout)) {
    now.cover = Cover::None;
    return stays;
  }
  if (act == Act::End && may_leave(now)) return Next{leave(turn)};
  return std::nullopt;
}

// The first key wakes the idle screen and turns the voice on: who cannot see needs nothing else to
// begin (EN 301 549, 5.2). Who turns it off again is not read to by the next key.
Next on_keypad(Turn& turn) {
  Resident& now = turn.now;
  if (is_in<state::Goodbye>(now)) return std::nullopt;
  if (!now.keypad_used) now.comfort.reading = now.voice_there;
  now.keypad_used = true;
  if (now.cover == Cover::Timeout) now.cover = Cover::None;
  if (!is_in<state::Attract>(now) || now.cover != Cover::None) return std::nullopt;
  begin_session(turn);
  return state::Home{};
}

Next on_tick(Turn& turn) {
  Resident& now = turn.now;
  const Patience& patience = turn.world.patience;
  const bool idle = left(now.last_touch, idle_limit(patience, now), turn.at) == milliseconds{0};
  if (const auto* bye = std::get_if<state::Goodbye>(&now.state)) {
    if (left(bye->since, patience.goodbye, turn.at) > milliseconds{0}) return std::nullopt;
    return rest(turn);
  }
  if (is_in<state::Attract>(now)) {
    if (!idle || !is_touched_up(turn.world, now)) return std::nullopt;
    now.cover = Cover::None;
    cancel_call(turn);
    return rest(turn);
  }
  const auto* asking = std::get_if<state::AskingCounty>(&now.state);
  if (asking != nullptr && left(asking->since, patience.county, turn.at) == milliseconds{0}) {
    return state::ReceiptRefused{screens::view::ReceiptProblem::NoAnswer, asking->receipt};
  }
  if (!is_timed(now)) return std::nullopt;
  if (now.cover != Cover::Timeout) {
    if (!idle) return std::nullopt;
    now.cover = Cover::Timeout;
    now.covered_since = turn.at.mono;
    return std::nullopt;
  }
  if (left(now.covered_since, patience.warning, turn.at) > milliseconds{0}) return std::nullopt;
  end_session(turn);
  return rest(turn);
}

namespace {

constexpr milliseconds kSecond{1000};
constexpr milliseconds kMinute{60'000};

// The clock in the top bar and the age of a status change with the minute.
milliseconds to_next_minute(base::Instant at) {
  const milliseconds into = at.wall.time_since_epoch() % kMinute;
  return kMinute - (into < milliseconds{0} ? into + kMinute : into);
}

milliseconds to_next_second_of(base::MonoTime since, base::Instant at) {
  return kSecond - (at.mono - since) % kSecond;
}

}  // namespace

milliseconds next_tick_within(const World& world, const Resident& now, base::Instant at) {
  milliseconds soonest = milliseconds::max();
  const auto within = [&](milliseconds wait) {
    soonest = std::min(soonest, std::max(wait, milliseconds{1}));
  };
  const Patience& patience = world.patience;
  if (base::is_plausible(at.wall)) within(to_next_minute(at));
  if (const auto* bye = std::get_if<state::Goodbye>(&now.state)) {
    within(left(bye->since, patience.goodbye, at));
  }
  if (const auto* asking = std::get_if<state::AskingCounty>(&now.state)) {
    within(left(asking->since, patience.county, at));
  }
  if (is_timed(now) && now.cover == Cover::Timeout) {
    within(to_next_second_of(now.covered_since, at));
  } else if (is_timed(now) || (is_in<state::Attract>(now) && is_touched_up(world, now))) {
    within(left(now.last_touch, idle_limit(patience, now), at));
  }
  return soonest == milliseconds::max() ? milliseconds{0} : soonest;
}

}  // namespace huimin::journey::resident
