#include "kiosk/journey/resident/shown.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {
namespace {

// What a person sees as "what I filled in": one for each line of the review and each member.
int answers_of(const domain::Application& said) {
  constexpr int kAlways = 7;  // person, event, household, needed, spent, account, phone
  const int told = said.story.empty() ? 0 : 1;
  const int place = said.place.division ? 1 : 0;
  return kAlways + told + place + static_cast<int>(said.members.size() + said.papers.size());
}

void add_limit(const Scene& scene, const domain::Application& said, view::Submitted& shown) {
  const auto* lane = programme_of(scene.world, said).lane(said.lane);
  if (lane == nullptr || !lane->limit) return;
  shown.limit_days = lane->limit->days;
  shown.limit_in_working_days = lane->limit->unit == domain::DayUnit::WorkingDay;
}

}  // namespace

view::Body show(const Scene&, const state::Saving& here) {
  return view::Saving{progress(view::Chapter::Hand), answers_of(here.draft.application)};
}

view::Body show(const Scene& scene, const state::NotSaved& here) {
  return view::NotSaved{progress(view::Chapter::Hand), answers_of(here.draft.application),
                        here.job == 0 && can_print(scene.now.printer), is_signalled(scene.now)};
}

view::Body show(const Scene& scene, const state::Submitted& here) {
  view::Submitted shown;
  shown.progress = progress(view::Chapter::Hand);
  shown.receipt_no = domain::print(here.kept.receipt);
  shown.kept_at = local_time(here.kept.at);
  if (here.kept.county_at) shown.county_at = local_time(*here.kept.county_at);
  shown.case_no = here.kept.case_no;
  shown.latest = day_of(here.kept.latest);
  add_limit(scene, here.kept.application, shown);
  shown.contact = scene.hall.contact;
  shown.paper = here.paper;
  shown.copies = here.kept.copies;
  return shown;
}

view::Body show(const Scene& scene, const state::PrintInterrupted& here) {
  const bool ready = can_print(scene.now.printer);
  return view::PrintInterrupted{domain::print(here.kept.receipt),
                                trouble_of(ready ? here.because : scene.now.printer), ready};
}

view::Body show(const Scene&, const state::PrintUnknown& here) {
  return view::PrintUnknown{domain::print(here.kept.receipt)};
}

view::Body show(const Scene&, const state::PhoneQr& here) {
  return view::PhoneQr{domain::print(here.kept.receipt), here.kept.qr};
}

}  // namespace huimin::journey::resident
