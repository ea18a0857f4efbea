// What means the same on every screen: the aids of the top bar, staff, the end, and time.

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/journey/resident/parts.h"

namespace huimin::journey::resident {
namespace {

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

bool change_comfort(Comfort& comfort, Act act) {
  if (act == Act::NextLanguage) {
    comfort.language = following(kLanguages, comfort.language);
  } else if (act == Act::NextSize) {
    comfort.size = following(kSizes, comfort.size);
  } else if (act == Act::NextPalette) {
    comfort.palette = following(kPalettes, comfort.palette);
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

milliseconds left(base::MonoTime since, std::chrono::seconds limit, base::Instant at) {
  return std::max(milliseconds{0}, since + limit - at.mono);
}

}  // namespace

std::optional<Next> on_any_screen(Turn& turn, Act act) {
  Resident& now = turn.now;
  const Next stays = std::nullopt;
  if (change_comfort(now.comfort, act)) return stays;
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
  if ((act == Act::Resume && now.cover == Cover::Help) ||
      (act == Act::StillHere && now.cover == Cover::Timeout)) {
    now.cover = Cover::None;
    return stays;
  }
  if (act == Act::End && may_leave(now)) return Next{leave(turn)};
  return std::nullopt;
}

Next on_tick(Turn& turn) {
  Resident& now = turn.now;
  const Patience& patience = turn.world.patience;
  const bool idle = left(now.last_touch, patience.idle, turn.at) == milliseconds{0};
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
    within(left(now.last_touch, patience.idle, at));
  }
  return soonest == milliseconds::max() ? milliseconds{0} : soonest;
}

}  // namespace huimin::journey::resident
