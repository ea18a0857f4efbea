#pragma once
// The order of the questions, in one place.

#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {

enum class Question : std::uint8_t {
  Person,
  Happened,
  Place,
  Household,
  Money,
  Account,
  Phone,
  Papers
};

State ask(const Turn& turn, Question question, Draft draft);
// From the question just answered: to the next one, or back to the review it was changed from.
State after(const Turn& turn, Question question, Draft draft);
State before(const Turn& turn, Question question, Draft draft);
State review(const Turn& turn, Draft draft);

// What the programme's list of papers says by itself, with the person's own answers kept.
void refresh_papers(const catalogue::Programme& programme, Draft& draft);

// --- Whose answers they are; identify.cpp.

// An empty draft of the same programme, with an id of its own.
Draft anew(const Turn& turn, const Draft& draft);
// The draft with this applicant. What a person with another card had said is not merged into it.
Draft known_as(const Turn& turn, const Draft& draft, domain::Applicant applicant);

}  // namespace huimin::journey::resident
