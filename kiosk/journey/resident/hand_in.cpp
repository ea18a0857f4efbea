// From the signature to the queue. Nothing here says "kept" before the queue has said so.

#include "kiosk/domain/civil_date.h"
#include "kiosk/journey/resident/papers.h"
#include "kiosk/journey/resident/parts.h"

namespace huimin::journey::resident {
namespace {

domain::Deadline latest_decision(const Turn& turn, const domain::Application& application,
                                 base::WallTime kept_at) {
  const auto* lane = programme_of(turn.world, application).lane(application.lane);
  if (!lane || !lane->limit || !base::is_plausible(kept_at)) return kNoDeadline;
  const domain::CivilDate from = domain::to_local(kept_at).date;
  return turn.world.calendar.add(from, lane->limit->days, lane->limit->unit);
}

// The ink has gone into the envelope; a reprint needs the rest.
domain::Application without_ink(domain::Application application) {
  application.signature.strokes.clear();
  return application;
}

Next slip_ended(const state::NotSaved& here, std::uint64_t job) {
  if (here.job == 0 || here.job != job) return std::nullopt;
  return state::NotSaved{here.draft, here.fault};
}

}  // namespace

Next on(Turn& turn, const state::Saving& here, const event::Committed& committed) {
  Kept kept;
  kept.receipt = committed.receipt;
  kept.receipt_qr = committed.receipt_qr;
  kept.qr = committed.qr;
  kept.at = committed.at;
  kept.latest = latest_decision(turn, here.draft.application, committed.at);
  kept.application = without_ink(here.draft.application);
  return first_paper(turn, std::move(kept));
}

Next on(Turn& turn, const state::Saving& here, const event::SaveFailed& failed) {
  call_staff(turn, Urgency::Usual);
  return state::NotSaved{here.draft, failed.fault};
}

Next on(Turn& turn, const state::NotSaved& here, Act act) {
  const Draft& draft = here.draft;
  if (act == Act::TryAgain) {
    turn.ask_for(effect::Submit{draft.submission, draft.application});
    return state::Saving{draft};
  }
  if (act != Act::PrintOnPaper || here.job != 0 || !can_print(turn.now.printer)) {
    return std::nullopt;
  }
  const std::uint64_t job = turn.new_job();
  turn.ask_for(effect::PrintDraft{job, draft.application, turn.now.comfort.language});
  return state::NotSaved{draft, here.fault, job};
}

Next on(Turn&, const state::NotSaved& here, const event::Printed& e) {
  return slip_ended(here, e.job);
}
Next on(Turn&, const state::NotSaved& here, const event::PrintStopped& e) {
  return slip_ended(here, e.job);
}
Next on(Turn&, const state::NotSaved& here, const event::PrintUnknown& e) {
  return slip_ended(here, e.job);
}

}  // namespace huimin::journey::resident
