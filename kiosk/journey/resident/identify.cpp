// Who applies, by the ID card.

#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

using domain::IdentifiedBy;
using screens::view::Reading;

// A card that lay before this person came is somebody else's until it is laid down anew (C11).
bool is_spent(const Turn& turn, std::uint64_t presence) {
  return turn.now.spent_card && presence <= *turn.now.spent_card;
}

Next reading(const state::Identify& here, Reading reading) {
  state::Identify next = here;
  next.reading = reading;
  return next;
}

Next failed(const state::Identify& here, Reading why) {
  state::Identify next = here;
  next.reading = why;
  ++next.failures;
  return next;
}

// Nothing when the card holds what the county would refuse for its form: then it was misread.
std::optional<domain::Applicant> applicant_of(const event::CardRead& card, domain::CivilDate now) {
  const std::string name = trimmed(card.name.text());
  if (domain::check_name(name)) return std::nullopt;
  const auto id = domain::parse_resident_id(card.id_number.text(), now);
  if (!id && id.error().error != domain::IdError::CheckDigit) return std::nullopt;
  domain::Applicant applicant;
  applicant.by = IdentifiedBy::Card;
  applicant.name = base::Secret(name);
  applicant.id_number = id ? id->number : card.id_number;
  applicant.id_check_failed = !id;
  applicant.address = card.address;
  return applicant;
}

}  // namespace

Draft anew(const Turn& turn, const Draft& draft) {
  Draft fresh;
  fresh.submission = turn.world.make_id();
  fresh.application.programme = draft.application.programme;
  fresh.application.programme_version = draft.application.programme_version;
  fresh.application.privacy_notice_version = draft.application.privacy_notice_version;
  return fresh;
}

Draft known_as(const Turn& turn, const Draft& draft, domain::Applicant applicant) {
  const domain::Applicant& before = draft.application.applicant;
  const bool other_card = before.by == IdentifiedBy::Card && !before.id_number.empty() &&
                          before.id_number != applicant.id_number;
  Draft known = other_card ? anew(turn, draft) : draft;
  applicant.phone = known.application.applicant.phone;
  known.application.applicant = std::move(applicant);
  return known;
}

Next on(Turn& turn, const state::Identify& here, Act act) {
  if (act == Act::TypeNumber) return state::TypeNumber{here.draft, std::nullopt};
  if (act == Act::Back) return before(turn, Question::Person, here.draft);
  if (act != Act::NoCard) return std::nullopt;
  return without_card(turn, here.draft);
}

Next on(Turn& turn, const state::Identify& here, const event::CardBusy& card) {
  return reading(here, is_spent(turn, card.presence) ? Reading::TakeCardFirst : Reading::Busy);
}

Next on(Turn& turn, const state::Identify& here, const event::CardRead& card) {
  if (is_spent(turn, card.presence)) return reading(here, Reading::TakeCardFirst);
  auto applicant = applicant_of(card, today(turn.at));
  if (!applicant) return failed(here, Reading::Unreadable);
  return state::ConfirmPerson{known_as(turn, here.draft, std::move(*applicant))};
}

Next on(Turn& turn, const state::Identify& here, const event::CardFailed& card) {
  if (is_spent(turn, card.presence)) return reading(here, Reading::TakeCardFirst);
  const bool lifted = card.fault == event::CardFault::LiftedEarly;
  return failed(here, lifted ? Reading::LiftedEarly : Reading::Unreadable);
}

// What went wrong with the last card stays said until the next one lies.
Next on(Turn&, const state::Identify& here, const event::CardLifted&) {
  if (here.reading != Reading::TakeCardFirst && here.reading != Reading::Busy) return std::nullopt;
  return reading(here, Reading::Waiting);
}

Next on(Turn&, const state::Identify& here, const event::ReaderGone&) {
  return reading(here, Reading::ReaderGone);
}

Next on(Turn&, const state::Identify& here, const event::ReaderBack&) {
  return reading(here, Reading::Waiting);
}

Next on(Turn& turn, const state::ConfirmPerson& here, Act act) {
  if (act == Act::RightPerson) return after(turn, Question::Person, here.draft);
  // Whatever was said so far was said by somebody else: nothing of it is kept.
  if (act == Act::WrongPerson) return ask(turn, Question::Person, anew(turn, here.draft));
  if (act != Act::Back) return std::nullopt;
  if (here.draft.from_review) return review(turn, here.draft);
  return ask(turn, Question::Person, here.draft);
}

}  // namespace huimin::journey::resident
