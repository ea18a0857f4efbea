// How many live together, and who they are in short form.

#include <algorithm>

#include "kiosk/domain/utf8.h"
#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

using screens::view::Problem;

constexpr int kMostPeople = 20;
constexpr int kOldest = 130;
constexpr int kMostAgeDigits = 3;

int members(const Draft& draft) { return static_cast<int>(draft.application.members.size()); }

Next with_size(const Draft& draft, int size) {
  state::Household next{draft};
  next.draft.application.household_size = std::clamp(size, members(draft) + 1, kMostPeople);
  return next;
}

Next add_member(const Draft& draft) {
  if (members(draft) + 1 >= kMostPeople) return std::nullopt;
  state::MemberEditing editing{.draft = draft};
  editing.index = members(draft);
  return editing;
}

// Nothing wrong and no age: not known.
struct Age {
  std::optional<int> years;
  std::optional<Problem> problem;
};

Age parse_age(std::string_view typed) {
  const std::string digits = domain::without_separators(typed);
  if (digits.empty()) return {};
  if (!domain::all_digits(digits)) return {std::nullopt, Problem::AgeDigits};
  if (digits.size() > kMostAgeDigits) return {std::nullopt, Problem::AgeRange};
  const int years = std::stoi(digits);
  if (years > kOldest) return {std::nullopt, Problem::AgeRange};
  return {years, std::nullopt};
}

Next store_member(const state::MemberEditing& here) {
  const Age age = parse_age(here.age_typed);
  if (here.member.relation.empty() || age.problem) {
    state::MemberEditing next = here;
    next.missing = here.member.relation.empty();
    next.problem = age.problem;
    return next;
  }
  Draft draft = here.draft;
  std::vector<domain::Member>& all = draft.application.members;
  const domain::Member member{here.member.relation, age.years};
  if (here.is_new) {
    all.push_back(member);
  } else {
    all[static_cast<std::size_t>(here.index)] = member;
  }
  return with_size(draft, draft.application.household_size);
}

Next remove_member(const state::MemberEditing& here) {
  state::Household next{here.draft};
  if (!here.is_new) {
    auto& all = next.draft.application.members;
    all.erase(all.begin() + here.index);
  }
  return next;
}

}  // namespace

Next on(Turn& turn, const state::Household& here, Act act) {
  const int size = here.draft.application.household_size;
  if (act == Act::MoreMembers) return with_size(here.draft, size + 1);
  if (act == Act::FewerMembers) return with_size(here.draft, size - 1);
  if (act == Act::AddMember) return add_member(here.draft);
  if (act == Act::Next) return after(turn, Question::Household, here.draft);
  if (act == Act::Back) return before(turn, Question::Household, here.draft);
  return std::nullopt;
}

Next on(Turn&, const state::Household& here, const intent::EditMember& edit) {
  if (edit.index < 0 || edit.index >= members(here.draft)) return std::nullopt;
  state::MemberEditing editing{.draft = here.draft, .index = edit.index};
  editing.member = here.draft.application.members[static_cast<std::size_t>(edit.index)];
  if (editing.member.age) editing.age_typed = std::to_string(*editing.member.age);
  editing.is_new = false;
  return editing;
}

Next on(Turn&, const state::MemberEditing& here, Act act) {
  if (act == Act::Next) return store_member(here);
  if (act == Act::RemoveMember) return remove_member(here);
  if (act == Act::Back) return state::Household{here.draft};
  if (act != Act::DontKnow) return std::nullopt;
  state::MemberEditing next = here;
  next.age_typed.clear();
  next.problem.reset();
  return next;
}

Next on(Turn& turn, const state::MemberEditing& here, const intent::Choose& choice) {
  const auto& programme = programme_of(turn.world, here.draft.application);
  if (!programme.relation(choice.id)) return std::nullopt;
  state::MemberEditing next = here;
  next.member.relation = choice.id;
  next.missing = false;
  return next;
}

Next on(Turn&, const state::MemberEditing& here, const intent::Edit& edit) {
  auto typed = taken(edit.value, kMostAgeDigits);
  if (edit.field != screens::view::Field::MemberAge || !typed) return std::nullopt;
  state::MemberEditing next = here;
  next.problem.reset();
  if (parse_age(*typed).problem == Problem::AgeDigits) next.problem = Problem::AgeDigits;
  next.age_typed = std::move(*typed);
  return next;
}

}  // namespace huimin::journey::resident
