#pragma once
// The states from the idle screen to the signature, in the order in which people meet them.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/domain/person_name.h"
#include "kiosk/domain/typed_text.h"
#include "kiosk/journey/resident/draft.h"
#include "screens/view/resident.h"

namespace huimin::journey::resident::state {

struct Attract {};
struct Home {};
struct Elsewhere {};
struct NotReady {
  std::vector<screens::view::Shortage> shortages{};
};
struct TroublePaper {
  bool waiting = false;
};
struct Privacy {
  std::optional<Draft> draft{};  // of a person who came back from the first question
};
struct Identify {
  Draft draft;
  screens::view::Reading reading = screens::view::Reading::Waiting;
  int failures = 0;
};
struct ConfirmPerson {
  Draft draft;
};
struct TypeNumber {
  Draft draft;
  std::optional<domain::IdProblem> problem{};
};
struct TypeName {
  Draft draft;
  std::optional<domain::NameError> problem{};
  bool without_card = false;
};
struct WhatHappened {
  Draft draft;
  bool missing = false;
};
struct Story {
  Draft draft;
  std::optional<domain::TypedError> problem{};  // what of the last edit was left out
};
struct PlacePicking {
  Draft draft;
  domain::DivisionLevel level = domain::DivisionLevel::County;  // the one being chosen
  std::optional<domain::Division> chosen{};                       // of the level above
  std::string search{};
  bool missing = false;
};
struct Household {
  Draft draft;
};
struct MemberEditing {
  Draft draft;
  int index = 0;
  domain::Member member{};
  std::string age_typed{};
  bool is_new = true;
  bool missing = false;
  std::optional<screens::view::Problem> problem{};
};
struct MoneyAsked {
  Draft draft;
  screens::view::Field active = screens::view::Field::Needed;
  std::optional<screens::view::Problem> needed_problem{}, spent_problem{};
};
struct AccountAsked {
  Draft draft;
  std::optional<screens::view::Problem> problem{};
  bool warned = false;
};
struct PhoneAsked {
  Draft draft;
  std::optional<domain::PhoneError> problem{};
};
struct Papers {
  Draft draft;
};
struct Review {
  Draft draft;
};
struct Pledge {
  Draft draft;
};
struct Signing {
  Draft draft;
  bool missing = false;
  bool with_staff = false;
};

}  // namespace huimin::journey::resident::state
