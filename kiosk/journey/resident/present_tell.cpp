#include "kiosk/journey/resident/shown.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {
namespace {

using catalogue::DivisionEntry;
using domain::Division;
using domain::DivisionLevel;

const catalogue::Programme& programme_of(const Scene& scene, const Draft& draft) {
  return resident::programme_of(scene.world, draft.application);
}

view::Problem problem_of(domain::TypedError error) {
  switch (error) {
    case domain::TypedError::TooLong: return view::Problem::TextLong;
    case domain::TypedError::Character: return view::Problem::TextCharacter;
  }
  return view::Problem::TextCharacter;
}

using Entries = std::vector<const DivisionEntry*>;

Entries listed(const catalogue::Catalogue& catalogue, const state::PlacePicking& here,
               const std::string& search) {
  if (here.chosen) return catalogue.search(*here.chosen, search);
  Entries counties = catalogue.counties();
  std::erase_if(counties, [&](const DivisionEntry* entry) {
    return !catalogue::matches_pinyin(entry->pinyin, search);
  });
  return counties;
}

std::string useful_initials(const catalogue::Catalogue& catalogue,
                            const state::PlacePicking& here) {
  std::string useful;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    if (!listed(catalogue, here, here.search + letter).empty()) useful += letter;
  }
  return useful;
}

// One bar of the three: the name of what is chosen there.
view::PlaceLevel level_of(const Scene& scene, const state::PlacePicking& here, DivisionLevel level,
                          std::size_t digits) {
  view::PlaceLevel shown;
  shown.current = here.level == level;
  const auto& place = here.draft.application.place.division;
  if (!place || place->digits().size() < digits) return shown;
  const auto part = Division::parse(std::string_view(place->digits()).substr(0, digits));
  const DivisionEntry* entry = part ? scene.world.catalogue.division(*part) : nullptr;
  if (entry == nullptr) return shown;
  shown.label = entry->name.in(scene.lang());
  shown.chosen = true;
  return shown;
}

std::optional<view::Problem> problem_of(std::optional<domain::PhoneError> error) {
  if (!error) return std::nullopt;
  switch (*error) {
    case domain::PhoneError::Empty: return view::Problem::Missing;
    case domain::PhoneError::NotDigits: return view::Problem::PhoneDigits;
    case domain::PhoneError::Length: return view::Problem::PhoneLength;
    case domain::PhoneError::Beginning: return view::Problem::PhoneBeginning;
  }
  return view::Problem::PhoneDigits;
}

}  // namespace

view::Body show(const Scene& scene, const state::WhatHappened& here) {
  view::WhatHappened shown{progress(view::Chapter::Happened), {}, here.missing};
  for (const catalogue::EventKind& event : programme_of(scene, here.draft).events) {
    shown.events.push_back({event.id, event.label.in(scene.lang()), event.example.in(scene.lang()),
                            event.icon, event.id == here.draft.application.event});
  }
  return shown;
}

view::Body show(const Scene&, const state::Story& here) {
  view::StoryScreen shown{progress(view::Chapter::Happened),
                          typed(view::Field::Story, here.draft.application.story.text())};
  if (here.problem) shown.story.problem = problem_of(*here.problem);
  return shown;
}

view::Body show(const Scene& scene, const state::PlacePicking& here) {
  const catalogue::Catalogue& catalogue = scene.world.catalogue;
  view::PlaceScreen shown;
  shown.progress = progress(view::Chapter::Happened);
  shown.levels[0] = level_of(scene, here, DivisionLevel::County, 6);
  shown.levels[1] = level_of(scene, here, DivisionLevel::Township, 9);
  shown.levels[2] = level_of(scene, here, DivisionLevel::Village, 12);
  shown.search = typed(view::Field::PlaceSearch, here.search);
  for (const DivisionEntry* entry : listed(catalogue, here, here.search)) {
    shown.rows.push_back({entry->code.digits(), entry->name.in(scene.lang()), entry->pinyin});
  }
  shown.useful_initials = useful_initials(catalogue, here);
  shown.missing = here.missing;
  return shown;
}

view::Body show(const Scene& scene, const state::Household& here) {
  const domain::Application& application = here.draft.application;
  view::Household shown;
  shown.progress = progress(view::Chapter::Household);
  shown.applicant = masked_name(application.applicant.name.text());
  shown.size = application.household_size;
  for (const domain::Member& member : application.members) {
    const auto* relation = programme_of(scene, here.draft).relation(member.relation);
    shown.members.push_back({relation ? relation->label.in(scene.lang()) : "", member.age});
  }
  return shown;
}

view::Body show(const Scene& scene, const state::MemberEditing& here) {
  view::MemberScreen shown;
  shown.progress = progress(view::Chapter::Household);
  for (const catalogue::Relation& relation : programme_of(scene, here.draft).relations) {
    shown.relations.push_back({relation.id, relation.label.in(scene.lang()), "", "",
                               relation.id == here.member.relation});
  }
  shown.age = typed(view::Field::MemberAge, here.age_typed);
  shown.age.problem = here.problem;
  shown.is_new = here.is_new;
  shown.missing = here.missing;
  return shown;
}

view::Body show(const Scene&, const state::MoneyAsked& here) {
  view::MoneyScreen shown{progress(view::Chapter::Money),
                          typed(view::Field::Needed, here.draft.needed_typed.text()),
                          typed(view::Field::Spent, here.draft.spent_typed.text())};
  shown.needed.active = here.active == view::Field::Needed;
  shown.needed.problem = here.needed_problem;
  shown.spent.active = here.active == view::Field::Spent;
  shown.spent.problem = here.spent_problem;
  return shown;
}

view::Body show(const Scene&, const state::AccountAsked& here) {
  view::AccountScreen shown{progress(view::Chapter::Money),
                            typed(view::Field::AccountNumber, here.draft.account_typed.text()),
                            here.draft.account_wanted};
  shown.number.active = here.draft.account_wanted;
  shown.number.problem = here.problem;
  return shown;
}

view::Body show(const Scene&, const state::PhoneAsked& here) {
  view::PhoneScreen shown{progress(view::Chapter::Money),
                          typed(view::Field::Phone, here.draft.phone_typed.text())};
  shown.phone.problem = problem_of(here.problem);
  return shown;
}

}  // namespace huimin::journey::resident
