#include "kiosk/base/check.h"
#include "kiosk/domain/civil_date.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {

void begin_session(Turn& turn) {
  if (turn.now.card) turn.now.spent_card = turn.now.card;
  turn.ask_for(effect::BeginSession{});
  turn.ask_for(effect::CheckReadiness{});
}

void end_session(Turn& turn) {
  if (turn.now.card) turn.now.spent_card = turn.now.card;
  cancel_call(turn);
  turn.now.cover = Cover::None;
  turn.ask_for(effect::EndSession{});
}

State leave(Turn& turn) {
  end_session(turn);
  return state::Goodbye{turn.at.mono};
}

State another_matter(Turn& turn) {
  end_session(turn);
  begin_session(turn);
  return state::Home{};
}

State rest(Turn& turn) {
  turn.now.comfort = turn.world.comfort;
  turn.now.cover = Cover::None;
  turn.now.keypad_used = false;
  return state::Attract{};
}

void call_staff(Turn& turn, Urgency urgency) {
  Resident& now = turn.now;
  const bool urgent = urgency == Urgency::Urgent;
  // A signal that was not there is tried again.
  const bool failed = now.call && now.call->summons == screens::view::Summons::Failed;
  if (now.call && !failed && (now.call->urgent || !urgent)) return;
  if (!now.call) {
    const domain::CivilDate day = domain::to_local(turn.at.wall).date;
    if (now.calls_on != day) now.calls_today = 0;
    now.calls_on = day;
    now.call = StaffCall{++now.calls_today, turn.at.wall, urgent};
  }
  now.call->urgent = now.call->urgent || urgent;
  now.call->summons = screens::view::Summons::Asked;
  turn.ask_for(effect::CallStaff{now.call->urgent});
}

void cancel_call(Turn& turn) {
  if (!turn.now.call) return;
  turn.now.call.reset();
  turn.ask_for(effect::ClearCall{});
}

State without_card(Turn& turn, const Draft& draft) {
  call_staff(turn, Urgency::Usual);
  return state::TypeName{draft, std::nullopt, /*without_card=*/true};
}

bool can_print(PrinterState printer) {
  return printer == PrinterState::Ready || printer == PrinterState::PaperLow;
}

domain::CivilDate today(base::Instant at) {
  return domain::to_local(base::is_plausible(at.wall) ? at.wall : base::kClockEarliest).date;
}

const catalogue::Programme* programme_today(const World& world, base::Instant at) {
  return world.catalogue.find(kProgramme, today(at));
}

const catalogue::Programme& programme_of(const World& world, const domain::Application& begun) {
  const auto* found = world.catalogue.find_version(begun.programme, begun.programme_version);
  base::check(found != nullptr, "an application is begun under a programme of the catalogue");
  return *found;
}

}  // namespace huimin::journey::resident
