#include <algorithm>

#include "kiosk/journey/resident/shown.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {
namespace {

using domain::PaperState;

view::PaperMark mark_of(const catalogue::Paper& paper, PaperState state, bool by_card) {
  switch (state) {
    case PaperState::Exempt: return view::PaperMark::Exempt;
    case PaperState::Later: return view::PaperMark::Later;
    case PaperState::Brought: break;
  }
  return paper.read_from_card && by_card ? view::PaperMark::ReadFromCard : view::PaperMark::Brought;
}

int count(const std::vector<domain::PaperAnswer>& papers, PaperState state) {
  return static_cast<int>(std::count_if(papers.begin(), papers.end(),
                                        [&](const auto& paper) { return paper.state == state; }));
}

// As one writes an address: in Chinese from the county down, in English from the village up.
std::string place_name(const Scene& scene, const domain::Place& place) {
  std::string name;
  if (!place.division) return name;
  for (const std::size_t digits : {6U, 9U, 12U}) {
    const std::string_view all = place.division->digits();
    if (digits > all.size()) break;
    const auto part = domain::Division::parse(all.substr(0, digits));
    const auto* entry = part ? scene.world.catalogue.division(*part) : nullptr;
    if (entry == nullptr) continue;
    const std::string& own = entry->name.in(scene.lang());
    const bool is_chinese = scene.lang() == catalogue::Lang::Zh;
    name = is_chinese || name.empty() ? name + own : own + ", " + name;
  }
  return name;
}

view::InkStroke ink_of(const domain::InkStroke& stroke) {
  view::InkStroke shown;
  shown.reserve(stroke.size());
  for (const domain::InkPoint& p : stroke) shown.push_back({p.x_mm, p.y_mm, p.at_ms});
  return shown;
}

}  // namespace

view::Body show(const Scene& scene, const state::Papers& here) {
  const auto& programme = programme_of(scene.world, here.draft.application);
  const bool by_card = here.draft.application.applicant.by == domain::IdentifiedBy::Card;
  view::PapersScreen shown{progress(view::Chapter::Papers), {}};
  for (const domain::PaperAnswer& answer : here.draft.application.papers) {
    const auto* paper = programme.paper(answer.paper);
    if (paper == nullptr) continue;
    const bool is_later = answer.state == PaperState::Later;
    const catalogue::Text& hint = is_later ? paper->how_to_get : paper->why;
    shown.rows.push_back({paper->id, paper->name.in(scene.lang()), hint.in(scene.lang()),
                          mark_of(*paper, answer.state, by_card)});
  }
  return shown;
}

view::Body show(const Scene& scene, const state::Review& here) {
  const domain::Application& said = here.draft.application;
  const auto* event = programme_of(scene.world, said).event(said.event);
  view::Review shown;
  shown.progress = progress(view::Chapter::Check);
  shown.applicant = masked_name(said.applicant.name.text());
  shown.by_card = said.applicant.by == domain::IdentifiedBy::Card;
  shown.event = event != nullptr ? event->label.in(scene.lang()) : "";
  shown.story = said.story.text();
  shown.place = place_name(scene, said.place);
  shown.household = said.household_size;
  shown.needed = domain::plain_yuan(said.needed);
  shown.spent = domain::plain_yuan(said.spent);
  shown.account_wanted = said.account.wanted;
  if (said.account.wanted) shown.account_tail = last_four(said.account.number.text());
  shown.phone = masked_phone(said.applicant.phone.text());
  shown.papers_brought = count(said.papers, PaperState::Brought);
  shown.papers_later = count(said.papers, PaperState::Later);
  shown.papers_exempt = count(said.papers, PaperState::Exempt);
  return shown;
}

view::Body show(const Scene& scene, const state::Pledge& here) {
  const auto& pledge = programme_of(scene.world, here.draft.application).pledge;
  view::Pledge shown{progress(view::Chapter::Check), {}, here.draft.pledge_ticked};
  for (const catalogue::Text& point : pledge.points) {
    shown.paragraphs.push_back(point.in(scene.lang()));
  }
  return shown;
}

view::Body show(const Scene& scene, const state::Signing& here) {
  const domain::Application& said = here.draft.application;
  view::SignatureScreen shown;
  shown.progress = progress(view::Chapter::Check);
  shown.pledge_title = programme_of(scene.world, said).pledge.title.in(scene.lang());
  for (const domain::InkStroke& stroke : said.signature.strokes) {
    shown.strokes.push_back(ink_of(stroke));
  }
  shown.missing = here.missing;
  shown.with_staff = here.with_staff;
  return shown;
}

}  // namespace huimin::journey::resident
