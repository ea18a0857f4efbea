// Papers, review, pledge, signature: what is looked at before it is handed in.

#include <algorithm>

#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

using domain::IdentifiedBy;
using domain::SignedBy;
using screens::view::Answer;

// More than anybody writes; bounds what one session can hold.
constexpr std::size_t kMostStrokes = 200;
constexpr std::size_t kMostInkPoints = 20'000;

State ask_person_again(Draft draft) {
  switch (draft.application.applicant.by) {
    case IdentifiedBy::Card: return state::ConfirmPerson{std::move(draft)};
    case IdentifiedBy::TypedNumber: return state::TypeNumber{std::move(draft), std::nullopt};
    case IdentifiedBy::NameOnly: break;
  }
  return state::TypeName{std::move(draft), std::nullopt, /*without_card=*/true};
}

State ask_again(const Turn& turn, Answer answer, Draft draft) {
  switch (answer) {
    case Answer::Person: return ask_person_again(std::move(draft));
    case Answer::Event: return ask(turn, Question::Happened, std::move(draft));
    case Answer::Story: return state::Story{std::move(draft)};
    case Answer::Place: return ask(turn, Question::Place, std::move(draft));
    case Answer::Household: return ask(turn, Question::Household, std::move(draft));
    case Answer::Money: return ask(turn, Question::Money, std::move(draft));
    case Answer::Account: return ask(turn, Question::Account, std::move(draft));
    case Answer::Phone: return ask(turn, Question::Phone, std::move(draft));
    case Answer::Papers: return ask(turn, Question::Papers, std::move(draft));
  }
  return state::Review{std::move(draft)};
}

State sign(const Draft& draft) {
  const bool with_staff = draft.application.signature.by == SignedBy::StaffWitness;
  return state::Signing{draft, /*missing=*/false, with_staff};
}

std::size_t ink_points(const std::vector<domain::InkStroke>& strokes) {
  std::size_t points = 0;
  for (const domain::InkStroke& stroke : strokes) points += stroke.size();
  return points;
}

Next sign_with_staff(Turn& turn, const state::Signing& here) {
  call_staff(turn, Urgency::Usual);
  state::Signing next{here.draft, /*missing=*/false, /*with_staff=*/true};
  next.draft.application.signature = {SignedBy::StaffWitness, {}};
  return next;
}

// All that the person did not have to say: under which rules, in which words, when.
domain::Application completed(const Turn& turn, domain::Application application) {
  const auto& programme = programme_of(turn.world, application);
  const bool english = turn.now.comfort.language == screens::view::Language::English;
  application.lane = kLane;
  application.language = english ? "en" : "zh_CN";
  application.pledge_version = programme.pledge.version;
  application.signed_at = turn.at;
  return application;
}

Next submit(Turn& turn, const state::Signing& here) {
  if (here.draft.application.signature.strokes.empty() && !here.with_staff) {
    return state::Signing{here.draft, /*missing=*/true};
  }
  state::Saving saving{here.draft};
  saving.draft.application = completed(turn, here.draft.application);
  turn.ask_for(effect::Submit{saving.draft.submission, saving.draft.application});
  return saving;
}

}  // namespace

Next on(Turn& turn, const state::Papers& here, Act act) {
  if (act == Act::Back) return before(turn, Question::Papers, here.draft);
  if (act != Act::Next) return std::nullopt;
  Draft draft = here.draft;
  draft.papers_answered = true;
  return after(turn, Question::Papers, std::move(draft));
}

Next on(Turn& turn, const state::Papers& here, const intent::SetPaper& set) {
  const auto* paper = programme_of(turn.world, here.draft.application).paper(set.id);
  // What the card or the offices answer is not asked of the person.
  const bool by_card = here.draft.application.applicant.by == IdentifiedBy::Card;
  const bool read = paper && paper->read_from_card && by_card;
  if (!paper || paper->obtainable_by_sharing || read) return std::nullopt;
  state::Papers next = here;
  for (domain::PaperAnswer& answer : next.draft.application.papers) {
    if (answer.paper != set.id) continue;
    answer.state = set.brought ? domain::PaperState::Brought : domain::PaperState::Later;
  }
  return next;
}

Next on(Turn& turn, const state::Review& here, Act act) {
  if (act == Act::Next) return state::Pledge{here.draft};
  if (act == Act::Back) return ask(turn, Question::Papers, here.draft);
  return std::nullopt;
}

Next on(Turn& turn, const state::Review& here, const intent::Change& change) {
  Draft draft = here.draft;
  draft.from_review = true;
  return ask_again(turn, change.answer, std::move(draft));
}

Next on(Turn& turn, const state::Pledge& here, Act act) {
  if (act == Act::Back) return review(turn, here.draft);
  if (act == Act::Next && here.draft.pledge_ticked) return sign(here.draft);
  if (act != Act::PledgeTick) return std::nullopt;
  state::Pledge next = here;
  next.draft.pledge_ticked = !here.draft.pledge_ticked;
  return next;
}

Next on(Turn& turn, const state::Signing& here, Act act) {
  if (act == Act::Submit) return submit(turn, here);
  if (act == Act::SignWithStaff) return sign_with_staff(turn, here);
  if (act == Act::Back) return state::Pledge{here.draft};
  state::Signing next{here.draft, /*missing=*/false, here.with_staff};
  auto& strokes = next.draft.application.signature.strokes;
  if (act == Act::ClearInk) {
    strokes.clear();
  } else if (act == Act::UndoStroke && !strokes.empty()) {
    strokes.pop_back();
  } else {
    return std::nullopt;
  }
  return next;
}

// Who writes after all signs with the own hand.
Next on(Turn&, const state::Signing& here, const intent::Inked& inked) {
  const auto& strokes = here.draft.application.signature.strokes;
  if (inked.stroke.empty() || strokes.size() >= kMostStrokes) return std::nullopt;
  if (ink_points(strokes) + inked.stroke.size() > kMostInkPoints) return std::nullopt;
  domain::InkStroke stroke;
  stroke.reserve(inked.stroke.size());
  for (const screens::view::InkPoint& point : inked.stroke) {
    stroke.push_back({point.x_mm, point.y_mm, point.at_ms});
  }
  state::Signing next{here.draft};
  next.draft.application.signature.by = SignedBy::Ink;
  next.draft.application.signature.strokes.push_back(std::move(stroke));
  return next;
}

}  // namespace huimin::journey::resident
