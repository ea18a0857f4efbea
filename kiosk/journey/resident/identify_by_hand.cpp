// Who applies, typed: with a number, or without any card.

#include "kiosk/domain/typed_text.h"
#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

using domain::IdentifiedBy;
using domain::IdError;

// Room for a number with blanks and hyphens between its groups.
constexpr int kMostTypedNumber = 40;

// A digit can still be missing while one types; a wrong character never becomes right.
std::optional<domain::IdProblem> problem_while_typing(std::string_view typed,
                                                      domain::CivilDate now) {
  if (typed.empty()) return std::nullopt;
  const auto id = domain::parse_resident_id(typed, now);
  if (id || id.error().error != IdError::Character) return std::nullopt;
  return id.error();
}

domain::NameError problem_of(domain::TypedError error) {
  return error == domain::TypedError::TooLong ? domain::NameError::TooLong
                                              : domain::NameError::Character;
}

// The person may turn out to be another one than before; what was just typed stays.
Draft told_by_hand(const Turn& turn, const Draft& draft, domain::Applicant applicant) {
  const base::Secret number = draft.number_typed;
  const base::Secret name = draft.name_typed;
  Draft known = known_as(turn, draft, std::move(applicant));
  known.number_typed = number;
  known.name_typed = name;
  return known;
}

State number_known(const Turn& turn, const Draft& draft, domain::Applicant applicant) {
  applicant.by = IdentifiedBy::TypedNumber;
  applicant.name = draft.application.applicant.name;
  return state::TypeName{told_by_hand(turn, draft, std::move(applicant)), std::nullopt,
                         /*without_card=*/false};
}

Next number_given(Turn& turn, const state::TypeNumber& here) {
  const auto id = domain::parse_resident_id(here.draft.number_typed.text(), today(turn.at));
  if (!id) return state::TypeNumber{here.draft, id.error()};
  domain::Applicant applicant;
  applicant.id_number = id->number;
  return number_known(turn, here.draft, std::move(applicant));
}

// A wrong check character warns and never stops anybody in need (policy 6.1 c).
Next number_kept(Turn& turn, const state::TypeNumber& here) {
  if (!here.problem || here.problem->error != IdError::CheckDigit) return std::nullopt;
  domain::Applicant applicant;
  applicant.id_number = base::Secret(domain::normalise_id(here.draft.number_typed.text()));
  applicant.id_check_failed = true;
  return number_known(turn, here.draft, std::move(applicant));
}

Next name_given(Turn& turn, const state::TypeName& here) {
  const std::string name = trimmed(here.draft.name_typed.text());
  if (const auto problem = domain::check_name(name)) {
    return state::TypeName{here.draft, problem, here.without_card};
  }
  domain::Applicant applicant;
  applicant.by = IdentifiedBy::NameOnly;
  if (!here.without_card) applicant = here.draft.application.applicant;
  applicant.name = base::Secret(name);
  return after(turn, Question::Person, told_by_hand(turn, here.draft, std::move(applicant)));
}

}  // namespace

Next on(Turn& turn, const state::TypeNumber& here, Act act) {
  if (act == Act::Next) return number_given(turn, here);
  if (act == Act::GoOnAnyway) return number_kept(turn, here);
  if (act == Act::NoCard) return without_card(turn, here.draft);
  if (act != Act::Back) return std::nullopt;
  if (here.draft.from_review) return review(turn, here.draft);
  return ask(turn, Question::Person, here.draft);
}

Next on(Turn& turn, const state::TypeNumber& here, const intent::Edit& edit) {
  const auto typed = taken(edit.value, kMostTypedNumber);
  if (edit.field != screens::view::Field::IdNumber || !typed) return std::nullopt;
  state::TypeNumber next = here;
  next.draft.number_typed = base::Secret(*typed);
  next.problem = problem_while_typing(*typed, today(turn.at));
  return next;
}

Next on(Turn& turn, const state::TypeName& here, Act act) {
  if (act == Act::Next) return name_given(turn, here);
  if (act != Act::Back) return std::nullopt;
  if (!here.without_card) return state::TypeNumber{here.draft, std::nullopt};
  if (here.draft.from_review) return review(turn, here.draft);
  return ask(turn, Question::Person, here.draft);
}

Next on(Turn&, const state::TypeName& here, const intent::Edit& edit) {
  if (edit.field != screens::view::Field::Name) return std::nullopt;
  const auto typed = domain::typed_name(here.draft.name_typed.text(), edit.value);
  state::TypeName next = here;
  next.draft.name_typed = base::Secret(typed.text);
  next.problem = typed.text.empty() ? std::nullopt : domain::check_name(typed.text);
  if (typed.refused) next.problem = problem_of(*typed.refused);
  return next;
}

}  // namespace huimin::journey::resident
