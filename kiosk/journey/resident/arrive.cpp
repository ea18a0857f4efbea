// From the idle screen to the privacy notice: nothing here knows anybody yet.

#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

using screens::view::Shortage;

// What stops an application here and now. A clock that is wrong alone does not (case C14): the
// bar, the papers and the dates then say that the time is not certain.
std::vector<Shortage> shortages(const Turn& turn) {
  const Readiness& ready = turn.now.readiness;
  const bool has_programme = programme_today(turn.world, turn.at) != nullptr;
  std::vector<Shortage> lacking;
  if (!ready.disk) lacking.push_back(Shortage::Disk);
  if (!ready.key) lacking.push_back(Shortage::Key);
  if (!ready.catalogue || !has_programme) lacking.push_back(Shortage::Catalogue);
  if (!ready.queue) lacking.push_back(Shortage::Queue);
  if (!lacking.empty() && !ready.clock) lacking.push_back(Shortage::Clock);
  return lacking;
}

State begin_application(const Turn& turn) {
  if (auto lacking = shortages(turn); !lacking.empty()) return state::NotReady{std::move(lacking)};
  if (!can_print(turn.now.printer)) return state::TroublePaper{};
  return state::Privacy{};
}

Draft new_draft(const Turn& turn) {
  const catalogue::Programme& programme = *programme_today(turn.world, turn.at);
  Draft draft;
  draft.submission = turn.world.make_id();
  draft.application.programme = programme.id;
  draft.application.programme_version = programme.version;
  draft.application.privacy_notice_version = programme.privacy.version;
  return draft;
}

}  // namespace

Next on(Turn& turn, const state::Attract&, Act act) {
  if (act != Act::Start) return std::nullopt;
  begin_session(turn);
  return state::Home{};
}

Next on(Turn& turn, const state::Home&, Act act) {
  if (act == Act::Apply) return begin_application(turn);
  if (act == Act::AskStatus) return state::ScanReceipt{};
  if (act == Act::Elsewhere) return state::Elsewhere{};
  if (act == Act::Back) return leave(turn);
  if (act != Act::Urgent) return std::nullopt;
  // Staff first; what helps at once is this programme, ready when the person resumes.
  call_staff(turn, Urgency::Urgent);
  turn.now.cover = Cover::Help;
  return begin_application(turn);
}

Next on(Turn& turn, const state::Elsewhere&, Act act) {
  if (act == Act::Back) return state::Home{};
  if (act == Act::Done) return leave(turn);
  return std::nullopt;
}

Next on(Turn& turn, const state::NotReady& here, Act act) {
  if (act == Act::Back) return state::Home{};
  if (act != Act::TryAgain) return std::nullopt;
  turn.ask_for(effect::CheckReadiness{});
  return here;
}

Next on(Turn& turn, const state::NotReady&, const event::ReadinessChecked&) {
  return begin_application(turn);
}

Next on(Turn&, const state::TroublePaper&, Act act) {
  if (act == Act::PrintLater || act == Act::ShowQr) return state::Privacy{};
  if (act == Act::WaitForPaper) return state::TroublePaper{/*waiting=*/true};
  if (act == Act::Back) return state::Home{};
  return std::nullopt;
}

// Waiting or not: a screen that still spoke of paper would be wrong.
Next on(Turn&, const state::TroublePaper&, const event::PrinterChanged& printer) {
  if (!can_print(printer.state)) return std::nullopt;
  return state::Privacy{};
}

Next on(Turn& turn, const state::Privacy& here, Act act) {
  if (act == Act::Back) return state::Home{};
  if (act != Act::Agree) return std::nullopt;
  if (here.draft) return ask(turn, Question::Person, *here.draft);
  // The catalogue was looked at on the way here; midnight may have passed since.
  if (!shortages(turn).empty()) return begin_application(turn);
  return ask(turn, Question::Person, new_draft(turn));
}

Next on(Turn& turn, const state::Privacy&, const event::ReadinessChecked&) {
  if (shortages(turn).empty()) return std::nullopt;
  return begin_application(turn);
}

Next on(Turn& turn, const state::Goodbye&, Act act) {
  if (act != Act::Start && act != Act::Done) return std::nullopt;
  // A card that still lies is said for the whole of its time.
  if (turn.now.card) return std::nullopt;
  return rest(turn);
}

}  // namespace huimin::journey::resident
