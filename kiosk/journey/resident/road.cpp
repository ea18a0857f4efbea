#include "kiosk/journey/resident/road.h"

#include <algorithm>
#include <array>

#include "kiosk/domain/division.h"

namespace huimin::journey::resident {
namespace {

using domain::IdentifiedBy;
using domain::PaperState;
using screens::view::Reading;

constexpr std::array kRoad{Question::Person,    Question::Happened, Question::Place,
                           Question::Household, Question::Money,    Question::Account,
                           Question::Phone,     Question::Papers};

std::size_t position(Question question) {
  return static_cast<std::size_t>(std::find(kRoad.begin(), kRoad.end(), question) - kRoad.begin());
}

State ask_for_card(const Turn& turn, Draft draft) {
  Reading reading = Reading::Waiting;
  // A card is reported once: one that lies already must be laid down anew.
  if (turn.now.card) reading = Reading::TakeCardFirst;
  if (!turn.now.reader_there) reading = Reading::ReaderGone;
  return state::Identify{std::move(draft), reading};
}

// The last screen of "who are you" that this person passed.
State person_again(Draft draft) {
  const IdentifiedBy by = draft.application.applicant.by;
  if (by == IdentifiedBy::Card) return state::ConfirmPerson{std::move(draft)};
  return state::TypeName{std::move(draft), std::nullopt, by == IdentifiedBy::NameOnly};
}

State ask_place(const Turn& turn, Draft draft) {
  std::optional<domain::Division>& place = draft.application.place.division;
  // Most people come to the hall of the township where it happened (Social Assistance Law art. 37).
  if (!place) place = turn.world.home_division;
  state::PlacePicking picking;
  picking.level = place->level() == domain::DivisionLevel::County ? domain::DivisionLevel::Township
                                                                  : domain::DivisionLevel::Village;
  const std::size_t digits = picking.level == domain::DivisionLevel::Township ? 6 : 9;
  picking.chosen = domain::Division::parse(place->digits().substr(0, digits));
  picking.draft = std::move(draft);
  return picking;
}

State ask_papers(const Turn& turn, Draft draft) {
  refresh_papers(programme_of(turn.world, draft.application), draft);
  return state::Papers{std::move(draft)};
}

}  // namespace

State ask(const Turn& turn, Question question, Draft draft) {
  switch (question) {
    case Question::Person: return ask_for_card(turn, std::move(draft));
    case Question::Happened: return state::WhatHappened{std::move(draft)};
    case Question::Place: return ask_place(turn, std::move(draft));
    case Question::Household: return state::Household{std::move(draft)};
    case Question::Money: return state::MoneyAsked{.draft = std::move(draft)};
    case Question::Account: return state::AccountAsked{.draft = std::move(draft)};
    case Question::Phone: return state::PhoneAsked{.draft = std::move(draft)};
    case Question::Papers: return ask_papers(turn, std::move(draft));
  }
  return state::Home{};
}

State after(const Turn& turn, Question question, Draft draft) {
  const std::size_t next = position(question) + 1;
  if (draft.from_review || next == kRoad.size()) return review(turn, std::move(draft));
  return ask(turn, kRoad[next], std::move(draft));
}

State before(const Turn& turn, Question question, Draft draft) {
  if (draft.from_review) return review(turn, std::move(draft));
  const std::size_t here = position(question);
  if (here == 0) return state::Privacy{std::move(draft)};
  if (kRoad[here - 1] == Question::Person) return person_again(std::move(draft));
  return ask(turn, kRoad[here - 1], std::move(draft));
}

State review(const Turn& turn, Draft draft) {
  draft.from_review = false;
  refresh_papers(programme_of(turn.world, draft.application), draft);
  return state::Review{std::move(draft)};
}

void refresh_papers(const catalogue::Programme& programme, Draft& draft) {
  domain::Application& application = draft.application;
  const bool by_card = application.applicant.by == IdentifiedBy::Card;
  const std::vector<domain::PaperAnswer> said = std::move(application.papers);
  application.papers.clear();
  for (const catalogue::Paper& paper : programme.papers) {
    PaperState answer = PaperState::Later;
    const auto before = std::find_if(said.begin(), said.end(),
                                     [&](const auto& each) { return each.paper == paper.id; });
    if (before != said.end()) answer = before->state;
    if (paper.read_from_card && by_card) answer = PaperState::Brought;
    // The law forbids asking for what the offices can share (Social Assistance Law art. 62).
    if (paper.obtainable_by_sharing) answer = PaperState::Exempt;
    application.papers.push_back({paper.id, answer});
  }
}

}  // namespace huimin::journey::resident
