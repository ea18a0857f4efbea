#include "kiosk/domain/utf8.h"
#include "kiosk/journey/resident/shown.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {
namespace {

view::Problem problem_of(domain::IdError error) {
  switch (error) {
    case domain::IdError::Empty: return view::Problem::Missing;
    case domain::IdError::Length: return view::Problem::IdLength;
    case domain::IdError::Character: return view::Problem::IdCharacter;
    case domain::IdError::Legacy15: return view::Problem::IdLegacy;
    case domain::IdError::BadDate: return view::Problem::IdDate;
    case domain::IdError::CheckDigit: return view::Problem::IdCheckDigit;
  }
  return view::Problem::IdLength;
}

view::Problem problem_of(domain::NameError error) {
  switch (error) {
    case domain::NameError::Empty: return view::Problem::Missing;
    case domain::NameError::TooLong: return view::Problem::NameLong;
    case domain::NameError::Character: return view::Problem::NameCharacter;
  }
  return view::Problem::NameCharacter;
}

std::vector<std::string> points(const catalogue::Statement& statement, catalogue::Lang lang) {
  std::vector<std::string> shown;
  for (const catalogue::Text& point : statement.points) shown.push_back(point.in(lang));
  return shown;
}

}  // namespace

view::Body show(const Scene&, const state::Attract&) { return view::Attract{}; }

view::Body show(const Scene& scene, const state::Home&) {
  const Readiness& ready = scene.now.readiness;
  const bool has_programme = programme_today(scene.world, scene.at) != nullptr;
  view::Home home;
  home.can_apply = ready.disk && ready.key && ready.catalogue && ready.queue && has_programme;
  home.can_print = can_print(scene.now.printer);
  return home;
}

view::Body show(const Scene& scene, const state::Elsewhere&) {
  return view::ElsewhereScreen{scene.hall.contact};
}

view::Body show(const Scene& scene, const state::NotReady& here) {
  return view::NotReady{here.shortages, scene.hall.contact};
}

view::Body show(const Scene& scene, const state::TroublePaper& here) {
  return view::TroublePaper{trouble_of(scene.now.printer), here.waiting};
}

view::Body show(const Scene& scene, const state::Privacy&) {
  view::Privacy privacy;
  privacy.contact = scene.hall.contact;
  if (const auto* programme = programme_today(scene.world, scene.at)) {
    privacy.paragraphs = points(programme->privacy, scene.lang());
  }
  return privacy;
}

view::Body show(const Scene&, const state::Identify& here) {
  return view::Identify{progress(view::Chapter::Who), here.reading, here.failures};
}

view::Body show(const Scene&, const state::ConfirmPerson& here) {
  const domain::Applicant& applicant = here.draft.application.applicant;
  return view::ConfirmPerson{progress(view::Chapter::Who), masked_name(applicant.name.text()),
                             last_four(applicant.id_number.text())};
}

view::Body show(const Scene&, const state::TypeNumber& here) {
  const std::string& value = here.draft.number_typed.text();
  const std::string normal = domain::normalise_id(value);
  view::TypeNumber shown{progress(view::Chapter::Who), typed(view::Field::IdNumber, value)};
  shown.number.length = count_characters(normal);
  if (!here.problem) return shown;
  shown.number.problem = problem_of(here.problem->error);
  // The group is known in the normalised number; it is marked where both have the same places.
  if (count_characters(value) == count_characters(normal)) {
    shown.number.from = here.problem->from;
    shown.number.to = here.problem->to;
  }
  shown.may_go_on = here.problem->error == domain::IdError::CheckDigit;
  return shown;
}

view::Body show(const Scene&, const state::TypeName& here) {
  view::TypeName shown{progress(view::Chapter::Who),
                       typed(view::Field::Name, here.draft.name_typed.text()), here.without_card};
  if (here.problem) shown.name.problem = problem_of(*here.problem);
  return shown;
}

view::Body show(const Scene& scene, const state::Goodbye&) {
  return view::Goodbye{scene.now.card.has_value()};
}

}  // namespace huimin::journey::resident
