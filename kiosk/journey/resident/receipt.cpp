// What is kept, and its paper. An answer of the printer belongs to one job: one that comes late
// changes nothing of another paper, and never of another person's (case C04).

#include "kiosk/journey/resident/papers.h"
#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/shown.h"

namespace huimin::journey::resident {
namespace {

using screens::view::PaperStage;

effect::PrintReceipt paper_of(const Turn& turn, const Kept& kept, std::uint64_t job) {
  const domain::Application& application = kept.application;
  effect::PrintReceipt paper;
  paper.job = job;
  paper.receipt = kept.receipt;
  paper.receipt_qr = kept.receipt_qr;
  paper.kept_at = kept.at;
  paper.copy = kept.attempts;
  paper.programme = application.programme;
  paper.masked_name = masked_name(application.applicant.name.text());
  paper.by_card = application.applicant.by == domain::IdentifiedBy::Card;
  paper.papers = application.papers;
  paper.signed_with_staff = application.signature.by == domain::SignedBy::StaffWitness;
  paper.latest = kept.latest;
  paper.language = turn.now.comfort.language;
  return paper;
}

// A whole paper each time, and each says which one it is: part of another may lie in the tray.
State print(Turn& turn, Kept kept) {
  if (!can_print(turn.now.printer)) {
    return state::PrintInterrupted{std::move(kept), turn.now.printer};
  }
  const std::uint64_t job = turn.new_job();
  ++kept.attempts;
  turn.ask_for(paper_of(turn, kept, job));
  return state::Submitted{std::move(kept), job, PaperStage::Printing};
}

State without_paper(Kept kept) {
  return state::Submitted{std::move(kept), 0, PaperStage::NotPrinted};
}

State paper_came(Kept kept) {
  ++kept.copies;
  return state::Submitted{std::move(kept), 0, PaperStage::Printed};
}

// Nothing when the acknowledgement is of another submission.
template <class Here>
Next acknowledged(const Here& here, const event::Acknowledged& answer) {
  if (answer.receipt != here.kept.receipt) return std::nullopt;
  Here next = here;
  next.kept.county_at = answer.received_at;
  next.kept.case_no = answer.case_no;
  return next;
}

bool is_of(std::uint64_t job, std::uint64_t expected) { return expected != 0 && job == expected; }

// The acts that lead out of a kept submission, the same on each of its screens.
Next lead_out(Turn& turn, Act act) {
  if (act == Act::AnotherMatter) return another_matter(turn);
  if (act == Act::Done) return leave(turn);
  return std::nullopt;
}

}  // namespace

State first_paper(Turn& turn, Kept kept) {
  if (!can_print(turn.now.printer)) return without_paper(std::move(kept));
  return print(turn, std::move(kept));
}

Next on(Turn& turn, const state::Submitted& here, Act act) {
  if (act == Act::PrintAgain && here.job == 0) return print(turn, here.kept);
  if (act == Act::ShowQr) return state::PhoneQr{here.kept, here.job, here.paper};
  return lead_out(turn, act);
}

Next on(Turn&, const state::Submitted& here, const event::Printed& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  return paper_came(here.kept);
}

Next on(Turn&, const state::Submitted& here, const event::PrintStopped& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  return state::PrintInterrupted{here.kept, e.because};
}

Next on(Turn&, const state::Submitted& here, const event::PrintUnknown& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  return state::PrintUnknown{here.kept, e.job};
}

Next on(Turn&, const state::Submitted& here, const event::Acknowledged& e) {
  return acknowledged(here, e);
}

Next on(Turn& turn, const state::PrintInterrupted& here, Act act) {
  if (act == Act::PrintAgain && can_print(turn.now.printer)) return print(turn, here.kept);
  if (act == Act::PrintLater) return without_paper(here.kept);
  if (act == Act::ShowQr) return state::PhoneQr{here.kept};
  return lead_out(turn, act);
}

Next on(Turn&, const state::PrintInterrupted& here, const event::Acknowledged& e) {
  return acknowledged(here, e);
}

// Nothing is printed a second time by itself: the person has eyes.
Next on(Turn& turn, const state::PrintUnknown& here, Act act) {
  if (act == Act::PaperCame) return paper_came(here.kept);
  if (act == Act::PaperMissing) return without_paper(here.kept);
  return lead_out(turn, act);
}

Next on(Turn&, const state::PrintUnknown& here, const event::Printed& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  return paper_came(here.kept);
}

Next on(Turn&, const state::PrintUnknown& here, const event::PrintStopped& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  return state::PrintInterrupted{here.kept, e.because};
}

Next on(Turn&, const state::PrintUnknown& here, const event::Acknowledged& e) {
  return acknowledged(here, e);
}

Next on(Turn& turn, const state::PhoneQr& here, Act act) {
  if (act == Act::Back) return state::Submitted{here.kept, here.job, here.paper};
  return lead_out(turn, act);
}

// The code stays on the screen while somebody photographs it; the paper is told of afterwards.
Next on(Turn&, const state::PhoneQr& here, const event::Printed& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  state::PhoneQr next{here.kept, 0, PaperStage::Printed};
  ++next.kept.copies;
  return next;
}

Next on(Turn&, const state::PhoneQr& here, const event::PrintStopped& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  return state::PrintInterrupted{here.kept, e.because};
}

Next on(Turn&, const state::PhoneQr& here, const event::PrintUnknown& e) {
  if (!is_of(e.job, here.job)) return std::nullopt;
  return state::PrintUnknown{here.kept, e.job};
}

Next on(Turn&, const state::PhoneQr& here, const event::Acknowledged& e) {
  return acknowledged(here, e);
}

}  // namespace huimin::journey::resident
